import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sqlite from 'better-sqlite3';
import { openStore } from '#persistence';
import { rowAsJson } from '#report';
import { inventedRows } from './invented-rows.js';
import { stretch, tell, type Stretch } from './measure.js';

/**
 * Writes reports of invented rows by the store and by raw inserts, in turns, so that both meet the
 * same machine: `store.contender.js FOLDER REPORTS ROWS`. Making the rows is not measured.
 */
const [, , folder = '', reportCount, rowCount] = process.argv;
const ledger = 'invented';
const batchLength = 1000;

const ownFolder = join(folder, 'own');
const rawFolder = join(folder, 'raw');
for (const each of [ownFolder, rawFolder]) await mkdir(each);
const stores = await openStore(ownFolder, 'product');
await (await openStore(rawFolder, 'product')).close();
const database = new sqlite(join(rawFolder, 'pilot-targets.sqlite'));
database.pragma('synchronous = FULL');
database.pragma('cache_size = -64000');
const insert = database.prepare(
  'INSERT INTO ledger_row (report, ledger, row, item) VALUES (?, ?, ?, ?)',
);

type Batches = readonly ReturnType<typeof inventedRows>[];

/** As a job does it: the report, and its rows as the reader hands them on. */
function own(report: number, batches: Batches): Promise<void> {
  const id = `report ${report}`;
  return stores.transactions.run(async () => {
    const came = {
      receivedAt: '2021-12-31T00:00:00.000+08:00',
      receivedFrom: 'system',
      beside: false,
    };
    const { receivedAt: at } = came;
    await stores.audit.add({ at, who: 'system', what: 'report-received', about: {} });
    const subject = { programme: '2019-city-operation', code: '959999' };
    await stores.reports.add({ id, subject, file: id, fileName: id, fileSize: 1, ...came });
    const content = await stores.reports.write(id);
    for (const rows of batches) await content.rows(ledger, rows.map(rowAsJson));
  });
}

/** One prepared statement a row, into the same table, in one transaction a report. */
const raw = database.transaction((report: number, batches: Batches) => {
  for (const rows of batches) {
    for (const { row, values } of rows) insert.run(report, ledger, row, JSON.stringify(values));
  }
});

const made = (): Batches =>
  Array.from({ length: Number(rowCount) / batchLength }, (_, batch) =>
    inventedRows(batch * batchLength + 2, batchLength),
  );
const stretches: Stretch[] = [];
for (let report = 1; report <= Number(reportCount); report++) {
  // Each writes rows of its own: the first to write rows out pays for how their texts lie in memory.
  for (const write of [own, raw]) {
    const batches = made();
    stretches.push(await stretch(() => write(report, batches)));
  }
}
database.close();
await stores.close();
tell(stretches);
