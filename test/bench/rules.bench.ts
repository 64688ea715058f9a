/**
 * Decisions a second on the ten measured targets from prepared figures, and how many of the cases
 * that are met exactly each contender gets wrong. Reach: full trace at 20 × json-rules-engine, none
 * wrong.
 */
import { performance } from 'node:perf_hooks';
import { figureTable } from './figure-table.js';
import { casesMetExactly, inventCities, type City } from './rules/cases.js';
import { contenders, type Contender } from './rules/contenders.js';

const targets = 10;
const rounds = 9;
const secondsARound = 0.4;

async function decisionsPerSecond({ decideCity }: Contender, cities: readonly City[]) {
  const start = performance.now();
  let decisions = 0;
  for (;;) {
    for (const city of cities) {
      const met = decideCity(city);
      if (typeof met !== 'number') await met;
      decisions += targets;
    }
    const elapsed = (performance.now() - start) / 1000;
    if (elapsed > secondsARound) return decisions / elapsed;
  }
}

async function wrongOf({ decideGrowth }: Contender, cases: ReturnType<typeof casesMetExactly>) {
  let wrong = 0;
  for (const each of cases) if (!(await decideGrowth(each))) wrong += 1;
  return wrong;
}

const cities = inventCities(200);
const cases = casesMetExactly();
const all = contenders();
const rates = new Map<string, number[]>();
// In turns, so that a machine that grows slower or faster does so for everyone.
for (let round = 0; round <= rounds; round++) {
  for (const contender of all) {
    const rate = await decisionsPerSecond(contender, cities);
    if (round > 0) rates.set(contender.name, [...(rates.get(contender.name) ?? []), rate]);
  }
}
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const rows = [];
for (const contender of all) {
  rows.push({
    contender: contender.name,
    rate: median(rates.get(contender.name) ?? []),
    wrong: await wrongOf(contender, cases),
  });
}
const peer = rows.find(({ contender }) => contender === 'json-rules-engine')?.rate ?? NaN;
const table = figureTable(
  '',
  'decisions/s',
  '× json-rules-engine',
  `wrong of ${cases.length} met exactly`,
);
for (const { contender, rate, wrong } of rows) {
  table.push([contender, Math.round(rate), (rate / peer).toFixed(2), wrong]);
}
const [own] = rows;
const reached = own !== undefined && own.rate >= 20 * peer && own.wrong === 0;
process.stdout.write(
  `${table.toString()}\nreach ≥ 20 × json-rules-engine and 0 wrong: ${reached ? 'yes' : 'no'}\n`,
);
