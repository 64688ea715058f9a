import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sqlite from 'better-sqlite3';
import exceljs from 'exceljs';
import { IssuePaper } from '#application';
import { failureView, paperView, verifiedPaperView, weightsView, type PaperView } from '#contracts';
import { openStore } from '#persistence';
import { findProgramme } from '#rulebook';
import { determined, MoneyOnTrial, person } from '../money/money-on-trial.js';
import { failureOf, valueOf } from '../outcome-on-trial.js';
import { ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';
import { partOf } from './zip-part.js';

const run = promisify(execFile);
/** What papers are opened with: LibreOffice with its Writer, and poppler. */
const isInstalled =
  existsSync('/usr/lib/libreoffice/program/libswlo.so') &&
  ['soffice', 'pdftotext'].every(
    (command) => spawnSync(command, ['--version']).error === undefined,
  );
const subject = '/api/subjects/2019-city-operation/999901';
const papers = `${subject}/papers`;
const weights = '/api/programmes/2019-city-operation/weights';
const targets = findProgramme('2019-city-operation')?.targets ?? [];
/** 90 points: six for each of thirteen targets, and twelve for the last. */
const points = Object.fromEntries(
  targets.map(({ id }, index) => [id, index === 13 ? '12' : '6'] as const),
);
/** What would be a formula in a spreadsheet, markup in a document, would turn text around, and is rare. */
const hostile = '=HYPERLINK("http://x.example","点")&<b>甲</b>\u202e𠮷';

/** Longer than a page could hold in the column that it belongs to. */
const long = `${'落实专项资助政策。'.repeat(200)}确保年内完成。`;

/** A report with 资金使用 and a word on what was missed. */
function report(): Buffer {
  const told: unknown = JSON.parse(smallReport(2021, { note: '示例市知识产权局' }).toString());
  return Buffer.from(
    JSON.stringify({
      ...(typeof told === 'object' ? told : {}),
      专项说明: [
        { 指标编码: 'certified-units', 完成情况: '', 偏差原因及改进措施: hostile },
        { 指标编码: 'custody-smes', 完成情况: '', 偏差原因及改进措施: long },
      ],
      资金使用: [
        { 项目: '甲', '预算（万元）': 300, '支出（万元）': 100, 日期: '2021-03-01' },
        { 项目: '甲', '预算（万元）': 300, '支出（万元）': 100.5, 日期: '2021-09-01' },
      ],
    }),
  );
}

describe('papers', () => {
  let service: ServiceOnTrial;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'papers-'));
    service = await ServiceOnTrial.start();
    await service.handIn(2021, report());
  });
  afterAll(async () => {
    await service.stop();
    await rm(folder, { recursive: true });
  });

  const issued = async (answer: Promise<Response>): Promise<PaperView> =>
    paperView.parse(await (await answer).json());
  const selfAssessment = () => issued(service.post(`${papers}/self-assessment`, { year: 2021 }));
  const refusal = async (answer: Promise<Response>) =>
    failureView.parse(await (await answer).json()).error;
  const standing = async ({ code }: { code: string }) =>
    verifiedPaperView.parse(await service.stranger.json(`/api/verification/${code}`)).standing;
  const fileOf = async ({ id, files }: PaperView, format: string) => {
    const answer = await service.get(`${papers}/${id}/files/${format}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(files).toContainEqual({ format, sha256 });
    const path = join(folder, `${id}.${format}`);
    await writeFile(path, bytes);
    return path;
  };
  const sheetOf = async (path: string) => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(path);
    const [sheet] = workbook.worksheets;
    if (!sheet) throw new Error('no sheet');
    return sheet;
  };
  /** The values of the row that says something, each once, without the cells that are merged. */
  const rowWith = (sheet: exceljs.Worksheet, said: string) => {
    const rows = Array.from({ length: sheet.rowCount }, (_, index) => {
      const row = sheet.getRow(index + 1);
      const cells = Array.from({ length: 78 }, (_each, column) => row.getCell(column + 1));
      return cells.filter((cell) => cell.master === cell).map((cell) => cell.value);
    });
    return rows.find((cells) => cells.includes(said)) ?? [];
  };

  it('leave the scores blank until the finance ministry sets what targets are worth', async () => {
    const paper = await selfAssessment();
    const sheet = await sheetOf(await fileOf(paper, 'xlsx'));
    expect(rowWith(sheet, '年度资金总额')).toEqual(['年度资金总额', 300, 200.5, '66.83%', '', '']);
    expect(rowWith(sheet, '总分')).toEqual(['总分', '', '', '']);
    const row = rowWith(sheet, '知识产权管理规范贯标');
    expect(row.slice(-5, -1)).toEqual(['≥100家', '1家（未达标）', '', '']);
    expect(paper.gist).toContain('未合计总分');
  });

  it('say at their foot where the audit chain stood, which shows a tail that is cut', async () => {
    const { headerFooter } = await sheetOf(await fileOf(await selfAssessment(), 'xlsx'));
    const [, number, chain] = /审计校验点 (\d+):(\w+)/.exec(headerFooter.oddFooter ?? '') ?? [];
    const database = new sqlite(join(service.folder, 'pilot-targets.sqlite'), { readonly: true });
    const link = database.prepare('SELECT chain FROM seal WHERE number = ?').get(number);
    database.close();
    expect(link).toEqual({ chain });
  });

  it('take weights from the finance ministry alone, which come to a hundred with execution', async () => {
    const asked = { year: 2021, document: '示例财〔2022〕9号', points };
    const short = { ...asked, points: { ...points, 'mixed-pledge': '11.5' } };
    expect((await refusal(service.post(weights, short))).message).toContain('现为89.5分');
    const { 'mixed-pledge': _, ...lacking } = points;
    expect((await refusal(service.post(weights, { ...asked, points: lacking }))).code).toBe(
      'unfit-weights',
    );
    const clerk = await service.as('city-clerk');
    expect((await clerk.post(weights, asked)).status).toBe(403);
    const set = weightsView.parse(await (await service.post(weights, asked)).json());
    expect(set).toMatchObject({ ...asked, replaces: null, inForce: true });
    expect((await refusal(service.post(weights, asked))).code).toBe('weights-exist');
    const corrected = { ...asked, document: '示例财〔2022〕10号', replaces: set.id };
    expect((await service.post(weights, corrected)).status).toBe(201);
    expect((await refusal(service.post(weights, corrected))).code).toBe('not-the-current-weights');
    expect(await service.json(weights)).toMatchObject([{ inForce: false }, { inForce: true }]);
  });

  it('say the same as a workbook, a document and a PDF, scores included', async () => {
    const paper = await selfAssessment();
    const sheet = await sheetOf(await fileOf(paper, 'xlsx'));
    expect(rowWith(sheet, '年度资金总额').slice(-2)).toEqual([10, 6.68]);
    expect(rowWith(sheet, '知识产权管理规范贯标').slice(-3, -1)).toEqual([6, 0.06]);
    // No report of 2018 to 2020 was given, so that much cannot be judged, nor added up.
    expect(rowWith(sheet, '总分').slice(-3)).toEqual([100, '', '']);
    const words = [
      '绩效目标自评表',
      '示例财〔2022〕10号',
      '财预〔2020〕10号',
      '人民币贰佰万伍仟元整',
      ...['见表后说明1', `说明：1. 托管覆盖中小微企业：${long.slice(0, 60)}`, long.slice(-60)],
    ];
    const text = JSON.stringify(sheet.getSheetValues());
    for (const each of words) expect(text).toContain(each);
    for (const format of ['docx', 'pdf']) {
      const path = await fileOf(paper, format);
      if (!isInstalled) continue;
      const pdf = format === 'pdf' ? path : await asPdf(path, folder);
      const { stdout } = await run('pdftotext', ['-layout', pdf, '-']);
      const bare = stdout.replaceAll(/\s/g, '');
      for (const each of [...words, paper.code, '6.68', '填报单位（盖章）：示例市知识产权局']) {
        expect([format, bare]).toEqual([format, expect.stringContaining(each.replaceAll(' ', ''))]);
      }
      expect(bare).toMatch(/第1页共\d页/);
      // No seal stands on a page without any of what it is set to.
      const last = stdout.split('\f').findLast((page) => page.includes('（盖章）'));
      expect(last?.replaceAll(/\s/g, '')).toContain('三级指标和指标值出自');
      expect(bare).not.toContain('\ufffd');
    }
  });

  it('show the words of others as words', async () => {
    const paper = await selfAssessment();
    const sheet = await sheetOf(await fileOf(paper, 'xlsx'));
    const shown = '=HYPERLINK("http://x.example","点")&<b>甲</b> 𠮷';
    expect(rowWith(sheet, '知识产权管理规范贯标').at(-1)).toBe(shown);
    const xml = await partOf(await fileOf(paper, 'docx'), 'word/document.xml');
    expect(xml).toContain('&lt;b&gt;甲&lt;/b&gt; 𠮷');
    if (!isInstalled) return;
    const { stdout } = await run('pdftotext', [await fileOf(paper, 'pdf'), '-']);
    // The font that a PDF carries has no glyph for it.
    expect(stdout.replaceAll(/\s/g, '')).toContain('<b>甲</b>〔U+20BB7〕');
  });

  it('embed what the glyphs of a PDF need, and nothing of the machine', async () => {
    const path = await fileOf(await selfAssessment(), 'pdf');
    expect((await readFile(path)).length).toBeLessThan(300_000);
    if (!isInstalled) return;
    const { stdout } = await run('pdffonts', [path]);
    const fonts = stdout.trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    // Embedded, a subset, and with what copying text needs.
    for (const font of fonts) expect(font).toMatch(/NotoSerifSC.*yes yes yes/);
  });

  it('are issued once for the same content, and looked up by anybody', async () => {
    const paper = await selfAssessment();
    expect(await selfAssessment()).toEqual(paper);
    const verify = (code: string) => service.stranger.get(`/api/verification/${code}`);
    const typed = paper.code.toLowerCase().replaceAll('-', ' ');
    const found = verifiedPaperView.parse(await (await verify(typed)).json());
    expect(found).toMatchObject({
      ...{ code: paper.code, kind: 'self-assessment', year: 2021, standing: 'in-force' },
      ...{ subject: { code: '999901', name: '示例市' }, files: paper.files, isDraft: false },
    });
    const wrong = await verify(paper.code.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
    expect(wrong.status).toBe(404);
    expect(failureView.parse(await wrong.json()).error.message).toContain('没有这个核验码');
  });

  it('are replaced by the next that says something else', async () => {
    const before = await selfAssessment();
    const all = paperView.array().parse(await service.json(papers));
    const [first] = all;
    expect(first && (await standing(first))).toBe('replaced');
    expect(await standing(before)).toBe('in-force');
    const finding = { target: 'cluster-zone', on: 'built', year: 2021, outcome: 'met' };
    const aspect = targets.find(({ id }) => id === 'cluster-zone');
    const on = aspect?.kind === 'qualitative' ? aspect.aspects[0]?.id : '';
    await service.post(`${subject}/findings`, { ...finding, on, reason: '现场核查属实' });
    await service.evaluated(2021);
    expect(await standing(before)).toBe('determination-changed');
  });

  it('sum a year up for reviewers, and not for the city', async () => {
    const reviewer = await service.as('ip-reviewer');
    const paper = await issued(reviewer.post(`${papers}/summary`, { year: 2021 }));
    expect(paper.files.map(({ format }) => format)).toEqual(['docx', 'pdf']);
    const clerk = await service.as('city-clerk');
    expect((await clerk.post(`${papers}/summary`, { year: 2021 })).status).toBe(403);
    expect((await refusal(service.post(`${papers}/self-assessment`, { year: 2020 }))).code).toBe(
      'not-evaluated',
    );
  });

  it('say what is so once they are written', async () => {
    const stores = await openStore(service.folder, 'product');
    const { service: past } = await MoneyOnTrial.begin(stores, '950002');
    const before = weightsView
      .array()
      .parse(await service.json(weights))
      .at(-1);
    const corrected = { year: 2021, document: '示例财〔2022〕11号', points, replaces: before?.id };
    let times = 0;
    const write = async () => {
      if (times++ === 0) expect((await service.post(weights, corrected)).status).toBe(201);
      return { ok: true, value: Buffer.from('written') } as const;
    };
    const key = { programme: '2019-city-operation', code: '999901' };
    const asked = { kind: 'self-assessment', year: 2021, standing: 'submitted' } as const;
    const issue = new IssuePaper({ ...past, scratch: folder }, { write });
    const { id } = valueOf(await issue.execute(person('ip-reviewer'), key, asked));
    await stores.close();
    expect((await selfAssessment()).id).toBe(id);
  });

  it('tell of a release only by what it was approved on, and hold only while it stands', async () => {
    const stores = await openStore(service.folder, 'product');
    const money = await MoneyOnTrial.eligible(stores, '950001');
    const { id: release } = valueOf(await money.propose(2_000_000_000n));
    const finance = await service.as('finance-reviewer');
    const letter = (of = release) =>
      finance.post(`${papers.replace('999901', '950001')}/release-letter`, { release: of });
    expect((await refusal(letter())).code).toBe('release-not-approved');
    valueOf(await money.approve(release));
    const first = await issued(letter());
    expect(first).toMatchObject({ release, gist: '拨付2000万元。' });
    expect(await standing(first)).toBe('in-force');
    await determined(stores, money.key, { note: 'another' });
    expect((await refusal(letter())).code).toBe('release-basis-changed');
    expect(await standing(first)).toBe('release-basis-changed');
    expect(failureOf(await money.pay(release))).toBe('release-void');
    expect(await standing(first)).toBe('release-ended');

    const { id: anew } = valueOf(await money.propose(2_000_000_000n));
    valueOf(await money.approve(anew));
    const second = await issued(letter(anew));
    valueOf(await money.pay(anew));
    await determined(stores, money.key, { note: 'a third' });
    expect(await standing(second)).toBe('in-force');
    await stores.close();
  });
});

if (!isInstalled) {
  it('NOT RUN: LibreOffice or poppler is not installed, so no paper was opened with them', () => {
    if (process.env['CI']) throw new Error('they have to be installed where CI is set');
    process.stderr.write('NOT RUN 未运行: test/e2e/papers.spec.ts needs LibreOffice and poppler\n');
  });
}

/** As LibreOffice opens it. */
async function asPdf(path: string, folder: string): Promise<string> {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  await run('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    join(folder, 'opened'),
    path,
  ]);
  const name = path.split('/').at(-1)?.replace(/\w+$/, 'pdf') ?? '';
  return join(folder, 'opened', name);
}
