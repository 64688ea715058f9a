import { day, yearEnd, yearOf } from './calendar.js';

describe('a day', () => {
  it.each([
    [2019, 1, 1, '2019-01-01'],
    [2019, 9, 9, '2019-09-09'],
    [2019, 10, 10, '2019-10-10'],
    [2019, 12, 31, '2019-12-31'],
    [2020, 2, 29, '2020-02-29'],
    [2000, 2, 29, '2000-02-29'],
    [1900, 1, 1, '1900-01-01'],
    [9999, 12, 31, '9999-12-31'],
  ])('of %i, %i, %i is %s', (year, month, dayOfMonth, written) => {
    expect(day(year, month, dayOfMonth)).toBe(written);
  });

  it.each([
    [2019, 2, 29],
    [2100, 2, 29],
    [1900, 2, 29],
    [2020, 2, 30],
    [2020, 1, 32],
    [2020, 1, 0],
    [2020, 0, 1],
    [2020, 13, 1],
    [1899, 12, 31],
    [10_000, 1, 1],
  ])('of %i, %i, %i there is none', (year, month, dayOfMonth) => {
    expect(day(year, month, dayOfMonth)).toBeUndefined();
  });

  it('ends each month where that ends', () => {
    const last = Array.from({ length: 12 }, (_, index) =>
      [31, 30, 29, 28].find((each) => day(2019, index + 1, each) !== undefined),
    );
    expect(last).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  });

  it('is in a year, which has a last one', () => {
    expect(yearOf('2021-03-31')).toBe(2021);
    expect(yearEnd(2021)).toBe('2021-12-31');
  });
});
