import { provinceOf } from '#engine';
import { reaches } from './area.js';

describe('an area', () => {
  it('holds the subjects of its province, whatever kind of code they have', () => {
    expect(provinceOf('950001')).toBe('95');
    expect(provinceOf('91210200MA0000000X')).toBe('21');
    const province = { kind: 'province', province: '95' } as const;
    expect(reaches(province, '950001')).toBe(true);
    expect(reaches(province, '960001')).toBe(false);
    expect(reaches({ kind: 'nation' }, '960001')).toBe(true);
  });

  it('of one subject holds that alone', () => {
    expect(reaches({ kind: 'subject', code: '950001' }, '950001')).toBe(true);
    expect(reaches({ kind: 'subject', code: '950001' }, '950002')).toBe(false);
  });
});
