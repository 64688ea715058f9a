/**
 * Opens a workplace in a folder, as servers and workers do, and writes how many times as large as what
 * is kept the heap of its process grows.
 */
import { getHeapStatistics } from 'node:v8';
import { pino } from 'pino';
import { readSettings } from '../../config/settings.js';
import { openWorkplace } from '../../config/workplace.js';

const [folder = ''] = process.argv.slice(2);
const settings = readSettings({ DATA_DIR: folder });
const workplace = await openWorkplace(settings, 'product', pino({ level: 'silent' }));

/** 64 MB, each part of which is old by the time that another takes its place. */
const parts = 8192;
const bytes = 8000;
const kept: (readonly number[])[] = [];
let largest = 0;
for (let made = 0; made < 20 * parts; made += 1) {
  kept[made % parts] = new Array<number>(bytes / 8).fill(made);
  if (made % 64 === 0) largest = Math.max(largest, getHeapStatistics().used_heap_size);
}
await workplace.close();
process.stdout.write(String(largest / (parts * bytes)));
