import { mkdtemp, rm } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { programmes } from '#rulebook';
import { reportYears } from '#engine';
import { readWholeReport } from './read-report.js';
import {
  choicesSheet,
  coverSheet,
  figuresSheet,
  notesSheet,
  statementsSheet,
} from './sheet-names.js';
import { WorkbookPackage } from './xlsx/workbook-package.js';
import { readWorkbookParts } from './xlsx/workbook-parts.js';
import { writeTemplate } from './template.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'template-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function template(id: string, year: number) {
  const programme = programmes.find((each) => each.id === id);
  if (!programme) throw new Error(`no programme ${id}`);
  const path = join(folder, `${id}-${year}.xlsx`);
  await writeTemplate(programme, year, createWriteStream(path));
  const workbook = new exceljs.Workbook();
  // exceljs would unroll every range into its many cells and columns.
  await workbook.xlsx.readFile(path, { ignoreNodes: ['dataValidations', 'cols'] });
  return { path, programme, workbook };
}

function sheetOf(workbook: exceljs.Workbook, name: string): exceljs.Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The XML of a sheet, or of another part by its name. */
async function partText(path: string, sheetOrPart: string): Promise<string> {
  const zip = await WorkbookPackage.open(path);
  const { sheets } = await readWorkbookParts(zip);
  const part = sheets.find(({ name }) => name === sheetOrPart)?.part ?? sheetOrPart;
  const chunks: Buffer[] = [];
  for await (const chunk of zip.chunks(part)) chunks.push(chunk);
  zip.close();
  return Buffer.concat(chunks).toString();
}

/** How the columns of a sheet look, by ranges of columns. */
async function columnStyles(path: string, sheetName: string) {
  const sheet = await partText(path, sheetName);
  const styles = await partText(path, 'xl/styles.xml');
  const formats = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map((each) => [
      each[1],
      each[2],
    ]),
  );
  const cells = styles.slice(styles.indexOf('<cellXfs'), styles.indexOf('</cellXfs'));
  const looks = cells.split('<xf ').slice(1);
  return [...sheet.matchAll(/<col min="(\d+)" max="(\d+)" [^>]*style="(\d+)"/g)].map((each) => {
    const look = looks[Number(each[3])] ?? '';
    const id = /numFmtId="(\d+)"/.exec(look)?.[1];
    return {
      min: Number(each[1]),
      max: Number(each[2]),
      locked: !look.includes('locked="0"'),
      format: id === '49' ? '@' : formats.get(id),
    };
  });
}

const everyReport = programmes.flatMap((programme) =>
  reportYears(programme).map((year) => [programme.id, year] as const),
);

describe.each(everyReport)('the template of %s for %i', (id, year) => {
  it('has a sheet for each ledger, and its columns as the header', async () => {
    const { programme, workbook } = await template(id, year);
    for (const { sheet, columns } of programme.ledgers) {
      const headers = Object.values(columns).map(({ header }) => header);
      const { values } = sheetOf(workbook, sheet).getRow(1);
      expect(Array.isArray(values) && values.slice(1)).toEqual(headers);
    }
  });

  it('reads without a problem once the cover is filled in', async () => {
    const { path, programme, workbook } = await template(id, year);
    const cover = sheetOf(workbook, coverSheet);
    cover.getCell('B4').value = '示例主体';
    cover.getCell('B5').value = programme.subject === 'division' ? '999901' : '914403001922038216';
    cover.getCell('B6').value = new Date(Date.UTC(year + 1, 0, 31));
    await workbook.xlsx.writeFile(path);
    const report = await readWholeReport(path, programmes);
    if (report.kind !== 'read') throw new Error(report.message);
    expect([report.cover.year, report.problems]).toEqual([year, []]);
  });
});

