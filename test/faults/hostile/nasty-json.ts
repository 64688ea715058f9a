import { coverFields } from '../../contract/report/small-programme.js';
import { found, refused, type Expected, type HostileFile } from './hostile-file.js';

/** The report in order as JSON text. */
export const soundJson = JSON.stringify({
  报告格式: 1,
  封面: Object.fromEntries(coverFields.slice(1)),
  年度数据: [],
  专项说明: [],
  台账: [{ 名称: '甲', 件数: 1 }],
});

const nasty = (name: string, text: string | Buffer, saying: string): HostileFile => ({
  name: `JSON ${name}`,
  bytes: () => Buffer.from(text),
  expected: refused('json-malformed', saying),
});

/** The report with another ledger, given as JSON text. */
const ledger = (name: string, items: string, expected: Expected): HostileFile => ({
  name: `JSON ${name}`,
  bytes: () => Buffer.from(soundJson.replace(/\[\{"名称.*\]/, () => items)),
  expected,
});
const item = (name: string, cells: string, expected: Expected) =>
  ledger(name, `[{"名称":"甲",${cells}}]`, expected);
const gbk = Buffer.from([0x7b, 0x22, 0xb7, 0xe2, 0xc3, 0xe6, 0x22, 0x3a, 0x31, 0x7d]);

/** JSON that breaks a rule, or keeps to the rules in bad faith. */
export const nastyJson: readonly HostileFile[] = [
  nasty('cut off', '{"报告格式":1,"封面":{"项目', '文件可能不完整'),
  nasty('that is an array', '[]', '应为对象'),
  nasty('followed by more', '{} {}', '第1行'),
  nasty('with a trailing comma', '{"封面":{},}', '双引号'),
  nasty('with a comment', '{\n"封面":{} /* 注 */}', '第2行'),
  nasty('with single quotes', "{'封面':{}}", '双引号'),
  nasty('with NaN', '{"封面":NaN}', '应为一个值'),
  nasty('with a number beyond all', '{"封面":Infinity}', '应为一个值'),
  nasty('with a leading zero', '{"封面":01}', '应为一个值'),
  nasty('with a number of a million digits', `{"封面":${'9'.repeat(1_000_000)}}`, '第1行'),
  nasty('with a line break in a text', '{"封面":"a\nb"}', '换行'),
  nasty('with a bad escape', '{"封面":"\\x"}', '转义'),
  nasty('with a name given twice', '{"封面":{"a":1,"a":2}}', '“a”出现了两次'),
  nasty('with a name given twice by escape', '{"封面":{"a":1,"\\u0061":2}}', '“a”出现了两次'),
  nasty('with NUL given twice', '{"\\u0000":1,"\\u0000":2}', '“\ufffd”出现了两次'),
  nasty('with a prototype given twice', '{"__proto__":1,"__proto__":{}}', '“__proto__”出现了两次'),
  nasty('with a text longer than a cell', `{"封面":"${'a'.repeat(40_000)}"}`, '文字过长'),
  nasty('in GBK', gbk, '不是UTF-8'),
  nasty('in overlong UTF-8', Buffer.from([0x7b, 0x22, 0xc0, 0x80, 0x22]), '不是UTF-8'),
  nasty('that ends in an escape', '{"a\\', '文件可能不完整'),
  ledger('with an object for a ledger', '{}', refused('json-malformed', '应为数组')),
  ledger('with a number for a ledger', '1', refused('json-malformed', '应为数组')),
  ledger('with a list for an item', '[[]]', refused('json-malformed', '应为对象')),
  ledger('with an object for a cell', '[{"名称":{}}]', refused('json-malformed', '单元格')),
  ledger(
    'with a prototype for a cell',
    '[{"__proto__":{"名称":"甲"}}]',
    refused('json-malformed', '单元格'),
  ),
  item('with a constructor for a column', '"constructor":1', found('column-unknown', 1)),
  item('with a prototype for a column', '"__proto__":1', found('column-unknown', 1)),
  item('with half a character', '"类型":"\\ud83d"', found('choice-unknown', 2, '类型')),
  item('with a number beyond all doubles', '"件数":1e400', found('number-too-large', 2, '件数')),
  item('with minus zero point one', '"件数":-0.1', found('count-form', 2, '件数')),
  item('with a truth for a number', '"件数":true', found('number-form', 2, '件数')),
  {
    name: 'JSON without a cover',
    bytes: () => Buffer.from('{"报告格式":1}'),
    expected: refused('cover-missing', '封面'),
  },
  {
    name: 'JSON whose programme is a prototype',
    bytes: () => Buffer.from(soundJson.replace('"small"', '"__proto__"')),
    expected: refused('programme-unusable', '__proto__'),
  },
  {
    name: 'JSON whose year is beyond all',
    bytes: () => Buffer.from(soundJson.replace('2021', '1e999')),
    expected: refused('year-unusable', '报告年度'),
  },
  {
    name: 'JSON whose code is a command',
    bytes: () => Buffer.from(soundJson.replace('999901', "'; DROP TABLE report; --")),
    expected: refused('subject-unusable', '六位'),
  },
];
