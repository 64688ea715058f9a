/**
 * A city evaluated from the store, with trace, canonical bytes and hash, against one hand-written
 * SQL statement a measured target on the same store. Reach: at most 6 times its time.
 */
import { figureTable } from './figure-table.js';
import { contend, medianOf, times } from './service/measure.js';

const rounds = 25;

const { stretches, peakMegabytes } = await contend('evaluate.contender', `${rounds}`);
const own = medianOf(stretches.filter((_, index) => index % 2 === 0));
const hand = medianOf(stretches.filter((_, index) => index % 2 === 1));
const table = figureTable('median of 25', 'own ms', 'SQL ms', 'own : SQL');
for (const by of ['seconds', 'cpuSeconds'] as const) {
  const [ours, theirs] = [own[by], hand[by]];
  table.push([
    by === 'seconds' ? 'by clock' : 'by processor',
    ...[(ours * 1000).toFixed(1), (theirs * 1000).toFixed(1), times(ours / theirs)],
  ]);
}
process.stdout.write(
  `${table.toString()}\nPeak ${peakMegabytes.toFixed(0)} MB. Reach: own : SQL ≤ 6.00 ×\n`,
);
