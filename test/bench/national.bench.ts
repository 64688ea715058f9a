/**
 * The reports of a nation, 300 cities of three years of 5,000 rows, in and evaluated, by the jobs of
 * the service: on SQLite by one process, on PostgreSQL by one worker and by two. A smaller nation by
 * `--cities` and `--rows`. The files are made before the clock starts.
 * Reach: at least 50,000 rows a second on SQLite and by two workers, no process above 512 MB, and a
 * yearly run whose time grows as the cities and as the rows do.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freshPostgres } from '../services/fresh-postgres.js';
import { figureTable } from './figure-table.js';
import { writeNation, years, type Nation } from './national/written-nation.js';
import { contend, inFolder, times, type Told } from './service/measure.js';

const { values } = parseArgs({
  options: {
    cities: { type: 'string', default: '300' },
    rows: { type: 'string', default: '5000' },
  },
});
const nation = { cities: Number(values.cities), rows: Number(values.rows) };
/** How much smaller the nations are by which growth is told. */
const part = 4;

const withFiles = (size: Nation, work: (files: string) => Promise<Told>) =>
  inFolder(async (folder) => {
    const files = join(folder, 'files');
    await mkdir(files);
    await writeNation(files, size);
    return work(files);
  });
const contender = (files: string, { cities, rows }: Nation, workers: number) =>
  contend('../national/service.contender', files, `${cities}`, `${rows}`, `${workers}`);

/** By so many workers, which the contender starts with its own environment. */
async function onPostgres(files: string, workers: number): Promise<Told> {
  const database = await freshPostgres();
  process.env['DATABASE_URL'] = database.url;
  process.env['QUEUE_URL'] = process.env['TEST_REDIS_URL'];
  try {
    return await contender(files, nation, workers);
  } finally {
    delete process.env['DATABASE_URL'];
    delete process.env['QUEUE_URL'];
    await database.drop();
  }
}

const table = figureTable('', 'rows/s', 'in s', 'official s', 'yearly run s', 'MB', 'MB a worker');
function row(name: string, { stretches, peakMegabytes, workerMegabytes }: Told): void {
  const [taken = NaN, official = NaN, run = NaN] = stretches.map(({ seconds }) => seconds);
  const all = nation.cities * nation.rows * years.length;
  table.push([
    ...[name, (all / (taken + official + run)).toFixed(0)],
    ...[taken, official, run].map((each) => each.toFixed(1)),
    peakMegabytes.toFixed(0),
    workerMegabytes.map((each) => each.toFixed(0)).join(' '),
  ]);
}

let whole: Told | undefined;
await withFiles(nation, async (files) => {
  whole = await contender(files, nation, 0);
  row('SQLite, one process', whole);
  row('PostgreSQL, one worker', await onPostgres(files, 1));
  const last = await onPostgres(files, 2);
  row('PostgreSQL, two workers', last);
  return last;
});
process.stdout.write(
  `${nation.cities} cities × ${years.length} years × ${nation.rows} rows\n${table.toString()}\n`,
);

const runOf = (told: Told | undefined) => told?.stretches[2]?.seconds ?? NaN;
for (const [by, size] of [
  ['cities', { ...nation, cities: nation.cities / part }],
  ['rows', { ...nation, rows: nation.rows / part }],
] as const) {
  const smaller = await withFiles(size, (files) => contender(files, size, 0));
  const growth = runOf(whole) / runOf(smaller);
  const exponent = Math.log(growth) / Math.log(part);
  process.stdout.write(
    `The yearly run of ${part} times as many ${by}: ${times(growth)} the time, ` +
      `exponent ${exponent.toFixed(2)}\n`,
  );
}
process.stdout.write(`Reach: ≥ 50000 rows/s, ≤ 512 MB, exponents ≤ 1\n`);
