import { findProgramme } from '#rulebook';
import { parsePlan } from './plan.js';

const city = findProgramme('2019-city-operation');

function read(json: unknown) {
  if (!city) throw new Error('the city programme is missing');
  return parsePlan(json, city);
}

describe('a filed plan', () => {
  it('reads thresholds and milestones in the unit of the notice', () => {
    const targets = { 'custody-smes': { threshold: '1200', milestones: { '2020': '600' } } };
    expect(read({ document: '示例〔2019〕1号', targets })).toEqual({
      kind: 'plan',
      plan: {
        document: '示例〔2019〕1号',
        targets: { 'custody-smes': { threshold: 1200n, milestones: { 2020: 600n } } },
        bases: {},
      },
    });
  });

  it('reads an amendment with the plan that it amends', () => {
    const earlier = {
      document: '示例〔2018〕1号',
      targets: { 'custody-smes': { threshold: '1200' } },
    };
    expect(read({ document: '示例〔2019〕1号', earlier })).toMatchObject({
      plan: {
        earlier: { document: '示例〔2018〕1号', targets: { 'custody-smes': { threshold: 1200n } } },
      },
    });
    expect(read({ document: '示例〔2019〕1号', earlier: { targets: {} } })).toEqual({
      kind: 'invalid',
      faults: ['原方案的 document（文号）没有填'],
    });
  });

  it('reads bases, approvals, substitutes and reasons not to apply', () => {
    const reading = read({
      document: '示例〔2019〕1号',
      bases: { 'pledge-amount': '1000.5' },
      targets: {
        'certified-units': { threshold: '90', approval: { document: '示例〔2020〕2号' } },
        'pledge-amount-growth': {
          substitute: { kind: 'absolute', document: '批复3号', value: '500', unit: '万元' },
        },
        'mixed-pledge': { notApplicable: { document: '批复4号', reason: '无此业务' } },
      },
    });
    expect(reading).toMatchObject({
      plan: {
        bases: { 'pledge-amount': 1000_500_000n },
        targets: {
          'certified-units': { threshold: 90n, approval: { document: '示例〔2020〕2号' } },
          'pledge-amount-growth': { substitute: { kind: 'absolute', value: 500_000_000n } },
          'mixed-pledge': { notApplicable: { document: '批复4号', reason: '无此业务' } },
        },
      },
    });
  });

  it.each([
    [{ document: 'x', targets: [] }, 'targets：应为一个 JSON 对象'],
    [{ targets: {} }, '方案的 document（文号）没有填'],
    [{ document: 'x', target: {} }, '方案：不认识 target'],
    [{ document: 'x', targets: { custody: {} } }, 'targets：没有“custody”这个绩效目标'],
    [{ document: 'x', bases: { custody: '1' } }, 'bases：没有“custody”这个指标编码'],
    [
      { document: 'x', targets: { 'custody-smes': { threshold: 1200 } } },
      'custody-smes：应为写成文本的家数，如 "1200"，不能是 1200',
    ],
    [
      { document: 'x', targets: { 'custody-smes': { threshold: '1200.5' } } },
      'custody-smes：应为写成文本的家数，如 "1200"，不能是 "1200.5"',
    ],
    [
      { document: 'x', targets: { 'custody-smes': { milestones: { 2021: '5' } } } },
      'custody-smes 的 milestones：年度应为2019、2020，不能是“2021”',
    ],
    [
      { document: 'x', targets: { 'cluster-zone': { threshold: '5' } } },
      'cluster-zone：这是定性目标，没有数值可以改',
    ],
    [
      { document: 'x', targets: { 'pledge-amount-growth': { substitute: { document: 'y' } } } },
      'pledge-amount-growth 的 substitute.kind 应为 absolute 或 first-year-above-zero',
    ],
  ])('names what is wrong: %j', (json, fault) => {
    expect(read(json)).toEqual({ kind: 'invalid', faults: [fault] });
  });
});
