import type { Programme } from '#engine';
import { dueRuns } from './schedule.js';

const programmes = [
  { id: 'three-years', years: [2019, 2020, 2021] },
  { id: 'one-year', years: [2023] },
].map((each) => each as unknown as Programme);

describe('the yearly run', () => {
  it.each([
    ['03-31T02:00', '2022-03-31T01:59:59.999+08:00', []],
    ['03-31T02:00', '2022-03-31T02:00:00.000+08:00', [2021]],
    ['03-31T02:00', '2022-12-31T23:59:59.999+08:00', [2021]],
    ['03-31T02:00', '2023-01-01T00:00:00.000+08:00', []],
    ['01-01T00:00', '2021-12-31T23:59:59.999+08:00', [2020]],
    ['01-01T00:00', '2022-01-01T00:00:00.000+08:00', [2021]],
    ['02-29T00:00', '2022-02-28T23:59:59.999+08:00', []],
    ['02-29T00:00', '2022-03-01T00:00:00.000+08:00', [2021]],
    ['02-29T00:00', '2020-02-29T00:00:00.000+08:00', [2019]],
    ['03-31T02:00', '2026-06-01T00:00:00.000+08:00', []],
  ])('set for %s is due at %s for %j', (schedule, now, years) => {
    expect(dueRuns(programmes, schedule, now)).toEqual(
      years.map((year) => ({ programme: 'three-years', year })),
    );
  });
});
