import fc from 'fast-check';
import { read, readSmall, placesOf, reportSketch, rowsOf } from './small-programme.js';
import { sheetOf, withWorkbook } from './workbook-of-parts.js';

const data = (rows: string) => `<sheetData>${rows}</sheetData>`;
const header = '<row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c></row>';

describe('a workbook', () => {
  it('in order is read without a problem', async () => {
    const report = await read({});
    expect(report.problems).toEqual([]);
    expect(report.cover).toMatchObject({
      programme: { id: 'small' },
      subject: { code: '999901', name: '示例市' },
      year: 2021,
      filledOn: '2022-01-31',
    });
    expect(report.content.ledgers).toEqual({ items: { rows: [], rejected: 0 } });
  });

  it('without a ledger sheet says nothing of that ledger, and with a headed one says zero', async () => {
    const sketch = reportSketch();
    const sheets = { ...sketch.sheets };
    delete sheets['台账'];
    const missing = await withWorkbook({ ...sketch, sheets }, readSmall);
    expect(missing).toMatchObject({ kind: 'read', ledgers: {} });
    expect((await read({ ledger: sheetOf([['名称']]) })).content.ledgers).toEqual({
      items: { rows: [], rejected: 0 },
    });
  });

  it('gives each row by its column ids, with its number in the sheet', async () => {
    const report = await read({
      ledger: sheetOf([
        ['名称', '金额（万元）', '件数', '日期', '确认', '专利号', '类型'],
        ['甲', 1.5, 3, 44260, '是', 'ZL201710736136.2', '发明专利'],
        ['乙'],
      ]),
    });
    expect(report.problems).toEqual([]);
    expect(rowsOf(report)).toEqual([
      {
        row: 2,
        values: {
          ...{ name: '甲', amount: 1_500_000, count: 3, on: '2021-03-05', sure: true },
          ...{ number: '2017107361362', type: '发明专利' },
        },
      },
      { row: 3, values: { name: '乙' } },
    ]);
  });

  it('finds columns by header in any order, folded, and notices unknown ones', async () => {
    const report = await read({
      ledger: sheetOf([
        ['序号', ' 金额(万元) ', '名称', '备注'],
        [1, 2, '甲', '无'],
      ]),
    });
    expect(rowsOf(report)).toEqual([{ row: 2, values: { name: '甲', amount: 2_000_000 } }]);
    expect(placesOf(report)).toEqual([
      ['column-unknown', 1, undefined],
      ['column-unknown', 1, undefined],
    ]);
  });

  it('tells titles, repeated headers, blank, hidden and 合计 rows from data, and says so', async () => {
    const sheet = sheetOf([
      ['示例市2021年台账'],
      ['名称', '件数'],
      ['甲', 1],
      [],
      ['名称', '件数'],
      ['乙', 2],
      ['合 计', 3],
      ['丙', 4],
    ]).replace('<row r="8">', '<row r="8" hidden="1">');
    const report = await read({ ledger: sheet });
    expect(rowsOf(report)?.map(({ row }) => row)).toEqual([3, 6]);
    expect(placesOf(report)).toEqual([
      ['title-line', 1, undefined],
      ['header-repeated', 5, undefined],
      ['blank-rows', 4, undefined],
      ['total-row', 7, undefined],
      ['row-hidden', 8, undefined],
    ]);
  });

  it('quotes headers and titles as they are written', async () => {
    const report = await read({
      ledger: sheetOf([['台账（２０２１）'], ['名称', '备注（ＡＢ）']]),
    });
    expect(report.problems.map(({ seen }) => seen)).toEqual(['台账（２０２１）', '备注（ＡＢ）']);
  });

  it('tells a remark below the data from an item, merged or not', async () => {
    const merged = '<mergeCells><mergeCell ref="A3:B3"/></mergeCells>';
    const sheet = sheetOf([
      ['名称', '件数'],
      ['甲', 1],
      ['填表人：张三　　审核人：李四'],
      ['备 注:', '见附件'],
      ['说明书出版社', 2],
    ]);
    const report = await read({ ledger: sheet + merged });
    expect(rowsOf(report)?.map(({ row }) => row)).toEqual([2, 5]);
    expect(report.content.ledgers['items']?.rejected).toBe(0);
    expect(placesOf(report)).toEqual([
      ['footer-line', 3, undefined],
      ['footer-line', 4, undefined],
    ]);
  });

  it('takes no row for a remark in which another required cell is right', async () => {
    const rows = (name: string) =>
      sheetOf([
        ['件数', '名称'],
        ['注：一件', name],
      ]);
    expect(placesOf(await read({ ledger: rows('甲') }))).toEqual([['number-form', 2, '件数']]);
    expect(placesOf(await read({ ledger: rows('审核人：李四') }))).toEqual([
      ['footer-line', 2, undefined],
    ]);
    const figures = sheetOf([
      ['指标编码', '年份', '数值'],
      ['注：', 2021, 5],
    ]);
    expect(placesOf(await read({ sheets: { 年度数据: figures } }))).toEqual([
      ['figure-code-unknown', 2, '指标编码'],
    ]);
  });

  it('takes 无 in the first data cell for zero, and warns where rows follow', async () => {
    const nothing = await read({
      ledger: sheetOf([
        ['序号', '名称'],
        [1, '无'],
      ]),
    });
    expect(rowsOf(nothing)).toEqual([]);
    const contradiction = await read({ ledger: sheetOf([['名称'], ['无'], ['甲']]) });
    expect(rowsOf(contradiction)).toHaveLength(1);
    expect(placesOf(contradiction)).toEqual([['nothing-with-rows', 2, undefined]]);
  });

  it('names a required column that is missing once, and counts none of the rows', async () => {
    const report = await read({ ledger: sheetOf([['件数', '类型'], [1], [2]]) });
    expect(placesOf(report)).toEqual([['column-missing', 1, '名称']]);
    expect(report.content.ledgers).toEqual({ items: { rows: [], rejected: 2 } });
  });

  it('says that a sheet without a header was not read, which is not zero', async () => {
    const report = await read({ ledger: sheetOf([['甲', 1]]) });
    expect(placesOf(report)).toEqual([['header-missing', undefined, undefined]]);
    expect(report.content.ledgers).toEqual({});
  });

  it('does not choose between two columns of one name', async () => {
    const report = await read({
      ledger: sheetOf([
        ['名称', '件数', '件数'],
        ['甲', 1, 2],
      ]),
    });
    expect(placesOf(report)).toEqual([['column-repeated', 1, '件数']]);
    expect(rowsOf(report)).toEqual([{ row: 2, values: { name: '甲' } }]);
  });

  it('refuses rows in merged cells with their place, but not a merged title', async () => {
    const sheet =
      sheetOf([['标题'], ['名称', '件数'], ['甲', 1], ['乙', 2], ['丙', 3]]) +
      '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B3:B4"/></mergeCells>';
    const report = await read({ ledger: sheet });
    expect(rowsOf(report)?.map(({ row }) => row)).toEqual([5]);
    expect(placesOf(report).slice(1)).toEqual([
      ['merged-cell', 3, '件数'],
      ['merged-cell', 4, '件数'],
    ]);
  });

  it('rejects a row for one bad cell, and lists every bad cell at once', async () => {
    const report = await read({
      ledger: sheetOf([
        ['名称', '金额（万元）', '日期', '专利号', '类型'],
        ['甲', -1, '2020-01-01', '201720736136.X', '发明专利'],
        [undefined, 1],
      ]),
    });
    expect(report.content.ledgers).toEqual({ items: { rows: [], rejected: 2 } });
    expect(placesOf(report)).toEqual([
      ['number-negative', 2, '金额（万元）'],
      ['date-outside-year', 2, '日期'],
      ['patent-number-check', 2, '专利号'],
      ['required-blank', 3, '名称'],
    ]);
    expect(report.problems[0]).toMatchObject({
      severity: 'error',
      sheet: '台账',
      seen: '-1',
    });
    expect(report.problems[0]?.message).toMatch(/^“台账”表第2行“金额（万元）”：填的是“-1”，.+。$/);
  });

  it('checks the kind of a patent number against its type', async () => {
    const rows = [
      ['名称', '专利号', '类型'],
      ['甲', '201720736136.8', '发明专利'],
    ];
    const report = await read({ ledger: sheetOf(rows) });
    expect(placesOf(report)).toEqual([['patent-number-kind', 2, '专利号']]);
  });

  it('counts past a thousand of one code in one column', async () => {
    const rows = Array.from({ length: 1500 }, () => ['甲', -1]);
    const report = await read({ ledger: sheetOf([['名称', '件数'], ...rows]) });
    expect(report.problems).toHaveLength(1001);
    expect(report.problems.at(-1)).toMatchObject({ code: 'number-negative', seen: '1500' });
  });

  it('notices unknown and hidden sheets', async () => {
    const report = await read({
      sheets: { 附件: sheetOf([['甲']]), 填写说明: sheetOf([['甲']]) },
      hiddenSheets: ['台账'],
    });
    expect(report.problems.map(({ code, sheet }) => [code, sheet])).toEqual([
      ['sheet-hidden', '台账'],
      ['sheet-unknown', '附件'],
    ]);
  });
});

