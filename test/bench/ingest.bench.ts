/**
 * From a workbook to stored rows, checked on the way, against exceljs' streaming reader, decimal.js
 * and TypeORM doing the same. Reach: at least 5 times as fast, with at most half the memory; of what
 * a small file takes, most is Node.js itself.
 */
import { join } from 'node:path';
import { figureTable } from './figure-table.js';
import { writeRows } from './report/city-of-rows.js';
import { contend, inFolder, times } from './service/measure.js';

const sizes = [20_000, 100_000];

const table = figureTable(
  'rows',
  'contender',
  'rows/s',
  'peak MB',
  'own : peer by clock',
  'by processor',
  'memory',
);
await inFolder(async (folder) => {
  const warmUp = join(folder, 'warm-up.xlsx');
  await writeRows(warmUp, 20_000);
  for (const size of sizes) {
    const path = join(folder, `${size}.xlsx`);
    await writeRows(path, size);
    const peer = await contend('ingest.contender', 'peer', warmUp, path, `${size}`);
    const own = await contend('ingest.contender', 'own', warmUp, path, `${size}`);
    const [theirs] = peer.stretches;
    for (const [name, { stretches, peakMegabytes }] of [
      ['own', own],
      ['exceljs + decimal.js + TypeORM', peer],
    ] as const) {
      const [measured] = stretches;
      if (!measured || !theirs) throw new Error('a contender measured nothing');
      table.push([
        ...[size, name, (size / measured.seconds).toFixed(0), peakMegabytes.toFixed(0)],
        times(theirs.seconds / measured.seconds),
        times(theirs.cpuSeconds / measured.cpuSeconds),
        times(peakMegabytes / peer.peakMegabytes),
      ]);
    }
  }
});
process.stdout.write(`${table.toString()}\nReach: ≥ 5.00 ×, memory ≤ 0.50 ×\n`);
