import { createReadStream } from 'node:fs';
import ExcelJS from 'exceljs';
import { openPromise } from 'yauzl';
import { readReport } from '#report';
import { programmeOfRows } from './city-of-rows.js';

/** What one contender did, measured in a process of its own. */
export interface Measured {
  readonly rows: number;
  readonly seconds: number;
  /** Processor time of all threads, which other work on the machine stretches less. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  /** Texts with a replacement character where the file has none. */
  readonly damaged: number;
}

const isDamaged = (value: unknown) => typeof value === 'string' && value.includes('\uFFFD');

const contenders: Readonly<
  Record<string, (path: string) => Promise<Pick<Measured, 'rows' | 'damaged'>>>
> = {
  own: async (path) => {
    let rows = 0;
    let damaged = 0;
    const report = await readReport(path, [programmeOfRows], {
      cover: () => undefined,
      rows: (_, batch) => {
        rows += batch.length;
        for (const { values } of batch)
          for (const id in values) if (isDamaged(values[id])) damaged++;
      },
    });
    if (report.kind === 'unreadable') throw new Error(report.message);
    damaged += report.problems.filter(({ severity }) => severity === 'error').length;
    return { rows, damaged };
  },
  exceljs: async (path) => {
    let rows = 0;
    let damaged = 0;
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(createReadStream(path), {
      sharedStrings: 'cache',
      worksheets: 'emit',
      styles: 'cache',
      hyperlinks: 'ignore',
      entries: 'emit',
    });
    for await (const sheet of reader) {
      for await (const row of sheet) {
        rows++;
        const values = Array.isArray(row.values) ? row.values : [];
        for (const value of values) if (isDamaged(value)) damaged++;
      }
    }
    return { rows: rows - 7, damaged };
  },
  inflate: async (path) => {
    const zip = await openPromise(path, { autoClose: false });
    let ends = 0;
    for await (const entry of zip.eachEntry()) {
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        if (Buffer.isBuffer(chunk) && entry.fileName.endsWith('sheet2.xml')) ends += chunk.length;
      }
    }
    zip.close();
    return { rows: ends > 0 ? -1 : 0, damaged: 0 };
  },
};

const [, , name = '', path = ''] = process.argv;
const contender = contenders[name];
if (!contender) throw new Error(`no contender is called '${name}'`);
const start = process.hrtime.bigint();
const startCpu = process.cpuUsage();
const { rows, damaged } = await contender(path);
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const { user, system } = process.cpuUsage(startCpu);
const cpuSeconds = (user + system) / 1e6;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
process.send?.({ rows, seconds, cpuSeconds, peakMegabytes, damaged } satisfies Measured);
