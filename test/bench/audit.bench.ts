/**
 * The audit of a million sealed rows verified, each against its link and the chain, by as many
 * threads as there are processors, beside a bare chain of as many SHA-256 hashes in the same process.
 * Reach: at least 100,000 rows a second.
 */
import { figureTable } from './figure-table.js';
import { contend, medianOf, times } from './service/measure.js';

const links = 1_000_000;
const rounds = 3;

const { stretches, peakMegabytes } = await contend('audit.contender', `${links}`, `${rounds}`);
const own = medianOf(stretches.filter((_, index) => index % 2 === 0));
const bare = medianOf(stretches.filter((_, index) => index % 2 === 1));
const table = figureTable(`median of ${rounds}`, 'verified rows/s', 'bare hashes/s', 'own : bare');
for (const by of ['seconds', 'cpuSeconds'] as const) {
  table.push([
    by === 'seconds' ? 'by clock' : 'by processor',
    ...[own, bare].map((each) => (links / each[by]).toFixed(0)),
    times(bare[by] / own[by]),
  ]);
}
process.stdout.write(
  `${table.toString()}\nPeak ${peakMegabytes.toFixed(0)} MB. Reach: ≥ 100,000 rows a second\n`,
);
