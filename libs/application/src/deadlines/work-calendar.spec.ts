import { WorkCalendar } from './work-calendar.js';

describe('the calendar of workdays', () => {
  const calendar = new WorkCalendar([]);

  it.each([
    ['2026-11-20', 1, '2026-11-23', 'over a weekend'],
    ['2026-02-13', 1, '2026-02-14', 'to a Saturday that is worked'],
    ['2026-02-14', 1, '2026-02-24', 'over the Spring Festival'],
    ['2026-09-30', 2, '2026-10-09', 'over the National Day'],
    ['2025-12-31', 1, '2026-01-04', 'over the New Year, to a Sunday that is worked'],
    ['2026-10-08', -1, '2026-09-30', 'backwards over the National Day'],
    ['2026-10-05', -3, '2026-09-28', 'backwards from a day off'],
    ['2024-02-28', 1, '2024-02-29', 'to a leap day'],
    ['2026-11-21', 0, '2026-11-21', 'nowhere'],
  ])('counts from %s on by %i to %s: %s', (from, workdays, to) => {
    expect(calendar.workdaysFrom(from, workdays)).toEqual({ ok: true, value: to });
  });

  it('counts into no year whose holidays it does not know', () => {
    const unknown = { ok: false, failure: { kind: 'holidays-unknown', year: 2027 } };
    expect(calendar.workdaysFrom('2026-12-31', 1)).toEqual(unknown);
    expect(calendar.workdaysFrom('2026-12-30', 1)).toMatchObject({ value: '2026-12-31' });
    const known = new WorkCalendar([
      { year: 2027, holidays: ['2027-01-01'], workdays: ['2027-01-02'] },
    ]);
    expect(known.workdaysFrom('2026-12-31', 1)).toEqual({ ok: true, value: '2027-01-02' });
    expect(known.workdaysFrom('2026-12-31', 2)).toEqual({ ok: true, value: '2027-01-04' });
  });

  it('goes by what was recorded last of a year', () => {
    const tables = [['2026-11-23'], []].map((holidays) => ({
      ...{ year: 2026, holidays, workdays: [] },
    }));
    expect(new WorkCalendar(tables).workdaysFrom('2026-11-20', 1)).toMatchObject({
      value: '2026-11-23',
    });
    expect(new WorkCalendar(tables.toReversed()).workdaysFrom('2026-11-20', 1)).toMatchObject({
      value: '2026-11-24',
    });
  });
});
