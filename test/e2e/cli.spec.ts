import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { allMet, assessJson, build, cityReport, folder, put, run } from './cli-on-trial.js';

const someText: unknown = expect.any(String);
const someList: unknown = expect.any(Array);
const someObject: unknown = expect.any(Object);
const text = (part: string): unknown => expect.stringContaining(part);
const among = (member: object): unknown =>
  expect.arrayContaining([expect.objectContaining(member)]);

const sampleOfLiaoning = join(
  import.meta.dirname,
  '../scenarios/2023-liaoning-platform/sample-report.json',
);
const all = put('all.json', allMet());
const short = put(
  'short.json',
  allMet({
    '2021年': {
      贯标单位: [
        { '99 行': { 单位类型: '企业', 认证日期: '2020-05-01', 有效期至: '2023-04-30' } },
        { '1 行': { 单位类型: '企业', 统一社会信用代码: '914403001922038217' } },
      ],
    },
  }),
);
const base = put('base.json', cityReport({ '2018年': { 交易许可: '无' } }));
const early = put('early.json', cityReport({ '2019年': { 贯标单位: '无' } }));
const loop = 'loop.xlsx';
symlinkSync(loop, join(folder, loop));

beforeAll(build);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('assess --json', () => {
  it('prints one object with every field of the contract, and nothing else on stdout', () => {
    const { status, stdout, stderr } = run(['assess', all, '--json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      programme: '2019-city-operation',
      subject: { code: '999901', name: '示例市' },
      year: 2021,
      basis: 'evidence',
      whatIf: false,
      gate: { quantified: 'eligible', overall: 'undetermined' },
      targets: among({
        id: 'operating-institutions',
        outcome: 'met',
        due: true,
        kind: 'measured',
        value: '5',
        threshold: '5',
        unit: '家',
        margin: '0',
        clause: {
          document: '财办建〔2019〕70号',
          article: '一（三）1',
          quote: text('培育5家以上'),
        },
        reason: someText,
        trace: someObject,
      }),
      rows: { accepted: 2390, rejected: 0 },
      problems: someList,
    });
  });

  it('lists a problem with the file as it was called, and the row as a spreadsheet numbers it', () => {
    const problem = {
      severity: 'error',
      code: 'credit-code-check',
      file: 'short.json',
      sheet: '贯标单位',
      row: 101,
      column: '统一社会信用代码',
      seen: '914403001922038217',
      expected: someText,
      message: text('第101行'),
    };
    expect(assessJson(short)).toMatchObject({ problems: among(problem) });
  });

  it('gives the same bytes in any time zone, locale and order of files, and for a file given twice', () => {
    const files = [all, early];
    const { stdout } = run(['assess', ...files, '--json'], { TZ: 'Asia/Shanghai' });
    const abroad = { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' };
    expect(run(['assess', ...files.toReversed(), '--json'], abroad).stdout).toBe(stdout);
    expect(run(['assess', ...files, all, '--json']).stdout).toBe(stdout);
  });

  it('assesses the year that is asked for, and says on stderr which report is too late', () => {
    const { status, stdout, stderr } = run(['assess', all, early, '--year', '2019', '--json']);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'all.json是2021年度的报告，晚于评定年度2019，没有计入。\n',
    });
    expect(JSON.parse(stdout)).toMatchObject({ year: 2019, inputs: [{ name: 'early.json' }] });
  });

  it('lists no problem of a report that is too late to count', () => {
    const files = (result: unknown) => JSON.stringify(result).match(/"file":"[^"]*\.json"/g) ?? [];
    expect(files(assessJson(short, early))).toContain('"file":"short.json"');
    const asked = files(assessJson(short, early, '--year', '2019'));
    expect(new Set(asked)).toEqual(new Set(['"file":"early.json"']));
  });

  it('misses no sheet that another part of the same year has', () => {
    const whole = Object.entries(allMet());
    const first = Object.fromEntries(
      whole.filter(([sheet]) => sheet !== '贯标单位' && sheet !== '集聚区'),
    );
    const second = { 报告格式: 1, 封面: first['封面'], 贯标单位: [] };
    const missing = (...files: string[]) =>
      JSON.stringify(assessJson(...files)).match(/sheet-missing[^}]*"sheet":"[^"]*"/g) ?? [];
    const [one, other] = [put('part-1.json', first), put('part-2.json', second)];
    expect(missing(one).join()).toContain('"sheet":"贯标单位"');
    const both = missing(one, other).join();
    expect(both).not.toContain('"sheet":"贯标单位"');
    expect(both).not.toContain('"sheet":"运营机构"');
    expect(both).toContain('"sheet":"集聚区"');
    expect(missing(other, base).join()).toContain('"sheet":"集聚区"');
  });

  it('decides by the declared figures on the declared basis', () => {
    const outcome = (...words: string[]) => assessJson(short, ...words);
    expect(outcome()).toMatchObject({ basis: 'evidence' });
    expect(outcome('--basis', 'declared')).toMatchObject({
      basis: 'declared',
      gate: { quantified: 'undetermined' },
    });
  });

  it('marks a switched reading as a what-if', () => {
    const words = ['--reading', 'equity=excluded', '--reading', 'growth-method=simple'];
    expect(assessJson(all, ...words)).toMatchObject({
      whatIf: true,
      readings: { equity: 'excluded', 'growth-method': 'simple' },
    });
  });

  it('takes the thresholds of a filed plan', () => {
    const plan = put('plan.json', {
      document: '示例政〔2019〕1号',
      targets: { 'custody-smes': { threshold: '1200', milestones: { '2020': '600' } } },
    });
    expect(assessJson(all, '--plan', plan)).toMatchObject({
      plan: '示例政〔2019〕1号',
      gate: { quantified: 'ineligible' },
      targets: among({ id: 'custody-smes', threshold: '1200', margin: '-200' }),
    });
  });
});

