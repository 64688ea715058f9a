import { judge, quantity, traceOf, type Facts, type Quantity, type Threshold } from '#engine';
import { ZenEngine } from '@gorules/zen-engine';
import { LogicEngine } from 'json-logic-engine';
import { Engine, type RuleProperties } from 'json-rules-engine';
import type { City, GrowthCase } from './cases.js';

/** A way to decide targets from prepared figures. */
export interface Contender {
  readonly name: string;
  /** Decides every target of a city and returns how many are met. */
  readonly decideCity: (city: City) => number | Promise<number>;
  /** Decides one growth question. */
  readonly decideGrowth: (growth: GrowthCase) => boolean | Promise<boolean>;
}

const known = (value: number): Quantity => ({
  range: { lower: BigInt(value), upper: BigInt(value) },
  absences: [],
  rejected: 0,
  rows: [],
});

const growthFacts = ({ base, final, years }: GrowthCase): Facts => ({
  kind: 'growth',
  method: 'compound',
  unit: '万元',
  baseYear: 2021 - years,
  base: {
    kind: 'known',
    origin: 'ledger',
    quantity: known(base),
    sources: [{ origin: 'ledger', range: known(base).range }],
  },
  after: Array.from({ length: years }, (_, index) => ({
    year: 2022 - years + index,
    quantity: known(index === years - 1 ? final : 0),
  })),
  substitute: null,
});

const percentThresholds = new Map<number, Threshold>();
const growthThreshold = (percent: number): Threshold => {
  const seen = percentThresholds.get(percent);
  if (seen) return seen;
  const made: Threshold = { value: quantity(String(percent), '%'), unit: '%' };
  percentThresholds.set(percent, made);
  return made;
};

interface Question {
  readonly facts: Facts;
  readonly threshold: Threshold;
}

const prepared = new WeakMap<City, readonly Question[]>();

/** Figures as the engine takes them, made once a city: the bench starts from prepared figures. */
function questionsOf(city: City): readonly Question[] {
  const seen = prepared.get(city);
  if (seen) return seen;
  const made: Question[] = [
    ...city.counts.map(({ value, threshold }): Question => ({
      facts: { kind: 'quantity', quantity: known(value) },
      threshold: { value: BigInt(threshold), unit: '家' },
    })),
    ...city.growths.map((growth) => ({
      facts: growthFacts(growth),
      threshold: growthThreshold(growth.percent),
    })),
  ];
  prepared.set(city, made);
  return made;
}

function ours(name: string, withTrace: boolean): Contender {
  return {
    name,
    decideCity: (city) => {
      let met = 0;
      for (const { facts, threshold } of questionsOf(city)) {
        const judgement = judge(facts, threshold);
        if (withTrace && Object.keys(traceOf(judgement)).length === 0) throw new Error('no trace');
        if (judgement.outcome === 'met') met += 1;
      }
      return met;
    },
    decideGrowth: (growth) =>
      judge(growthFacts(growth), growthThreshold(growth.percent)).outcome === 'met',
  };
}

const rate = ({ base, final, years }: GrowthCase) => (final / base) ** (1 / years) - 1;

const byHand: Contender = {
  name: 'hand-written, doubles, no trace',
  decideCity: ({ counts, growths }) => {
    let met = 0;
    for (const { value, threshold } of counts) if (value >= threshold) met += 1;
    for (const growth of growths) if (byProduct(growth)) met += 1;
    return met;
  },
  decideGrowth: byProduct,
};

function byProduct({ base, final, years, percent }: GrowthCase): boolean {
  let bar = base;
  for (let year = 0; year < years; year++) bar *= 1 + percent / 100;
  return final >= bar;
}