describe('a cell', () => {
  it('may be shared, rich, phonetic, inline, boolean, escaped or from a formula', async () => {
    const strings = [
      '<si><t>名称</t></si>',
      '<si><r><t>甲</t></r><r><rPr/><t xml:space="preserve"> 乙</t></r><rPh sb="0" eb="1"><t>ア</t></rPh></si>',
      '<si><t>丙 &amp; &#x4E01;&lt;_x0041_</t></si>',
      '<si><t><![CDATA[戊&amp;]]></t></si>',
      '<si><t>确认</t></si>',
    ];
    const cells = [
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>4</v></c></row>',
      '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="b"><v>1</v></c></row>',
      '<row r="3"><c r="A3" t="s"><v>2</v></c></row>',
      '<row r="4"><c r="A4" t="s"><v>3</v></c></row>',
      '<row r="5"><c r="A5" t="str"><f>B1&amp;"己"</f><v>己</v></c></row>',
      '<row><c t="inlineStr"><is><r><t>庚</t></r><r><t>辛</t></r></is></c><c t="b"><f>1=2</f><v>0</v></c></row>',
    ];
    const report = await read({ strings, ledger: data(cells.join('')) });
    expect(report.problems).toEqual([]);
    expect(rowsOf(report)).toEqual([
      { row: 2, values: { name: '甲 乙', sure: true } },
      { row: 3, values: { name: '丙 & 丁<A' } },
      { row: 4, values: { name: '戊&amp;' } },
      { row: 5, values: { name: '己' } },
      { row: 6, values: { name: '庚辛', sure: false } },
    ]);
  });

  it('with an error or an unsaved formula is an error with its place', async () => {
    const cells =
      '<row r="2"><c r="A2" t="e"><v>#REF!</v></c></row>' +
      '<row r="3"><c r="A3"><f>B3</f></c></row><row r="4"><c r="A4"><f>B3</f><v></v></c></row>' +
      '<row r="5"><c r="A5" t="str"><f>""</f><v></v></c><c r="B5"><v>1</v></c></row>';
    const report = await read({ ledger: data(header + cells) });
    expect(placesOf(report)).toEqual([
      ['error-value', 2, '名称'],
      ['unsaved-formula', 3, '名称'],
      ['unsaved-formula', 4, '名称'],
    ]);
    expect(report.problems[0]?.seen).toBe('#REF!');
  });

  it('counts its days from 1904 where the workbook does', async () => {
    const ledger = sheetOf([
      ['名称', '日期'],
      ['甲', 42798],
    ]);
    expect(rowsOf(await read({ ledger, date1904: true }))?.[0]?.values['on']).toBe('2021-03-05');
  });

  it('is a percentage by its format, not by a quoted or escaped sign', async () => {
    const figure = (style: number) =>
      sheetOf([
        ['指标编码', '年份', '数值'],
        ['local-revenue-growth', 2021, 0.08],
      ]).replace('<c r="C2">', `<c r="C2" s="${style}">`);
    const valueOf = async (style: number) => {
      const formats = ['0.00%', '0"%"', '0\\%', '[Red]0.0 %;0'];
      const report = await read({ formats, sheets: { 年度数据: figure(style) } });
      return report.content.figures[0]?.value;
    };
    expect(await valueOf(0)).toBe(80_000n);
    expect(await valueOf(1)).toBe(8_000_000n);
    expect(await valueOf(2)).toBe(80_000n);
    expect(await valueOf(3)).toBe(80_000n);
    expect(await valueOf(4)).toBe(8_000_000n);
  });

  it('with a percent format is taken as it shows, with a warning where it is stored otherwise', async () => {
    const sheet = sheetOf([
      ['指标编码', '年份', '数值'],
      ['local-revenue-growth', 2021, 0.08049],
    ]).replace('<c r="C2">', '<c r="C2" s="1">');
    const report = await read({ formats: ['0.0%'], sheets: { 年度数据: sheet } });
    expect(report.content.figures[0]?.value).toBe(8_000_000n);
    expect(report.problems).toEqual([
      expect.objectContaining({ severity: 'warning', code: 'percent-rounded', row: 2 }),
    ]);
    expect(report.problems[0]?.message).toContain('存的是8.049%，显示为8.0%，已按8.0%计');
  });

  it('that stands for a text is taken as it shows, free of the noise of doubles', async () => {
    const ledger = sheetOf([['名称', '专利号'], [4.35, 0.1], [44260], ['丙', 44260]])
      .replace('>4.35<', '>4.3499999999999996<')
      .replace('>0.1<', '>201710736136.20001<')
      .replace('<c r="A3">', '<c r="A3" s="1">')
      .replace('<c r="B4">', '<c r="B4" s="1">');
    const statement = sheetOf([
      ['指标编码', '完成情况'],
      ['cluster-zone', 0.95],
    ]).replace('<c r="B2">', '<c r="B2" s="2">');
    const formats = ['yyyy-mm-dd', '0%'];
    const report = await read({ formats, ledger, sheets: { 专项说明: statement } });
    expect(rowsOf(report)).toEqual([
      { row: 2, values: { name: '4.35', number: '2017107361362' } },
      { row: 3, values: { name: '2021-03-05' } },
    ]);
    expect(report.content.statements[0]?.completion).toBe('95%');
    expect(report.problems).toEqual([
      expect.objectContaining({ code: 'patent-number-form', column: '专利号', seen: '2021-03-05' }),
    ]);
  });

  it('that shows a day is quoted as that day, and is no amount', async () => {
    const sheet = sheetOf([
      ['名称', '金额（万元）', '件数', '日期'],
      ['甲', undefined, undefined, 44196],
      ['乙', undefined, undefined, 44260.4375],
      ['丙', 44196, 44196, undefined],
      ['丁', undefined, undefined, 2021],
      ['戊', undefined, undefined, 44926],
    ])
      .replace('<c r="D2">', '<c r="D2" s="1">')
      .replace('<c r="D3">', '<c r="D3" s="1">')
      .replace('<c r="B4">', '<c r="B4" s="2">')
      .replace('<c r="C4">', '<c r="C4" s="1">')
      .replace('<c r="D6">', '<c r="D6" s="2">');
    const formats = ['[$-804]yyyy"年"m"月"', 'm/d/yy;@'];
    const report = await read({ formats, ledger: sheet });
    expect(rowsOf(report)?.map(({ row }) => row)).toEqual([3]);
    const seen = report.problems.map(({ code, seen, expected }) => [code, seen, expected]);
    expect(seen).toEqual([
      ['date-outside-year', '2020-12-31', '2021年内的日期'],
      ['date-time-dropped', '2021-03-05 10:30:00', undefined],
      ['number-form', '2020-12-31', '以万元为单位的数'],
      ['number-form', '2020-12-31', '以个为单位的数'],
      ['date-outside-year', '2021', '2021年内的日期'],
      ['date-after-year', '2022-12-31', '2021年内的日期'],
    ]);
    expect(report.problems[4]?.message).toContain('填的是“2021”，按日期序号即1905-07-13，不在');
    expect(report.problems[2]?.message).toContain('该列填金额，不能用日期格式');
  });

  it.each([
    ['a built-in format', 14],
    ['a built-in format of the Chinese edition', 57],
  ])('that shows a day by %s is no amount', async (_name, format) => {
    const ledger = sheetOf([
      ['名称', '金额（万元）'],
      ['甲', 44196],
    ]).replace('<c r="B2">', '<c r="B2" s="1">');
    const styles = `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="${format}"/></cellXfs></styleSheet>`;
    const report = await read({ ledger, parts: { 'xl/styles.xml': styles } });
    expect(placesOf(report)).toEqual([['number-form', 2, '金额（万元）']]);
  });

  it.each(['General', '0.00E+00', '#,##0"元 days"', '_-* #,##0.00_d', '[Red]0.0', '#,##0\\m'])(
    'that shows a number by the format %s is one',
    async (format) => {
      const ledger = sheetOf([
        ['名称', '金额（万元）'],
        ['甲', 44196],
      ]).replace('<c r="B2">', '<c r="B2" s="1">');
      expect((await read({ ledger, formats: [format] })).problems).toEqual([]);
    },
  );

  it('of any text comes back as it was written, wherever it lies', async () => {
    const texts = fc.array(
      fc.string({ unit: fc.constantFrom('示', '例', '𠮷', 'é', 'a', ' ', '&', '<', '_', '😀') }),
      { minLength: 1, maxLength: 400 },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        const report = await read({
          ledger: sheetOf([['名称'], ...given.map((text) => [`甲${text}`])]),
        });
        expect(rowsOf(report)?.map(({ values }) => values['name'])).toEqual(
          given.map((text) => `甲${text}`.trim()),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('keeps its characters at every border between chunks', async () => {
    const long = '示例市知识产权运营服务有限公司'.repeat(20);
    const rows = Array.from({ length: 3000 }, (_, at) => [`${'x'.repeat(at % 7)}${long}`]);
    const report = await read({ ledger: sheetOf([['名称'], ...rows]) });
    expect(rowsOf(report)?.map(({ values }) => [values['name']])).toEqual(rows);
  });
});

describe('the XML of a workbook', () => {
  it('may use any prefix and either edition of the standard', async () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const prefixed =
      `<?xml version='1.0' encoding='utf-8'?>\n<!-- 注 --><x:worksheet xmlns:x='${strict}'><x:sheetData>` +
      `<x:row r='1'><x:c r='A1' t='inlineStr'><x:is><x:t>名称</x:t></x:is></x:c></x:row>` +
      `<x:row r='2'><x:c t="inlineStr" r="A2" ><x:is><x:t>甲</x:t></x:is></x:c ></x:row></x:sheetData></x:worksheet>`;
    const report = await read({ parts: { 'xl/worksheets/part3.xml': `\uFEFF${prefixed}` } });
    expect(rowsOf(report)).toEqual([{ row: 2, values: { name: '甲' } }]);
  });

  it('is read by relationship and not by the name of a part', async () => {
    const sketch = reportSketch({ ledger: sheetOf([['名称'], ['甲']]) });
    const ledger = `<worksheet>${sketch.sheets['台账'] ?? ''}</worksheet>`;
    const report = await read({
      parts: {
        'xl/worksheets/part3.xml': '<worksheet/>',
        'xl/workbook.xml':
          '<workbook xmlns:r="r"><sheets><sheet name="封面" r:id="rId1"/><sheet name="台账" r:id="rId4"/></sheets></workbook>',
        'elsewhere/LEDGER.bin': ledger,
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId4" Type="a/worksheet" Target="../elsewhere/ledger.bin"/>' +
          '<Relationship Id="rId1" Type="a/worksheet" Target="/xl/worksheets/part0.xml"/></Relationships>',
      },
    });
    expect(rowsOf(report)).toEqual([{ row: 2, values: { name: '甲' } }]);
  });
});