describe('exit status', () => {
  it.each([
    ['an assessment, whatever its outcome', 0, [short]],
    ['an eligible gate with --exit-code', 0, [all, '--exit-code']],
    ['a gate that is not eligible with --exit-code', 1, [short, '--exit-code']],
    ['a gate that cannot be judged with --exit-code', 1, [early, '--exit-code']],
  ])('%s: %i', (_name, status, words) => {
    expect(run(['assess', ...words]).status).toBe(status);
  });

  it.each([
    ['no command', [], '请给出命令。'],
    ['an unknown command', ['asess'], '没有“asess”这个命令。'],
    ['no file', ['assess'], '请至少给出一个报告文件。'],
    ['an unknown option', ['assess', all, '--jsn'], '选项有误：--jsn'],
    [
      'an unknown basis',
      ['assess', all, '--basis', 'guess'],
      '--basis 只能是 evidence 或 declared',
    ],
    ['a year that is none', ['assess', all, '--year', '21'], '--year 应为四位年份'],
    ['a year not assessed', ['assess', all, '--year', '2022'], '不评定2022年度'],
    ['the base year alone', ['assess', base], '2018年是基期'],
    [
      'a reading without value',
      ['assess', all, '--reading', 'equity'],
      '--reading 应写成 名称=取值',
    ],
    ['an unknown reading', ['assess', all, '--reading', 'x=y'], '没有“x”这个解释口径'],
    ['an unknown value', ['assess', all, '--reading', 'equity=y'], 'equity 没有“y”这个取值'],
    ['a template of no programme', ['template', '--year', '2021'], '请用 --programme 给出项目编码'],
    ['an unknown programme', ['template', '--programme', 'x'], '没有“x”这个项目'],
    [
      'a template of another year',
      ['template', '--programme', '2019-city-operation', '--year', '2022'],
      '请用 --year 给出报告年度：2018、2019、2020、2021，不能是“2022”',
    ],
  ])('wrong usage, %s: 2 and how to call it, on stderr', (_name, words, sentence) => {
    const { status, stdout, stderr } = run(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('用法 Usage');
  });

  it.each([
    ['a file that is not there', ['nowhere.xlsx'], 'nowhere.xlsx：'],
    ['a file that is no report', [put('notes.xlsx', '不是工作簿')], 'notes.xlsx：'],
    [
      'a report of another subject',
      [
        all,
        put('other.json', {
          ...allMet(),
          封面: {
            报告年度: 2021,
            填报主体: '示例市',
            主体代码: '999902',
            项目编码: '2019-city-operation',
          },
        }),
      ],
      'other.json：主体代码是999902，与all.json的999901不是同一个主体',
    ],
    ['a report of another programme', [all, sampleOfLiaoning], '不是同一个项目'],
    [
      'a plan that is no JSON',
      [all, '--plan', put('bad.json', '{')],
      'bad.json：方案不是有效的 JSON',
    ],
    [
      'a plan for no target',
      [all, '--plan', put('wrong.json', { document: 'x', targets: { y: {} } })],
      'targets：没有“y”这个绩效目标',
    ],
    ['a loop of links', [loop], 'loop.xlsx：文件打不开（ELOOP）'],
    ['a name that is too long', ['x'.repeat(300)], 'x：文件打不开（ENAMETOOLONG）'],
    ['a plan that is not there', [all, '--plan', 'none.json'], 'none.json：方案打不开'],
  ])('%s: 3 and one sentence on stderr', (_name, words, sentence) => {
    const { status, stdout, stderr } = run(['assess', ...words]);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('a file that may not be opened: 3, with what is wrong with the others', () => {
    const { status, stdout, stderr } = run(['assess', loop, 'nowhere.xlsx', all]);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^loop\.xlsx：.*The file cannot be opened/),
      expect.stringMatching(/^nowhere\.xlsx：找不到这个文件/),
    ]);
  });

  it('a file without the permission to read it: 3', () => {
    const code =
      'import fs from "node:fs"; fs.open = (...all) => all.at(-1)(Object.assign(new Error("denied"), { code: "EACCES", syscall: "open" }))';
    const denied = `data:text/javascript,${encodeURIComponent(code)}`;
    const { status, stderr } = run(['assess', all], { NODE_OPTIONS: `--import=${denied}` });
    expect({ status, stderr: stderr.trim() }).toEqual({
      status: 3,
      stderr: text('all.json：文件打不开（EACCES）'),
    });
  });

  it('a fault of the program: 70', () => {
    const code = 'Array.prototype.findLast = () => { throw new Error("broken"); }';
    const broken = `data:text/javascript,${encodeURIComponent(code)}`;
    const { status, stdout, stderr } = run(['assess', all], { NODE_OPTIONS: `--import=${broken}` });
    expect({ status, stdout }).toEqual({ status: 70, stdout: '' });
    expect(stderr).toContain('程序出错');
  });
});

