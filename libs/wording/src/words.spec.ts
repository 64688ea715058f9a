import type { VerdictDocument } from '#engine';
import { grouped, marginWords, thresholdWords, valueWords, withUnit } from './words.js';

const verdict: VerdictDocument = {
  id: 'certified-units',
  name: '贯标',
  nameEn: 'Certified units',
  kind: 'measured',
  outcome: 'met',
  overall: 'met',
  due: true,
  value: '1234',
  threshold: '1000',
  thresholdFrom: 'notice',
  unit: '家',
  margin: '234',
  clause: { document: '', article: '', quote: '' },
  reason: '',
  reasonEn: '',
  readingSensitive: [],
  declared: null,
  derived: null,
  difference: null,
  rejectedRows: 0,
  correctionCouldChange: false,
  excludedRows: 0,
  disputedRows: 0,
  awaiting: [],
  trace: {},
};

describe('figures in words', () => {
  it.each([
    ['0', '0'],
    ['999', '999'],
    ['1000', '1,000'],
    ['-1234567.000001', '-1,234,567.000001'],
  ])('groups %s as %s', (decimal, text) => {
    expect(grouped(decimal)).toBe(text);
  });

  it('shows a value, its bounds or a dash', () => {
    expect(valueWords(verdict).zh).toBe('1,234 家');
    expect(valueWords({ ...verdict, value: null, range: ['4', '1005'] }).zh).toBe('4–1,005 家');
    expect(valueWords({ ...verdict, value: null, range: ['99', null] }).zh).toBe('≥ 99 家');
    expect(valueWords({ ...verdict, value: null }).zh).toBe('—');
  });

  it('says where a threshold comes from when it is not the notice', () => {
    expect(thresholdWords(verdict).zh).toBe('≥ 1,000 家');
    expect(thresholdWords({ ...verdict, thresholdFrom: 'plan' }).zh).toBe('≥ 1,000 家（方案）');
    expect(thresholdWords({ ...verdict, thresholdFrom: 'milestone' }).zh).toBe(
      '≥ 1,000 家（节点）',
    );
    expect(thresholdWords({ ...verdict, threshold: null }).zh).toBe('核查结论');
  });

  it('signs a margin, and shows what is missing where the margin rounds to nothing', () => {
    expect(marginWords(verdict).zh).toBe('+234 家');
    expect(marginWords({ ...verdict, margin: '-1' }).zh).toBe('−1 家');
    expect(marginWords({ ...verdict, margin: '0.00' }).zh).toBe('0.00 家');
    expect(marginWords({ ...verdict, unit: '%', margin: '7.65' }).zh).toBe('+7.65 百分点');
    expect(marginWords({ ...verdict, margin: null }).zh).toBe('—');
    expect(
      marginWords({
        ...verdict,
        margin: '0.00',
        shortfall: '0.01',
        needed: { value: '2197', unit: '万元' },
      }).zh,
    ).toBe('−0.01 万元');
  });

  it('counts things in English without a word of their own', () => {
    expect(valueWords(verdict).en).toBe('1,234');
    expect(thresholdWords({ ...verdict, thresholdFrom: 'plan' }).en).toBe('≥ 1,000 (plan)');
    expect(marginWords({ ...verdict, unit: '%', margin: '7.65' }).en).toBe('+7.65 points');
    expect(withUnit('0.01', '万元').en).toBe('0.01 10k yuan');
  });
});
