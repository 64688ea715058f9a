import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { readWholeReport } from '#report';
import { coverFields, placesOf, read, readAt, rowsOf, smallProgramme } from './small-programme.js';
import { inFolder, sheetOf, withFile } from './workbook-of-parts.js';

type Content = Readonly<Record<string, unknown>>;

const sound: Content = {
  报告格式: 1,
  封面: Object.fromEntries(coverFields.slice(1)),
  年度数据: [],
  专项说明: [],
  台账: [],
};

const readJson = (content: Content) => withFile(JSON.stringify(content), readAt);
const readText = (text: string) =>
  withFile(text, (path) => readWholeReport(path, [smallProgramme]));

/** The report in order with a ledger given as JSON text, for what `JSON.stringify` cannot write. */
const withLedger = (ledger: string) =>
  JSON.stringify({ ...sound, 台账: 0 }).replace('"台账":0', `"台账":${ledger}`);

describe('a report in JSON', () => {
  it('in order is read without a problem, and an empty array says zero', async () => {
    const report = await readJson(sound);
    expect(report.problems).toEqual([]);
    expect(report.content.ledgers).toEqual({ items: { rows: [], rejected: 0 } });
  });

  it('says the same as a workbook with the same content', async () => {
    const header = ['名称', '金额（万元）', '件数', '日期', '类型'] as const;
    const rows = [
      ['甲', 1.5, 3, '2021-03-05', '其他'],
      ['乙', -1, 2.5, '03/05/2021', '别的'],
      ['丙', '1,234.50', '３', 20210305, 'ＰＣＴ'],
    ];
    const workbook = await read({ ledger: sheetOf([header, ...rows]) });
    const items = rows.map((row) =>
      Object.fromEntries(header.map((name, column) => [name, row[column]])),
    );
    const json = await readJson({ ...sound, 台账: items });
    expect(rowsOf(json)).toEqual(rowsOf(workbook));
    expect(placesOf(json)).toEqual(placesOf(workbook));
    expect(json.cover).toEqual(workbook.cover);
  });

  it('takes items that name other columns, or in another order, than those before', async () => {
    const values = [
      { 名称: '甲', 件数: 1, 类型: '其他' },
      { 类型: '其他', 名称: '乙', 件数: 2 },
      { 名称: '丙' },
      { 件数: 3, 名称: '丁' },
      { 名称: '戊', 件数: 4, 类型: '其他' },
    ];
    const report = await readJson({ ...sound, 台账: values });
    expect(rowsOf(report)).toEqual(
      values.map(({ 名称, 件数, 类型 }, index) => ({
        row: index + 2,
        values: { name: 名称, ...(件数 && { count: 件数 }), ...(类型 && { type: 类型 }) },
      })),
    );
  });

  it('refuses a cell that no workbook could hold, and quotes it without harm', async () => {
    const report = await readJson({
      ...sound,
      '附\u0000件': [],
      台账: [{ 名称: '甲\u0000' }, { 名称: '乙\n丙', '备\u0001注': '多' }],
    });
    expect(rowsOf(report)).toEqual([{ row: 3, values: { name: '乙\n丙' } }]);
    expect(placesOf(report)).toEqual([
      ['column-unknown', 1, undefined],
      ['text-damaged', 2, '名称'],
      ['sheet-unknown', undefined, undefined],
    ]);
    expect(JSON.stringify(report.problems)).not.toMatch(/\\u00/);
    expect(report.problems[1]?.seen).toBe('甲\uFFFD');
  });

  it('gives the digits of a number that stands for a text as a spreadsheet shows them', async () => {
    const report = await readText(
      withLedger('[{ "名称": 4.3499999999999996, "专利号": 201710736136.20001 }]'),
    );
    expect(report.kind === 'read' && rowsOf(report)).toEqual([
      { row: 2, values: { name: '4.35', number: '2017107361362' } },
    ]);
  });

  it('names an unknown column as it is written', async () => {
    const report = await readJson({ ...sound, 台账: [{ 名称: '甲', '备注（ＡＢ）': '多' }] });
    expect(report.problems.map(({ seen }) => seen)).toEqual(['备注（ＡＢ）']);
  });

  it('may leave cells out, write them null, and fold their names', async () => {
    const report = await readJson({
      ...sound,
      台账: [
        { 名称: '甲', 件数: null, '金额(万元)': 2 },
        { 件数: 1, 备注: '多' },
      ],
    });
    expect(rowsOf(report)).toEqual([{ row: 2, values: { name: '甲', amount: 2_000_000 } }]);
    expect(placesOf(report)).toEqual([
      ['column-unknown', 1, undefined],
      ['required-blank', 3, '名称'],
    ]);
  });

  it('may name the cells of each item in another order', async () => {
    const report = await readJson({
      ...{ 附件: [{ 件数: 1, 其他: { 名称: '乙', 件数: [] }, 名称: 2 }], ...sound },
      台账: [
        { 名称: '甲', 件数: 1 },
        { 件数: 2, 名称: '乙' },
        { 件数: 3, '金额（万元）': 4, 名称: '丙' },
      ],
    });
    expect(rowsOf(report)?.map(({ values }) => values)).toEqual([
      { name: '甲', count: 1 },
      { name: '乙', count: 2 },
      { name: '丙', count: 3, amount: 4_000_000 },
    ]);
  });

  it('gives figures, statements, booleans and 无', async () => {
    const report = await readJson({
      ...sound,
      年度数据: [{ 指标编码: 'pledge-amount', 单位: '亿元', 年份: 2018, 数值: 1.5 }],
      专项说明: [{ 指标编码: 'cluster-zone', 完成情况: '已建成' }],
      台账: [{ 名称: '无' }],
    });
    expect(report.content.figures).toEqual([
      { code: 'pledge-amount', year: 2018, value: 15_000_000_000n, unit: '万元', row: 2 },
    ]);
    expect(report.content.statements).toHaveLength(1);
    expect(rowsOf(report)).toEqual([]);
    const sure = await readJson({ ...sound, 台账: [{ 名称: '甲', 确认: true }] });
    expect(rowsOf(sure)?.[0]?.values['sure']).toBe(true);
  });

  it('leaves unknown names in peace, whatever they hold, and says so', async () => {
    const report = await readJson({ $schema: 'x', ...sound, 附件: { a: [[{}]] }, __proto__x: 1 });
    expect(report.problems.map(({ code, sheet }) => [code, sheet])).toEqual([
      ['sheet-unknown', '$schema'],
      ['sheet-unknown', '附件'],
      ['sheet-unknown', '__proto__x'],
    ]);
  });

  it.each([
    ['3.3000000000000003', 3_300_000],
    ['0.000001', 1],
    ['1e3', 1_000_000_000],
    ['1.50', 1_500_000],
    ['"9007199254.740991"', 9_007_199_254_740_991],
    ['1234567890.123456', 'number-precision'],
    ['123456789.1234567', 'number-precision'],
    ['1234567890123456', 'number-precision'],
    ['9999999999999999', 'number-precision'],
    ['123456789012345', 'number-too-large'],
    ['-0', 0],
    ['-1', 'number-negative'],
    ['true', 'number-form'],
  ])('takes the digits of %s as written', async (written, expected) => {
    const report = await readText(withLedger(`[{"名称":"甲","金额（万元）":${written}}]`));
    if (report.kind === 'unreadable') throw new Error(report.message);
    const amount = report.content.ledgers['items']?.rows[0]?.values['amount'];
    expect(amount ?? report.problems[0]?.code).toBe(expected);
  });

  it('gives any text back as it was', async () => {
    const texts = fc.array(fc.string({ unit: 'binary' }).filter((text) => text.trim() !== ''));
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        const items = given.map((text) => ({ 名称: `甲${text}` }));
        const report = await readJson({ ...sound, 台账: items });
        const names = rowsOf(report)?.map(({ values }) => values['name']);
        const intact = given.filter((text) => !/[\uFFFD-\uFFFF]|[^\P{Cc}\t\n\r]/u.test(text));
        expect(names).toEqual(intact.map((text) => `甲${text}`.trim()));
      }),
      { numRuns: 50 },
    );
  });

  it('with half a character is an error of its cell', async () => {
    const report = await readText(withLedger('[{"名称":"甲\\ud83d"}]'));
    expect(report.kind === 'read' && placesOf(report)).toEqual([['text-damaged', 2, '名称']]);
  });
});

