import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { claimKeys } from '#engine';
import { cityLedgers } from '#rulebook';
import { thrivingCity } from './city.js';
import { inventedCreditCode, inventedPatentNumber, miscopied } from './invented-numbers.js';
import { inventReport } from './invented-report.js';
import { threeCities } from './three-cities.js';
import { workbookOf } from './workbook.js';

const sum = (values: readonly unknown[]) => values.reduce<number>((a, b) => a + Number(b), 0);

/** How many rows of a ledger are an item that another row is already. */
function repeated({ ledger, rows }: ReturnType<typeof inventReport>['ledgers'][number]): number {
  const keys = ledger.sameItem.at(-1) ?? [];
  const items = new Set(rows.map((row) => keys.map((key) => row[key]).join('|')));
  return rows.length - items.size;
}

describe('an invented report', () => {
  const city = thrivingCity('950009', '示例市');
  const report = inventReport(city, 2021);
  const rowsOf = (wanted: (typeof report.ledgers)[number]['ledger']) =>
    report.ledgers.find(({ ledger }) => ledger === wanted)?.rows ?? [];

  it('has thousands of rows, over every ledger', () => {
    const counts = report.ledgers.map(({ rows }) => rows.length);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(sum(counts)).toBeGreaterThan(4_000);
  });

  it('grows to 20,000 rows, none of them twice', () => {
    const large = inventReport(thrivingCity('950009', '示例市', 5), 2021);
    expect(sum(large.ledgers.map(({ rows }) => rows.length))).toBeGreaterThan(20_000);
    expect(large.ledgers.map(repeated)).toEqual(large.ledgers.map(() => 0));
  });

  it('has pledges that add up to the fen, each loan once', () => {
    const loans = new Map(rowsOf(cityLedgers.pledges).map(({ loan, amount }) => [loan, amount]));
    expect(sum([...loans.values()])).toBe(city.years[2]?.pledges.amount);
    expect(loans.size).toBeLessThan(rowsOf(cityLedgers.pledges).length);
  });

  it('names no firm, patent or contract twice within a ledger', () => {
    expect(report.ledgers.map(repeated)).toEqual(report.ledgers.map(() => 0));
  });

  it('repeats the stock of earlier years unchanged', () => {
    const earlier = inventReport(city, 2019);
    const units = earlier.ledgers.find(({ ledger }) => ledger === cityLedgers.certifiedUnits);
    expect(rowsOf(cityLedgers.certifiedUnits)).toEqual(
      expect.arrayContaining([...(units?.rows ?? [])]),
    );
  });

  it('numbers as the real registers do', () => {
    expect(inventedPatentNumber(2017, 736_136)).toMatch(/^201710736136[0-9X]$/);
    expect(inventedPatentNumber(2017, 736_136)).toBe('2017107361362');
    expect(inventedCreditCode('950009', 1)).toHaveLength(18);
    expect(miscopied('914403001922038216')).toBe('914403001922038126');
  });
});

describe('the three cities', () => {
  it('claim nothing that another of them claims', () => {
    const claimants = new Map<string, Set<string>>();
    for (const { code, reports } of threeCities()) {
      for (const { ledger, rows } of reports.flatMap(({ ledgers }) => ledgers)) {
        for (const claim of rows.flatMap((row) => claimKeys(ledger, row))) {
          const key = `${ledger.id} ${claim}`;
          claimants.set(key, (claimants.get(key) ?? new Set()).add(code));
        }
      }
    }
    expect([...claimants].filter(([, codes]) => codes.size > 1)).toEqual([]);
  });
});

describe('the workbook of an invented report', () => {
  it('opens in a spreadsheet library, and has the same bytes each time', async () => {
    const report = threeCities()[0]?.reports[2];
    if (!report) throw new Error('no report for the last year');
    const bytes = await workbookOf('2019-city-operation', report);
    expect(bytes.equals(await workbookOf('2019-city-operation', report))).toBe(true);

    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.read(Readable.from(bytes));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      ...['封面', '年度数据', '专项说明'],
      ...report.ledgers.map(({ ledger }) => ledger.sheet),
    ]);
    const certified = workbook.getWorksheet('贯标单位');
    expect(certified?.rowCount).toBe(133);
    expect(certified?.getCell('F2').value).toBeInstanceOf(Date);
  });
});
