import fc from 'fast-check';
import { isFault } from './cell-reading.js';
import { readDate } from './date-cell.js';
import { PlainNumber, textCell, type DateSystem, type RawCell } from './raw-cell.js';

const number = (text: string): RawCell => ({ kind: 'number', text });
const serial = (digits: number) => new PlainNumber(digits, 0);

function outcome(cell: RawCell, system: DateSystem = 1900): unknown {
  const reading = readDate(cell, system);
  if (typeof reading === 'string') return reading;
  return isFault(reading) ? reading.code : [reading.value, reading.code];
}

describe('a date', () => {
  it.each([
    ['2021-03-05', '2021-03-05'],
    ['2021-3-5', '2021-03-05'],
    ['2021/3/5', '2021-03-05'],
    ['2021.3.5', '2021-03-05'],
    ['2021年3月5日', '2021-03-05'],
    ['２０２１年３月５日', '2021-03-05'],
    ['20210305', '2021-03-05'],
    [' 2021-03-05 ', '2021-03-05'],
    ['2021-03-05 10:30:00', ['2021-03-05', 'date-time-dropped']],
    ['2021-03-05T00:00:00Z', ['2021-03-05', 'date-time-dropped']],
    ['2021-12-31T16:00:00.000Z', ['2022-01-01', 'date-time-dropped']],
    ['2021-12-31T15:59:59.999Z', ['2021-12-31', 'date-time-dropped']],
    ['2020-02-28 20:00Z', ['2020-02-29', 'date-time-dropped']],
    ['2021-03-05T00:00:00+08:00', ['2021-03-05', 'date-time-dropped']],
    ['2021-03-05T23:59:59+0800', ['2021-03-05', 'date-time-dropped']],
    ['2022-01-01T00:30:00+09:00', ['2021-12-31', 'date-time-dropped']],
    ['2021-12-31T11:00:00-05:00', ['2022-01-01', 'date-time-dropped']],
    ['2021-12-31T10:59:00-05:00', ['2021-12-31', 'date-time-dropped']],
    ['2021-02-29T16:00:00Z', 'date-nonexistent'],
    ['9999-12-31T16:00:00Z', 'date-nonexistent'],
    ['2021-12-31T16:00:00', ['2021-12-31', 'date-time-dropped']],
    ['2021/3/5 8:05', ['2021-03-05', 'date-time-dropped']],
    ['2021-03-05 23:59:59', ['2021-03-05', 'date-time-dropped']],
    ['2021-03-05 24:00', 'date-form'],
    ['2021-03-05 25:00', 'date-form'],
    ['2021-03-05 10:60', 'date-form'],
    ['2021-03-05 10:30:60', 'date-form'],
    ['2021-12-31T25:00:00Z', 'date-form'],
    ['2021-12-31T16:00:00+25:00', 'date-form'],
    ['2021-12-31T16:00:00+08:60', 'date-form'],
    ['2020-02-29', '2020-02-29'],
    ['2021-02-29', 'date-nonexistent'],
    ['2021-13-01', 'date-nonexistent'],
    ['20211301', 'date-nonexistent'],
    ['03/05/2021', 'date-ambiguous'],
    ['13/05/2021', 'date-form'],
    ['31/31/2021', 'date-nonexistent'],
    ['5.3.2021', 'date-ambiguous'],
    ['21-03-05', 'date-ambiguous'],
    ['21年3月5日', 'date-ambiguous'],
    ['2021年3月', 'date-form'],
    ['2021-03', 'date-form'],
    ['2021-03/05', 'date-form'],
    ['2021年3月5', 'date-form'],
    ['2021-03-05日', 'date-form'],
    ['44260', 'date-form'],
    ['2021-03-05至2021-04-05', 'date-form'],
    ['待定', 'date-form'],
  ])('written %s is %p', (text, expected) => {
    expect(outcome(textCell(text))).toEqual(expected);
  });

  it.each([
    [serial(44260), '2021-03-05'],
    [number('44260'), '2021-03-05'],
    [number('44260.0'), '2021-03-05'],
    [number('4.426E4'), '2021-03-05'],
    [number('44260.4375'), ['2021-03-05', 'date-time-dropped']],
    [new PlainNumber(442604375, 4), ['2021-03-05', 'date-time-dropped']],
    [serial(1), '1900-01-01'],
    [serial(59), '1900-02-28'],
    [serial(60), 'date-form'],
    [serial(61), '1900-03-01'],
    [serial(0), 'date-form'],
    [serial(2958465), '9999-12-31'],
    [serial(2958466), 'date-form'],
    [serial(20210305), '2021-03-05'],
    [serial(20211301), 'date-nonexistent'],
    [number('-1'), 'date-form'],
    [{ kind: 'boolean', text: 'TRUE' } as const, 'date-form'],
  ])('stored as %p is %p', (cell, expected) => {
    expect(outcome(cell)).toEqual(expected);
  });

  it.each([
    ['13/05/2021', '这种写法不被接受，请写成2021-05-13。'],
    ['5.13.2021', '这种写法不被接受，请写成2021-05-13。'],
    ['5-5-2021', '这种写法不被接受，请写成2021-05-05。'],
    ['29/02/2021', '没有这一天，请核对月份和日期。'],
  ])('written %s, which can be read in one way at most, is still an error', (text, says) => {
    expect(readDate(textCell(text), 1900)).toMatchObject({ kind: 'fault', says });
  });

  it('counts from another day in the 1904 system', () => {
    expect(outcome(serial(42798), 1904)).toBe('2021-03-05');
    expect(outcome(serial(0), 1904)).toBe('1904-01-01');
    expect(outcome(serial(60), 1904)).toBe('1904-03-01');
    expect(outcome(serial(20210305), 1904)).toBe('2021-03-05');
  });

  it('reads every day the same, however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 73_049 }), (days) => {
        const iso = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
        const [year = '', month, dayOfMonth] = iso.split('-').map(Number);
        expect(outcome(serial(days))).toBe(iso);
        expect(outcome(serial(days))).toBe(iso);
        for (const text of [iso, iso.replaceAll('-', ''), `${year}年${month}月${dayOfMonth}日`]) {
          expect(outcome(textCell(text))).toBe(iso);
        }
      }),
    );
  });
});
