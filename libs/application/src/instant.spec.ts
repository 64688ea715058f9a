import { after, instant } from './instant.js';

describe('a moment', () => {
  it('is written in Beijing time whatever the machine says', () => {
    expect(instant(Date.UTC(2021, 11, 31, 16, 0, 0, 1))).toBe('2022-01-01T00:00:00.001+08:00');
  });

  it('moves on across midnight', () => {
    expect(after('2021-12-31T23:59:59.900+08:00', 100)).toBe('2022-01-01T00:00:00.000+08:00');
  });
});
