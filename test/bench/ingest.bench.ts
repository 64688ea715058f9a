/**
 * From a workbook to stored rows, checked on the way, against exceljs' streaming reader, decimal.js
 * and TypeORM doing the same. Reach: at least 5 times as fast, with at most half the memory; of what
 * a small file takes, most is Node.js itself.
 */
import { join } from 'node:path';
import { figureTable } from './figure-table.js';
import { writeRows } from './report/city-of-rows.js';
import { contend, inFolder, medianOf, times } from './service/measure.js';

const sizes = [20_000, 100_000];
/** The first warms up; of the others the median is told. */
const rounds = 4;
const labels = { own: 'own', peer: 'exceljs + decimal.js + TypeORM' } as const;

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
  for (const size of sizes) {
    const path = join(folder, `${size}.xlsx`);
    await writeRows(path, size);
    const contenders = [];
    for (const name of ['own', 'peer'] as const) {
      const told = await contend('ingest.contender', name, path, `${size}`, `${rounds}`);
      contenders.push({ name, ...told, ...medianOf(told.stretches.slice(1)) });
    }
    const peer = contenders.find(({ name }) => name === 'peer');
    if (!peer) throw new Error('the peer is missing');
    for (const { name, seconds, cpuSeconds, peakMegabytes } of contenders) {
      table.push([
        ...[size, labels[name], (size / seconds).toFixed(0), peakMegabytes.toFixed(0)],
        times(peer.seconds / seconds),
        times(peer.cpuSeconds / cpuSeconds),
        times(peakMegabytes / peer.peakMegabytes),
      ]);
    }
  }
});
process.stdout.write(`${table.toString()}\nReach: ≥ 5.00 ×, memory ≤ 0.50 ×\n`);
