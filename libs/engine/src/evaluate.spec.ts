import {
  canonicalText,
  evaluate,
  quantity,
  type CellValue,
  type Figure,
  type ReportContent,
} from '#engine';
import { findProgramme } from '#rulebook';

const city = findProgramme('2019-city-operation') ?? raise();

function raise(): never {
  throw new Error('no such programme');
}
const subject = { code: '999901', name: '示例市' };

type Rows = readonly Readonly<Record<string, CellValue>>[];

function report(
  file: string,
  year: number,
  ledgers: Readonly<Record<string, Rows>>,
  figures: readonly Omit<Figure, 'row'>[] = [],
): ReportContent {
  return {
    file: file.repeat(64),
    year,
    ledgers: Object.fromEntries(
      Object.entries(ledgers).map(([id, rows]) => [
        id,
        { rows: rows.map((values, index) => ({ row: index + 2, values })), rejected: 0 },
      ]),
    ),
    figures: figures.map((figure, index) => ({ ...figure, row: index + 2 })),
    statements: [],
  };
}

const wanYuan = (text: string) => quantity(text, '万元');
const trade = (registration: string, amount: string) => ({
  registration,
  type: '转让',
  amount: Number(wanYuan(amount)),
});

function verdict(id: string, ...reports: ReportContent[]) {
  const document = evaluate(city, { subject, year: 2021, basis: 'evidence', reports });
  return { document, target: document.targets.find((each) => each.id === id) };
}

describe('evaluate', () => {
  it('shows 20.00 against 20 with the exact shortfall of a cent', () => {
    const base = {
      code: 'trade-licence-amount',
      year: 2018,
      value: wanYuan('1000'),
      unit: '万元' as const,
    };
    const { target } = verdict(
      'trade-licence-growth',
      report('a', 2021, { 'trades-and-licences': [trade('1', '1727.999999')] }, [base]),
    );
    expect(target).toMatchObject({
      outcome: 'not_met',
      overall: 'not_met',
      value: '20.00',
      threshold: '20',
      margin: '0.00',
      needed: { value: '1728', unit: '万元' },
      shortfall: '0.000001',
      due: true,
    });
    expect(target?.reason).toContain('还差0.000001万元');
  });

  it('gives the same bytes in any order of files', () => {
    const reports = [
      report('b', 2019, {
        'certified-units': [
          { creditCode: 'X', type: '企业', certifiedOn: '2019-01-01', validUntil: '2022-01-01' },
        ],
      }),
      report('c', 2020, {}),
      report('a', 2021, { 'certified-units': [] }),
    ];
    const forward = verdict('certified-units', ...reports).document;
    const backward = verdict('certified-units', ...[...reports].reverse()).document;
    expect(canonicalText(backward)).toBe(canonicalText(forward));
    expect(forward.targets.find(({ id }) => id === 'certified-units')).toMatchObject({
      outcome: 'undetermined',
      range: ['1', null],
    });
  });

  it('leaves a loan without its number open only where it may repeat another', () => {
    const pledge = (registration: string, loan: string | null, amount: string) => ({
      registration,
      loan,
      type: '专利',
      amount: Number(wanYuan(amount)),
    });
    const base = {
      code: 'pledge-amount',
      year: 2018,
      value: wanYuan('100'),
      unit: '万元' as const,
    };
    const { target } = verdict(
      'pledge-amount-growth',
      report(
        'a',
        2021,
        { pledges: [pledge('1', 'L1', '100'), pledge('2', null, '100'), pledge('3', null, '50')] },
        [base],
      ),
    );
    expect(target?.outcome).toBe('undetermined');
    expect(target?.trace).toMatchObject({ formula: { final: ['150', '250'], needed: '219.7' } });
    expect(target?.reason).toContain('有2行未填“融资合同号”');
  });
});