describe('the template of the city programme', () => {
  it('asks for base figures of the base year, and for the others of the assessed year', async () => {
    const { workbook } = await template('2019-city-operation', 2021);
    const rows = sheetOf(workbook, figuresSheet)
      .getRows(2, 30)
      ?.map((row) => [row.getCell(1).value, row.getCell(3).value, row.getCell(4).value]);
    expect(rows).toEqual(
      expect.arrayContaining([
        ['pledge-amount', '万元', 2018],
        ['pledge-amount', '万元', 2021],
        ['local-revenue-growth', '%', 2021],
        ['certified-units', '家', 2021],
      ]),
    );
    expect(rows).not.toContainEqual(['local-revenue-growth', '%', 2018]);
  });

  it('asks a report of the base year for base figures alone', async () => {
    const { workbook } = await template('2019-city-operation', 2018);
    const codes = sheetOf(workbook, figuresSheet).getColumn(1).values.slice(2);
    expect(codes).toEqual([
      'trade-licence-amount',
      'pledge-amount',
      'insurance-amount',
      'pledge-count',
    ]);
  });

  it('offers the words of a choice by a defined name on a sheet that nobody sees', async () => {
    const { path, workbook } = await template('2019-city-operation', 2021);
    expect(sheetOf(workbook, choicesSheet).state).toBe('veryHidden');
    const rules = await partText(path, '贯标单位');
    const [, choice] =
      /<dataValidation type="list"[^>]*sqref="C2:C20000"><formula1>(\w+)</.exec(rules) ?? [];
    const named = workbook.definedNames.model.find(({ name }) => name === choice);
    const [, column = ''] = /^'?选项'?!\$([A-Z])\$1:\$[A-Z]\$3$/.exec(named?.ranges[0] ?? '') ?? [];
    const words = sheetOf(workbook, choicesSheet).getColumn(column).values.slice(1);
    expect(words).toEqual(['企业', '高等学校', '科研院所']);
  });

  it('locks the header, and leaves every row open', async () => {
    const { path, workbook } = await template('2019-city-operation', 2021);
    const sheet = sheetOf(workbook, '质押融资');
    // Locked is what a cell is that says nothing of it.
    expect(sheet.getCell('A1').protection).toBeUndefined();
    expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
    const styles = await columnStyles(path, '质押融资');
    expect(styles.map(({ min, max }) => [min, max])).toContainEqual([9, 16384]);
    expect(styles.every(({ locked }) => !locked)).toBe(true);
  });

  it('keeps codes as text and dates as dates', async () => {
    const { path } = await template('2019-city-operation', 2021);
    const formats = (await columnStyles(path, '质押融资')).map(({ min, format }) => [min, format]);
    expect(formats).toEqual(
      expect.arrayContaining([
        [1, '@'],
        [7, '#,##0.00####'],
        [8, 'yyyy-mm-dd'],
      ]),
    );
  });

  it('says on its first sheet what an untouched ledger means', async () => {
    const { workbook } = await template('2019-city-operation', 2021);
    expect(workbook.worksheets[0]?.name).toBe(notesSheet);
    expect(workbook.worksheets[0]?.getCell('A2').text).toContain('按“零”计');
  });

  it('names each target, with its clause as a hint that no other rule covers', async () => {
    const { path, programme, workbook } = await template('2019-city-operation', 2021);
    const sheet = sheetOf(workbook, statementsSheet);
    expect(sheet.getRow(1).values).toEqual([
      ...[undefined, '指标编码', '指标名称', '完成情况', '偏差原因及改进措施', '证明材料'],
    ]);
    const named = programme.targets.map(({ id, name }) => [undefined, id, name]);
    expect(programme.targets.map((_, at) => sheet.getRow(at + 2).values)).toEqual(named);
    const rules = [...(await partText(path, statementsSheet)).matchAll(/sqref="([A-Z])(\d+)/g)];
    const onNames = rules.filter(([, column]) => column === 'B').map(([, , row]) => Number(row));
    expect(new Set(onNames)).toEqual(new Set(programme.targets.map((_, at) => at + 2)));
    expect(onNames).toHaveLength(programme.targets.length);
  });

  it('says on the cover what to fill in, beside each cell', async () => {
    const { workbook } = await template('2019-city-operation', 2021);
    const hints = sheetOf(workbook, coverSheet).getColumn(3).values.slice(1);
    expect(hints).toHaveLength(9);
    expect(hints).toContain('必填。六位行政区划代码。');
  });

  it('is refused for a year that has no report', async () => {
    await expect(template('2019-city-operation', 2022)).rejects.toThrow('no report for 2022');
  });
});