describe('assess for people', () => {
  it('shows table, gate and what to do without colour where nobody watches', () => {
    const { status, stdout, stderr } = run(['assess', short]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('│ ✗ │ 知识产权管理规范贯标');
    expect(stdout).toContain('量化目标 quantified  不符合 ineligible  ← 知识产权管理规范贯标');
    expect(stdout).toContain('另有1行因填写错误不作证据，改正后可能改变结论');
    expect(stdout).toContain('等待核查结论');
    expect(stdout).toContain('错误 short.json “贯标单位”表第101行');
  });

  it('keeps every line of the table equally wide, a Chinese character taking two columns', () => {
    const lines = run(['assess', all])
      .stdout.split('\n')
      .filter((line) => /^[┌│├└]/.test(line));
    const widths = lines.map((line) =>
      [...line].reduce((sum, character) => sum + (/[\u3000-\uffef]/.test(character) ? 2 : 1), 0),
    );
    expect(lines).toHaveLength(19);
    expect(new Set(widths).size).toBe(1);
  });

  it('says of a what-if that it can release no money', () => {
    const { stdout } = run(['assess', all, '--reading', 'equity=excluded']);
    expect(stdout).toContain('这是换了解释口径的试算，不能用于拨款');
  });
});

describe('template', () => {
  it('writes a workbook that reads as a report, and names it on stdout', () => {
    const words = ['--programme', '2019-city-operation', '--year', '2021', '--out', 'blank.xlsx'];
    expect(run(['template', ...words])).toMatchObject({ status: 0, stdout: 'blank.xlsx\n' });
    expect(readFileSync(join(folder, 'blank.xlsx')).subarray(0, 2).toString()).toBe('PK');
    expect(run(['assess', 'blank.xlsx'])).toMatchObject({
      status: 3,
      stderr: text('主体代码'),
    });
  });
});

describe('assess --marked', () => {
  it('gives the workbook back with the bad cell painted and explained', async () => {
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('封面').addRows([
      ['报告格式', '1'],
      ['项目编码', '2019-city-operation'],
      ['填报主体', '示例市'],
      ['主体代码', '999901'],
      ['报告年度', 2021],
      ['填报日期', '2022-01-31'],
    ]);
    const unit = ['企业', 'GB/T 29490', 'R1', '2021-03-05'];
    workbook.addWorksheet('贯标单位').addRows([
      ['单位名称', '统一社会信用代码', '单位类型', '标准', '证书编号', '认证日期'],
      ['甲公司', '914403001922038216', ...unit],
      ['乙公司', '914403001922038217', ...unit],
    ]);
    await workbook.xlsx.writeFile(join(folder, 'own.xlsx'));
    const assessed = run(['assess', 'own.xlsx', '--json', '--marked', 'own-marked.xlsx']);
    expect(assessed).toMatchObject({ status: 0, stderr: text('own-marked.xlsx') });
    expect(JSON.parse(assessed.stdout)).toMatchObject({
      rows: { accepted: 1, rejected: 1 },
      problems: among({ code: 'credit-code-check', sheet: '贯标单位', row: 3 }),
    });
    const marked = new exceljs.Workbook();
    await marked.xlsx.readFile(join(folder, 'own-marked.xlsx'));
    const sheet = marked.getWorksheet('贯标单位');
    expect(sheet?.getCell('B3').fill).toMatchObject({ pattern: 'solid' });
    expect(sheet?.getCell('B2').fill).toBeUndefined();
    expect(sheet?.getCell('G1').value).toBe('错误说明');
    expect(sheet?.getCell('G3').value).toContain('统一社会信用代码');
    expect(run(['assess', 'own-marked.xlsx']).status).toBe(0);
  });

  it('never writes over a file, the original least of all', () => {
    const own = readFileSync(join(folder, 'own.xlsx'));
    for (const out of ['own.xlsx', 'own-marked.xlsx']) {
      const { status, stdout, stderr } = run(['assess', 'own.xlsx', '--marked', out]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(`${out}：已经有这个文件，没有覆盖`);
    }
    expect(readFileSync(join(folder, 'own.xlsx')).equals(own)).toBe(true);
  });

  it('marks one workbook, and never JSON', () => {
    const workbook = join(folder, 'marked-from.xlsx');
    const out = join(folder, 'marked-to.xlsx');
    const template = ['template', '--programme', '2019-city-operation', '--year', '2021'];
    expect(run([...template, '--out', workbook]).status).toBe(0);
    const before = readFileSync(workbook);
    expect(run([...template, '--out', workbook]).status).toBe(2);
    expect(readFileSync(workbook).equals(before)).toBe(true);
    expect(run(['assess', workbook, workbook, '--marked', out]).status).toBe(2);
    expect(run(['assess', 'report.json', '--marked', out]).status).toBe(2);
  });
});

describe('a place that cannot be written', () => {
  const templateOf = ['template', '--programme', '2019-city-operation', '--year', '2021'];

  it.each([
    ['a template in no folder', [...templateOf, '--out', 'none/x.xlsx'], '没有这个文件夹'],
    ['a template on a folder', [...templateOf, '--out', folder], '已经有这个文件'],
    ['a marked copy', ['assess', 'own.xlsx', '--marked', 'none/x.xlsx'], '没有这个文件夹'],
    ['a rulebook', ['rulebook', '--out', 'none/x.html'], '没有这个文件夹'],
    ['a rulebook on a folder', ['rulebook', '--out', folder], '这是文件夹'],
    ['the pages of the format', ['format-docs', '--out', 'own.xlsx'], 'own.xlsx'],
  ])('%s: 2 and one sentence on stderr', (_name, words, sentence) => {
    const { status, stdout, stderr } = run(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('rulebook', () => {
  it('writes one page with every programme, and names it on stdout', () => {
    expect(run(['rulebook', '--out', 'rules.html'])).toMatchObject({
      status: 0,
      stdout: 'rules.html\n',
    });
    const page = readFileSync(join(folder, 'rules.html'), 'utf8');
    expect(page).toContain('财办建〔2019〕70号');
    expect(page).toContain('LN_ZHZX-2023005-1');
  });
});