describe('what is no report in JSON', () => {
  it.each([
    ['cut off', '{"报告格式":1,"封面":{"项目', '文件可能不完整'],
    ['an array', '[]', '应为对象'],
    ['followed by more', '{} {}', '多余的内容'],
    ['with a trailing comma', '{"封面":{},}', '双引号'],
    ['with a comment', '{"封面":{} /* 注 */}', '逗号'],
    ['with single quotes', "{'封面':{}}", '双引号'],
    ['with NaN', '{"封面":NaN}', '应为一个值'],
    ['with a leading zero', '{"封面":01}', '应为一个值'],
    ['with a bare point', '{"封面":.5}', '应为一个值'],
    ['with a point at the end', '{"封面":5.}', '应为一个值'],
    ['with a letter behind a number', '{"封面":5a}', '应为一个值'],
    ['with a plus sign', '{"封面":+5}', '应为一个值'],
    ['with a line break in a text', '{"封面":"a\nb"}', '换行'],
    ['with a bad escape', '{"封面":"\\x"}', '转义'],
    ['with a name given twice', '{"封面":{"a":1,"a":2}}', '“a”出现了两次'],
    ['with a name given twice by escape', '{"封面":{"a":1,"\\u0061":2}}', '“a”出现了两次'],
    ['nested without end', '{"封面":'.concat('['.repeat(100_000)), '嵌套过深'],
    ['with a text longer than a cell', `{"封面":"${'a'.repeat(40_000)}"}`, '文字过长'],
  ])('%s', async (_, text, words) => {
    const report = await readText(text);
    expect(report).toMatchObject({ kind: 'unreadable', code: 'json-malformed' });
    expect(report.kind === 'unreadable' && report.message).toMatch(
      /^JSON内容有误（第\d+行）：.*。$/,
    );
    expect(report.kind === 'unreadable' && report.message).toContain(words);
  });

  it.each([
    ['as the item before has once', '[{"a":1,"b":2},{"a":1,"a":2}]'],
    ['as other items have in its two places', '[{"a":1,"b":2},{"b":1},{"b":1,"b":2}]'],
    ['behind one that the item before has not', '[{"a":1,"b":2},{"c":1,"b":2,"c":3}]'],
    ['behind all that the item before has', '[{"a":1,"b":2},{"a":1,"b":2,"a":3}]'],
  ])('with a name twice in an item, %s', async (_, items) => {
    const report = await readText(withLedger(items));
    expect(report.kind === 'unreadable' && report.message).toContain('出现了两次');
  });

  it('names the line', async () => {
    const report = await readText('{\n"报告格式": 1,\n"封面": x\n}');
    expect(report.kind === 'unreadable' && report.message).toContain('第3行');
  });

  it('is refused where a sheet is no list of items', async () => {
    for (const ledger of ['{}', '1', '[1]', '[[]]', '[{"名称":{}}]', '[{"名称":["甲"]}]']) {
      expect(await readText(withLedger(ledger))).toMatchObject({ code: 'json-malformed' });
    }
  });

  it('is refused where it is not UTF-8', async () => {
    const gbk = Buffer.concat([
      Buffer.from('{"'),
      Buffer.from([0xb7, 0xe2, 0xc3, 0xe6]),
      Buffer.from('":1}'),
    ]);
    const report = await withFile(gbk, (path) => readWholeReport(path, [smallProgramme]));
    expect(report).toMatchObject({ code: 'json-malformed' });
  });

  it('is refused without 封面', async () => {
    expect(await readText('{"报告格式":1}')).toMatchObject({ code: 'cover-missing' });
  });

  it('is read or refused, and never a fault, whatever was done to it', async () => {
    const text = JSON.stringify({ ...sound, 台账: [{ 名称: '甲', 件数: 1.5 }] });
    const damage = fc.record({
      at: fc.nat({ max: text.length }),
      cut: fc.nat({ max: 5 }),
      piece: fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', '0', '-', 'e', '.', 'null'),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, cut, piece }) => {
        const altered = text.slice(0, at) + piece + text.slice(at + cut);
        const report = await readText(altered);
        let parses = true;
        try {
          JSON.parse(altered);
        } catch {
          parses = false;
        }
        if (!parses) expect(report.kind).toBe('unreadable');
      }),
      { numRuns: 300 },
    );
  });
});

it('a file that the system does not hand over is a fault and no refusal: it may be read another time', async () => {
  await inFolder(async (folder) => {
    const loop = join(folder, 'loop');
    await symlink(loop, loop);
    await expect(readWholeReport(loop, [smallProgramme])).rejects.toMatchObject({ code: 'ELOOP' });
  });
});