/** json-rules-engine: one rule a target, the rate as a fact computed by a root. */
function jsonRulesEngine(): Contender {
  const rule = (event: string, fact: string, path: string): RuleProperties => ({
    event: { type: event },
    conditions: {
      all: [
        {
          fact,
          path: `${path}.value`,
          operator: 'greaterThanInclusive',
          value: { fact, path: `${path}.threshold` },
        },
      ],
    },
  });
  const city = new Engine([
    ...[0, 1, 2, 3, 4, 5].map((index) => rule(`count-${index}`, 'counts', `$[${index}]`)),
    ...[0, 1, 2, 3].map((index) => rule(`growth-${index}`, 'rates', `$[${index}]`)),
  ]);
  const growth = new Engine([rule('growth', 'rates', '$[0]')]);
  const ratesOf = (growths: readonly GrowthCase[]) =>
    growths.map((each) => ({ value: rate(each), threshold: each.percent / 100 }));
  return {
    name: 'json-rules-engine',
    decideCity: async ({ counts, growths }) =>
      (await city.run({ counts, rates: ratesOf(growths) })).events.length,
    decideGrowth: async (each) =>
      (await growth.run({ rates: ratesOf([each]) })).events.length === 1,
  };
}

/** zen: one expression a target in one decision, with its trace. */
function zenEngine(): Contender {
  const decision = (expressions: readonly string[]) =>
    new ZenEngine().createDecision({
      contentType: 'application/vnd.gorules.decision',
      nodes: [
        { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
        {
          id: 'targets',
          name: 'targets',
          type: 'expressionNode',
          position: { x: 1, y: 0 },
          content: {
            expressions: expressions.map((value, index) => ({
              id: `e${index}`,
              key: `t${index}`,
              value,
            })),
          },
        },
        { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
      ],
      edges: [
        { id: 'a', type: 'edge', sourceId: 'in', targetId: 'targets' },
        { id: 'b', type: 'edge', sourceId: 'targets', targetId: 'out' },
      ],
    });
  const growth = (path: string) =>
    `(${path}.final / ${path}.base) ^ (1 / ${path}.years) - 1 >= ${path}.percent / 100`;
  const city = decision([
    ...[0, 1, 2, 3, 4, 5].map((index) => `counts[${index}].value >= counts[${index}].threshold`),
    ...[0, 1, 2, 3].map((index) => growth(`growths[${index}]`)),
  ]);
  const single = decision([growth('growth')]);
  const metIn = (result: unknown) =>
    Object.values(result ?? {}).filter((met) => met === true).length;
  return {
    name: 'zen, with trace',
    decideCity: async (figures) => metIn((await city.evaluate(figures, { trace: true })).result),
    decideGrowth: async (each) =>
      metIn((await single.evaluate({ growth: each }, { trace: true })).result) === 1,
  };
}

/** json-logic-engine: compiled logic, growth by a product as it has no root. */
function jsonLogicEngine(): Contender {
  const engine = new LogicEngine();
  const at = (path: string) => ({ var: path });
  const factor = (path: string) => ({ '+': [1, { '/': [at(`${path}.percent`), 100] }] });
  const growth = (path: string, years: number) => ({
    '>=': [
      at(`${path}.final`),
      { '*': [at(`${path}.base`), ...Array.from({ length: years }, () => factor(path))] },
    ],
  });
  const city = engine.build([
    ...[0, 1, 2, 3, 4, 5].map((index) => ({
      '>=': [at(`counts.${index}.value`), at(`counts.${index}.threshold`)],
    })),
    ...[0, 1, 2, 3].map((index) => growth(`growths.${index}`, 3)),
  ]);
  const byYears = new Map([2, 3].map((years) => [years, engine.build(growth('growth', years))]));
  const ask = (logic: unknown, data: unknown): unknown =>
    typeof logic === 'function' ? Reflect.apply(logic, undefined, [data]) : undefined;
  const metIn = (result: unknown) =>
    Array.isArray(result) ? result.filter((met) => met === true).length : 0;
  return {
    name: 'json-logic-engine, no trace',
    decideCity: (figures) => metIn(ask(city, figures)),
    decideGrowth: (each) => ask(byYears.get(each.years), { growth: each }) === true,
  };
}

/** Ours first, then the peers. */
export function contenders(): Contender[] {
  return [
    ours('this engine, exact, full trace', true),
    ours('this engine, exact, trace not written out', false),
    jsonRulesEngine(),
    zenEngine(),
    jsonLogicEngine(),
    byHand,
  ];
}
