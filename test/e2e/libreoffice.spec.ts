import { execFile, spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import exceljs from 'exceljs';
import { readWholeReport, writeMarkedCopy, writeTemplate, type WholeReport } from '#report';
import { findProgramme, programmes } from '#rulebook';
import { partOf } from './zip-part.js';

const isInstalled = spawnSync('soffice', ['--version']).status === 0;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'libreoffice-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Rows with every kind of cell, and one that is wrong. */
const rows: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  专利导航: [
    ['导航一', '产业规划类', '示例大学', new Date('2019-05-07'), new Date('2020-12-31')],
    ['导航二', '企业运营类', '示例研究院', '2020年3月5日', null],
  ],
  贯标单位: [
    ['甲公司', '914403001922038216', '企业', 'GB/T 29490', '001', new Date('2021-03-05'), null],
    ['乙公司', '914403001922038217', '企业', 'GB/T 29490', '1-2', new Date('2021-03-05'), null],
  ],
  高价值专利组合: [['1-2', '组合', '甲公司', null, null]],
  组合专利: [['1-2', '201710736136.2', '发明专利', null, new Date('2020-01-01'), null]],
  质押融资: [
    ['Z1', 'H1', '专利', '甲', '914403001922038216', '银行', 1234.56, new Date('2021-12-31')],
    ['Z2', 'H2', '混合', '甲', '914403001922038216', '银行', '0.3亿元', new Date('2021-01-01')],
    ['Z3', 'H3', '商标', '甲', '914403001922038216', '银行', 0.1 + 0.2, new Date('2021-01-01')],
  ],
  集聚区: [['无']],
};

async function writeFilled(template: string, path: string): Promise<void> {
  const workbook = new exceljs.Workbook();
  // exceljs would unroll every range into its many cells and columns.
  await workbook.xlsx.readFile(template, { ignoreNodes: ['dataValidations', 'cols'] });
  const sheetOf = (name: string) => {
    const sheet = workbook.getWorksheet(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  };
  const cover = sheetOf('封面');
  cover.getCell('B4').value = '示例市';
  cover.getCell('B5').value = '999901';
  cover.getCell('B6').value = new Date('2022-01-31');
  const figures = sheetOf('年度数据');
  figures.getCell('E2').value = 1000.5;
  figures.getCell('E3').value = '3亿元';
  sheetOf('专项说明').getCell('C2').value = '已完成';
  for (const [name, cells] of Object.entries(rows)) {
    const sheet = sheetOf(name);
    cells.forEach((values, index) => {
      values.forEach((value, column) => {
        const cell = sheet.getCell(index + 2, column + 1);
        if (typeof value === 'string' || typeof value === 'number') cell.value = value;
        if (value instanceof Date) {
          cell.value = value;
          cell.numFmt = 'yyyy-mm-dd';
        }
      });
    });
  }
  workbook.removeWorksheet('运营机构');
  await workbook.xlsx.writeFile(path);
}

async function read(path: string): Promise<WholeReport> {
  const whole = await readWholeReport(path, programmes);
  if (whole.kind !== 'read') throw new Error(whole.message);
  return whole;
}

/** What a report says, whichever program saved it. */
async function said(path: string) {
  const { cover, content, problems } = await read(path);
  return {
    cover: { ...cover, programme: cover.programme.id },
    content: { ...content, file: '' },
    problems: problems.map((problem) => ({ ...problem, file: '' })),
  };
}

/** Opens workbooks with LibreOffice and saves each as .xlsx into the folder `saved`. */
async function saveWithLibreOffice(...files: readonly string[]): Promise<void> {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const words = ['--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'saved')];
  await promisify(execFile)('soffice', [profile, ...words, ...files]);
}

if (isInstalled) {
  describe('a template, opened and saved by LibreOffice', () => {
    const path = (name: string) => join(folder, name);
    const saved = (name: string) => join(folder, 'saved', name);

    beforeAll(async () => {
      const programme = findProgramme('2019-city-operation');
      if (!programme) throw new Error('no programme');
      await writeTemplate(programme, 2021, createWriteStream(path('template.xlsx')));
      await writeFilled(path('template.xlsx'), path('filled.xlsx'));
      const { problems } = await read(path('filled.xlsx'));
      const marked = createWriteStream(path('marked.xlsx'));
      await writeMarkedCopy(path('filled.xlsx'), problems, marked);
      await saveWithLibreOffice(path('template.xlsx'), path('filled.xlsx'), path('marked.xlsx'));
    });

    it('reads the same once it is filled in', async () => {
      const direct = await said(path('filled.xlsx'));
      expect(direct.content.ledgers['pledges']?.rows.map(({ values }) => values['amount'])).toEqual(
        [1_234_560_000, 3_000_000_000, 300_000],
      );
      expect(direct.content.figures).toHaveLength(2);
      expect(direct.problems.map(({ code }) => code)).toContain('credit-code-check');
      expect(await said(saved('filled.xlsx'))).toEqual(direct);
    });

    it('keeps its drop-downs, hints and locked headers', async () => {
      const workbook = await partOf(saved('template.xlsx'), 'xl/workbook.xml');
      const sheet = await partOf(saved('template.xlsx'), 'xl/worksheets/sheet11.xml');
      const [, list = ''] =
        /<dataValidation [^>]*sqref="C2:C\d+" type="list"><formula1>(\w+)</.exec(sheet) ?? [];
      expect(workbook).toMatch(new RegExp(`name="${list}"[^>]*>选项!\\$\\w\\$1:\\$\\w\\$3<`));
      expect(sheet).toMatch(/prompt="必填。18位统一社会信用代码，含校验位。/);
      expect(sheet).toMatch(/<sheetProtection sheet="true"[^>]*deleteRows="false"/);
    });

    it('reads the same as a marked copy', async () => {
      expect(await said(saved('marked.xlsx'))).toEqual(await said(path('filled.xlsx')));
    });
  });
} else {
  it('NOT RUN: LibreOffice is not installed, so no workbook was opened with it', () => {
    if (process.env['CI']) throw new Error('LibreOffice has to be installed where CI is set');
    process.stderr.write('NOT RUN 未运行: test/e2e/libreoffice.spec.ts needs LibreOffice\n');
  });
}
