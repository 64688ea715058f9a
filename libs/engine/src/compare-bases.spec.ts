import { comparedUnit, evaluate } from '#engine';
import { programmes } from '#rulebook';

describe('declared and derived values', () => {
  it('are amounts where the target is their growth, and otherwise what is asked for', () => {
    const [programme] = programmes;
    if (!programme) throw new Error('there is no programme');
    const subject = { code: '999901', name: '示例市' };
    const input = { subject, year: 2021, basis: 'evidence' as const, reports: [] };
    const { targets } = evaluate(programme, input);
    const units = new Map(targets.map((target) => [target.id, comparedUnit(target)]));
    expect(units.get('trade-licence-growth')).toBe('万元');
    expect(units.get('pledge-count-growth')).toBe('笔');
    expect(units.get('certified-units')).toBe('家');
    expect(units.get('mixed-pledge')).toBeNull();
  });
});
