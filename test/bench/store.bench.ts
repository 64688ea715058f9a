/**
 * Accepted rows into SQLite through the product's store, against raw prepared inserts of the same
 * rows into the same table: 3 million rows in reports of 20,000.
 * Reach: at least 0.9 of the raw rate, and at the end at least 0.8 of the rate at the start.
 */
import { figureTable } from './figure-table.js';
import { contend, times, type Stretch } from './service/measure.js';

const rowsOfReport = 20_000;
const reports = 150;
/** Start and end are a tenth of the rows each. */
const part = reports / 10;

const rate = (stretches: readonly Stretch[], by: keyof Stretch) =>
  (stretches.length * rowsOfReport) / stretches.reduce((sum, each) => sum + each[by], 0);

const { stretches } = await contend('store.contender', `${reports}`, `${rowsOfReport}`);
const own = stretches.filter((_, index) => index % 2 === 0);
const raw = stretches.filter((_, index) => index % 2 === 1);
const table = figureTable(`${reports * rowsOfReport} rows`, 'rows/s', 'own : raw', 'end : start');
for (const by of ['seconds', 'cpuSeconds'] as const) {
  for (const [name, of] of [
    ['the store', own],
    ['raw inserts', raw],
  ] as const) {
    table.push([
      `${name}, by ${by === 'seconds' ? 'clock' : 'processor'}`,
      rate(of, by).toFixed(0),
      times(rate(of, by) / rate(raw, by)),
      times(rate(of.slice(-part), by) / rate(of.slice(0, part), by)),
    ]);
  }
}
process.stdout.write(`${table.toString()}\nReach: own : raw ≥ 0.90 ×, end : start ≥ 0.80 ×\n`);
