import fc from 'fast-check';
import {
  amount,
  choice,
  count,
  creditCode,
  date,
  patentNumber,
  text,
  yesNo,
  type Column,
} from '#engine';
import { isFault } from './cell-reading.js';
import { columnReader } from './column-reader.js';
import { checkCharacter, readCreditCode } from './credit-code.js';
import { checkPatentForm, patentCheckDigit, readPatentNumber } from './patent-number.js';
import { PlainNumber, textCell, type RawCell, type ShownAs } from './raw-cell.js';

const number = (digits: string): RawCell => ({ kind: 'number', text: digits });
const shown = (digits: string, shownAs: ShownAs): RawCell => ({ ...number(digits), shownAs });
const percent = (percentDecimals: number): ShownAs => ({ percentDecimals });
const boolean = (value: 'TRUE' | 'FALSE'): RawCell => ({
  kind: 'boolean',
  text: value,
});

function outcome(reading: unknown): unknown {
  return isFault(reading) ? reading.code : reading;
}

describe('a credit code', () => {
  const real = [
    '914403001922038216',
    '9144030071526726XG',
    '91330100799655058B',
    '91110000802100433B',
  ];

  it.each(real)('%s passes', (code) => {
    expect(readCreditCode(code)).toBe(code);
    expect(readCreditCode(` ${code.toLowerCase()} `)).toBe(code);
  });

  it('may be written full width', () => {
    expect(readCreditCode('９１４４０３００１９２２０３８２１６')).toBe('914403001922038216');
  });

  it('shows every single wrong character', () => {
    const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    for (const code of real) {
      for (let place = 0; place < code.length; place++) {
        for (const character of characters) {
          const altered = code.slice(0, place) + character + code.slice(place + 1);
          const expected = altered === code ? code : 'credit-code-check';
          expect(outcome(readCreditCode(altered))).toBe(expected);
        }
      }
    }
  });

  it.each([
    '91440300192203821',
    '9144030019220382160',
    '',
    '91440300192203821I',
    '9144-300192203821',
  ])('%s has not the form of one', (code) => {
    expect(outcome(readCreditCode(code))).toBe('credit-code-form');
  });

  it('whose last character was computed passes', () => {
    const characters = fc.constantFrom(...Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY'));
    fc.assert(
      fc.property(fc.array(characters, { minLength: 17, maxLength: 17 }), (body) => {
        const code = body.join('') + String(checkCharacter(body.join('')));
        expect(readCreditCode(code)).toBe(code);
      }),
    );
  });
});

describe('a patent number', () => {
  it.each([
    ['201710736136.2', '2017107361362'],
    ['201410026192.3', '2014100261923'],
    ['201610281886.0', '2016102818860'],
    ['95115608.X', '95115608X'],
    ['95115608.x', '95115608X'],
    ['ZL201710736136.2', '2017107361362'],
    ['ZL 2017 1 0736136.2', '2017107361362'],
    ['CN2017107361362', '2017107361362'],
    ['２０１７１０７３６１３６．２', '2017107361362'],
    ['PCT/CN2019/123456', 'PCT/CN2019/123456'],
    ['pct/us2019/000001', 'PCT/US2019/000001'],
    ['201710736136.3', 'patent-number-check'],
    ['201710736163.2', 'patent-number-check'],
    ['95115608.1', 'patent-number-check'],
    ['20171073613.2', 'patent-number-form'],
    ['CN107000000A', 'patent-number-form'],
    ['PCT/CN19/123456', 'patent-number-form'],
    ['PCT/CN2019/12345', 'patent-number-form'],
    ['已受理', 'patent-number-form'],
  ])('%s is %s', (written, expected) => {
    expect(outcome(readPatentNumber(written))).toBe(expected);
  });

  it('of a kind or a year that never was has not the form of one', () => {
    for (const body of ['201770736136', '199910736136', '84115608', '95415608', '04115608']) {
      expect(outcome(readPatentNumber(body + patentCheckDigit(body)))).toBe('patent-number-form');
    }
  });

  it('agrees with its type by its kind digit', () => {
    const agrees = (value: string, form: 'invention' | 'pct' | 'any') =>
      checkPatentForm(value, '类型', { 类型: form }) === undefined;
    expect(agrees('2017107361362', 'invention')).toBe(true);
    expect(agrees('95115608X', 'invention')).toBe(true);
    expect(agrees('2017807361362', 'invention')).toBe(true);
    expect(agrees('2017207361362', 'invention')).toBe(false);
    expect(agrees('95215608X', 'invention')).toBe(false);
    expect(agrees('PCT/CN2019/123456', 'invention')).toBe(false);
    expect(agrees('PCT/CN2019/123456', 'pct')).toBe(true);
    expect(agrees('2017107361362', 'pct')).toBe(false);
    expect(agrees('2017207361362', 'any')).toBe(true);
    expect(agrees('PCT/CN2019/123456', 'any')).toBe(true);
  });
});

describe('a PCT number', () => {
  it('under another type is said to belong under its own', () => {
    const forms = { 发明专利: 'invention', PCT申请: 'pct' } as const;
    expect(checkPatentForm('PCT/CN2019/123456', '发明专利', forms)).toMatchObject({
      code: 'patent-number-kind',
      says: '类型填的是“发明专利”，PCT申请号的类型应为“PCT申请”，请核对号码和类型。',
    });
  });
});

describe('a column', () => {
  const read = (column: Column, cell: RawCell) => outcome(columnReader(column, 2021, 1900)(cell));
  const kind = choice('类型', ['发明专利', 'PCT申请']);

  it.each([
    [yesNo('专业化'), textCell('是'), true],
    [yesNo('专业化'), textCell(' 否 '), false],
    [yesNo('专业化'), boolean('TRUE'), true],
    [yesNo('专业化'), textCell('对'), 'yes-no-form'],
    [yesNo('专业化'), number('1'), 'yes-no-form'],
    [kind, textCell('发明专利'), '发明专利'],
    [kind, textCell(' ＰＣＴ申请'), 'PCT申请'],
    [kind, textCell('发明'), 'choice-unknown'],
    [text('名称'), textCell(' 示例市甲公司 '), '示例市甲公司'],
    [text('名称'), number('20210305'), '20210305'],
    [text('名称'), number('1.50'), '1.5'],
    [text('名称'), number('4.3499999999999996'), '4.35'],
    [text('名称'), number('3.0000000000000004'), '3'],
    [text('名称'), number('-4.4999999999999998E-3'), '-0.0045'],
    [text('名称'), number('1.23456789012345678'), 'digits-lost'],
    [text('名称'), shown('44260', 'date'), '2021-03-05'],
    [text('名称'), shown('44260.4375', 'date'), '2021-03-05 10:30:00'],
    [text('名称'), shown('0.95499999999999996', percent(1)), '95.5%'],
    [text('名称'), shown('0.10000000000000001', 'date'), 'date-nonexistent'],
    [text('名称'), shown('1614902400000', 'date'), 'date-nonexistent'],
    [text('名称'), new PlainNumber(1_614_902_400_000, 0, 'date'), 'date-nonexistent'],
    [text('名称'), shown('-1', 'date'), 'date-nonexistent'],
    [text('名称'), number('1.2E+17'), 'digits-lost'],
    [text('名称'), textCell('示例\uFFFD公司'), 'text-damaged'],
    [creditCode('代码'), number('914403001922038216'), 'digits-lost'],
    [creditCode('代码'), shown('44260', 'date'), 'credit-code-form'],
    [patentNumber('专利号'), number('201710736136.2'), '2017107361362'],
    [patentNumber('专利号'), number('201710736136.20001'), '2017107361362'],
    [patentNumber('专利号'), number('2.0171073613620001E11'), '2017107361362'],
    [patentNumber('专利号'), shown('44260', 'date'), 'patent-number-form'],
    [patentNumber('专利号'), shown('2017107361362', 'date'), 'date-nonexistent'],
    [creditCode('代码'), shown('2017107361362', 'date'), 'date-nonexistent'],
    [patentNumber('专利号'), shown('2017107361362', percent(0)), 'patent-number-form'],
    [amount('金额（万元）'), number('1.5'), 1_500_000],
    [count('件数'), number('3'), 3],
    [date('日期', { rule: 'in-report-year' }), textCell('2021-12-31'), '2021-12-31'],
    [date('日期', { rule: 'in-report-year' }), textCell('2020-12-31'), 'date-outside-year'],
    [date('日期', { rule: 'in-report-year' }), textCell('2022-01-01'), 'date-after-year'],
    [date('日期', { rule: 'not-after-report-year' }), textCell('2018-01-01'), '2018-01-01'],
    [date('日期', { rule: 'not-after-report-year' }), textCell('2022-01-01'), 'date-after-year'],
    [date('日期'), textCell('2030-01-01'), '2030-01-01'],
  ])('%#: reads %p', (column, cell, expected) => {
    expect(read(column, cell)).toEqual(expected);
  });
});
