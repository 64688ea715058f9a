/**
 * Jobs a second, of jobs that do nothing: the embedded queue with our job store against plainjob,
 * and BullMQ through our port against the bare library, on Redis and on PostgreSQL.
 * Reach: at least 0.8 of plainjob with as durable a log, and at least 0.85 of the bare library.
 */
import { figureTable } from './figure-table.js';
import { contend, medianOf, times, type Stretch } from './service/measure.js';

const rounds = 7;
const embeddedJobs = 1000;
const announcedJobs = 3000;

const every = (stretches: readonly Stretch[], step: number, from: number) =>
  medianOf(stretches.filter((_, index) => index % step === from)).seconds;

const table = figureTable(`median of ${rounds}`, 'jobs/s', 'own : other');
const row = (name: string, jobs: number, seconds: number, own: number) =>
  table.push([name, (jobs / seconds).toFixed(0), times(seconds / own)]);

const embedded = await contend('../queue/embedded.contender', `${rounds}`, `${embeddedJobs}`);
const own = every(embedded.stretches, 3, 0);
row('embedded, with leases, FULL sync', embeddedJobs, own, own);
row('plainjob, FULL sync', embeddedJobs, every(embedded.stretches, 3, 2), own);
row('plainjob as it comes, NORMAL sync', embeddedJobs, every(embedded.stretches, 3, 1), own);

for (const name of ['redis', 'postgres']) {
  const url = process.env[`TEST_${name.toUpperCase()}_URL`] ?? '';
  const told = await contend('../queue/bull.contender', url, `${rounds}`, `${announcedJobs}`);
  const [port, bare] = [every(told.stretches, 2, 0), every(told.stretches, 2, 1)];
  row(`BullMQ on ${name}, through our port`, announcedJobs, port, port);
  row(`BullMQ on ${name}, bare`, announcedJobs, bare, port);
}
process.stdout.write(`${table.toString()}\nReach: ≥ 0.80 × of plainjob, ≥ 0.85 × of bare BullMQ\n`);
