/** Tries every fault by as many seeds as are due at each change: `main.js [KIND …]`. */
import { seedsBetween, trySeeds } from '../long/trial.js';
import { trials } from '../long/trials.js';

const kinds = process.argv.slice(2);
let failures = 0;
for (const [kind, load] of Object.entries(trials)) {
  if (kinds.length > 0 && !kinds.includes(kind)) continue;
  const trial = await load();
  const started = performance.now();
  let failed = 0;
  await trySeeds(trial, seedsBetween(1, trial.seeds.short), ({ seed, words, held }) => {
    if (!held) failed += 1;
    process.stdout.write(`${held ? '✓' : '✗'} ${kind} ${seed}: ${words}\n`);
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  const { short } = trial.seeds;
  process.stdout.write(`${trial.what}, ${seconds} s: ${short - failed} passed, ${failed} failed\n`);
  failures += failed;
}
process.exitCode = failures > 0 ? 1 : 0;
