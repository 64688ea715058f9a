/**
 * Tries what has to hold by many seeds: `main.js --kind KIND [--seeds FIRST-LAST]`. Seeds that passed
 * in an earlier run are not tried again; what came of all of them is added up in data/long/KIND.json.
 * The kind `mutation` has no seeds: it tries every small change of the engine, and keeps its own sums.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { Results } from './results.js';
import { seedsBetween, trySeeds } from './trial.js';
import { trials } from './trials.js';

const { values } = parseArgs({ options: { kind: { type: 'string' }, seeds: { type: 'string' } } });
const kind = values.kind ?? '';
if (kind === 'mutation') {
  const { status } = spawnSync('npm', ['run', '-s', 'test:mutation'], { stdio: 'inherit' });
  process.exit(status ?? 70);
}
const load = trials[kind];
if (!load) {
  const kinds = [...Object.keys(trials), 'mutation'].join('|');
  throw new Error(`用法 Usage: npm run test:long -- --kind ${kinds} [--seeds 1-300]`);
}
const trial = await load();
const [, first = 1, last = trial.seeds.long] =
  /^(\d+)-(\d+)$/.exec(values.seeds ?? '')?.map(Number) ?? [];
const revision = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
const results = new Results(kind, revision);
let failures = 0;
await trySeeds(trial, results.left(seedsBetween(first, last)), (attempt) => {
  results.add(attempt);
  if (!attempt.held) failures += 1;
  const { held, seed, words } = attempt;
  process.stdout.write(`${held ? '✓' : '✗'} ${kind} ${seed}: ${words}\n`);
});
const { passed, failed } = results.sums;
process.stdout.write(`${trial.what}: ${passed} passed, ${failed} failed of ${trial.seeds.long}\n`);
process.exitCode = failures > 0 ? 1 : 0;
