/**
 * Reading and validating a workbook, against exceljs' streaming reader that only reads it and
 * against the bare inflate: each contender in a process of its own, ratios from one run.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { figureTable } from './figure-table.js';
import type { Measured } from './report/contender.js';
import { writeRows } from './report/city-of-rows.js';

const rounds = 3;
const sizes = [20_000, 100_000, 500_000];
const contenders = ['own', 'exceljs', 'inflate'] as const;
const labels = {
  own: 'this reader, validating',
  exceljs: 'exceljs streaming, reading only',
  inflate: 'bare inflate',
};

const folder = await mkdtemp(join(tmpdir(), 'report-bench-'));
try {
  for (const size of sizes) {
    const path = join(folder, `${size}.xlsx`);
    await writeRows(path, size);
    const results = new Map<string, Measured>();
    // In turns, and the fastest of each: other work on the machine only ever slows one down.
    for (let round = 0; round < rounds; round++) {
      for (const contender of contenders) {
        const measured = await measure(contender, path);
        const fastest = results.get(contender);
        if (!fastest || measured.seconds < fastest.seconds) results.set(contender, measured);
      }
    }
    process.stdout.write(`${tableOf(size, results)}\n`);
    await rm(path);
  }
} finally {
  await rm(folder, { recursive: true });
}

async function measure(contender: string, path: string): Promise<Measured> {
  const child = fork(fileURLToPath(new URL('./report/contender.js', import.meta.url)), [
    contender,
    path,
  ]);
  const ended = once(child, 'exit');
  const messages: unknown[] = await Promise.race([once(child, 'message'), ended]);
  await ended;
  const [message] = messages;
  if (!isMeasured(message)) throw new Error(`${contender} failed on ${path}`);
  return message;
}

function isMeasured(message: unknown): message is Measured {
  return typeof message === 'object' && message !== null && 'seconds' in message;
}

function tableOf(size: number, results: ReadonlyMap<string, Measured>): string {
  const table = figureTable(
    `${size} rows × 12`,
    'rows/s',
    '× exceljs',
    'CPU s',
    'peak MB',
    'damaged texts',
  );
  const reference = results.get('exceljs')?.seconds ?? NaN;
  for (const contender of contenders) {
    const measured = results.get(contender);
    if (!measured) continue;
    const { seconds, cpuSeconds, peakMegabytes, damaged, rows } = measured;
    if (rows >= 0 && rows !== size) throw new Error(`${contender} found ${rows} rows of ${size}`);
    const figures = [size / seconds, reference / seconds, cpuSeconds, peakMegabytes, damaged];
    table.push([
      labels[contender],
      ...figures.map((figure, at) => figure.toFixed(at === 1 || at === 2 ? 2 : 0)),
    ]);
  }
  return table.toString();
}
