import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Programme } from '#engine';
import { GuardedReader, problemCatalogue, type Unreadable } from '#report';
import type { Expected } from './hostile-file.js';

type ReadReport = Exclude<Awaited<ReturnType<GuardedReader['read']>>, Unreadable>;

/** What came of reading a file, and how long it took. */
export interface Reading {
  readonly report: ReadReport | Unreadable;
  /** By ledger, how many rows were handed on. */
  readonly rows: Readonly<Record<string, number>>;
  /** Of every row handed on, in order. */
  readonly digest: string;
  readonly milliseconds: number;
}

/** The longest that any file may take, in milliseconds. */
const deadline = 20_000;

const lastRow = 1_048_576;
const isCode = (code: string): code is keyof typeof problemCatalogue =>
  Object.hasOwn(problemCatalogue, code);

/** The product's guarded reader, which has to read what it is given. */
export class ReaderOnTrial {
  private readonly reader: GuardedReader;

  constructor(programmes: readonly Programme[]) {
    this.reader = new GuardedReader(programmes);
  }

  async read(path: string): Promise<Reading> {
    const rows: Record<string, number> = {};
    const hash = createHash('sha256');
    const started = performance.now();
    const report = await this.reader.read(path, {
      cover: () => undefined,
      rows: (batch) => {
        for (const { ledger, rows: taken } of batch) {
          rows[ledger] = (rows[ledger] ?? 0) + taken.length;
          for (const { row, values } of taken) hash.update(`${ledger}\t${row}\t${values}\n`);
        }
      },
    });
    const milliseconds = performance.now() - started;
    return { report, rows, digest: hash.digest('hex'), milliseconds };
  }

  close(): Promise<void> {
    return this.reader.close();
  }
}

/** What is wrong with a reading, whatever was read; undefined where nothing is. */
export function flawOf({ report, rows, milliseconds }: Reading): string | undefined {
  if (milliseconds > deadline) return `took ${Math.round(milliseconds)} ms`;
  if (report.kind === 'unreadable') {
    const { code, message } = report;
    if (code === 'too-slow') return 'was too slow';
    const isSentence = /^[^。]+。$/u.test(message) && message.length < 500;
    return isSentence && isClean(message) ? undefined : `no sentence: ${message}`;
  }
  for (const problem of report.problems) {
    const { code, severity, sheet, row = 1, message } = problem;
    const known = isCode(code) && problemCatalogue[code].severity === severity;
    const placed = sheet !== undefined && Number.isInteger(row) && row > 0 && row <= lastRow;
    if (!known || !placed || !message.endsWith('。') || !isClean(message)) {
      return `not told as it should be: ${JSON.stringify(problem)}`;
    }
  }
  const accepted = Object.entries(report.ledgers).map(([id, tally]) => [id, tally.accepted]);
  const counted = accepted.filter(([, count]) => count !== 0);
  return isDeepStrictEqual(Object.fromEntries(counted), rows) ? undefined : 'miscounted its rows';
}

/** No text with these can be kept everywhere. */
const isClean = (text: string) => !/\p{Surrogate}|[^\P{Cc}\t\n\r]/u.test(text);

/** What differs from what was expected; undefined where nothing does. */
export function differenceFrom(expected: Expected, { report }: Reading): string | undefined {
  if ('refused' in expected) {
    if (report.kind === 'read') return `read, not refused as ${expected.refused}`;
    const { code, message } = report;
    return code === expected.refused && message.includes(expected.saying)
      ? undefined
      : `refused as ${code}: ${message}`;
  }
  if (report.kind === 'unreadable') return `refused as ${report.code}: ${report.message}`;
  const { found, ...place } = expected;
  const isThere = report.problems.some(
    ({ code, sheet, row, column }) =>
      code === found &&
      sheet === place.sheet &&
      (place.row === undefined || row === place.row) &&
      (place.column === undefined || column === place.column),
  );
  return isThere ? undefined : `found only ${JSON.stringify(report.problems)}`;
}
