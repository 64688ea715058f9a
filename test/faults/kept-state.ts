import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import sqlite from 'better-sqlite3';
import { pause } from './server-process.js';

/** What a data folder holds that must not depend on when its server was killed. */
export interface KeptState {
  /** Reports with all their content, by file. */
  readonly reports: readonly unknown[];
  /** The determination in force for each year. */
  readonly inForce: readonly unknown[];
}

const contentOf = {
  rows: 'SELECT ledger, row, item FROM ledger_row WHERE report = ? ORDER BY ledger, row',
  ledgers: 'SELECT ledger, rejected FROM ledger_content WHERE report = ? ORDER BY ledger',
  problems: 'SELECT position, code, sheet, row, message FROM problem WHERE report = ? ORDER BY 1',
  figures: 'SELECT row, code, year, value, unit FROM figure WHERE report = ? ORDER BY row',
};

/** What must be empty: each query finds something that was lost, doubled or left half done. */
const violations = {
  'jobs that did not succeed': `SELECT key, state FROM job WHERE state <> 'succeeded'`,
  'content of no accepted report': `SELECT DISTINCT report FROM (SELECT report FROM ledger_row
    UNION SELECT report FROM problem UNION SELECT report FROM figure UNION SELECT report FROM ledger_content)
    WHERE report NOT IN (SELECT number FROM report WHERE state = 'accepted')`,
  'files without a report': `SELECT sha256 FROM file WHERE sha256 NOT IN (SELECT file FROM report)`,
  'reports without a file': `SELECT file FROM report WHERE file NOT IN (SELECT sha256 FROM file)`,
  'pieces without a file': `SELECT number FROM file_piece WHERE file NOT IN (SELECT number FROM file)`,
  'the same evaluation twice over': `SELECT number FROM (SELECT number, determination,
    lag(determination) OVER (PARTITION BY programme, subject_code, year ORDER BY number) AS previous
    FROM evaluation) WHERE determination = previous`,
  'determinations that no evaluation made': `SELECT hash FROM determination
    WHERE hash NOT IN (SELECT determination FROM evaluation)`,
  'reports not audited once': `SELECT file FROM report WHERE 2 <> (SELECT count(*) FROM audit_entry
    WHERE what IN ('report-received', 'report-accepted') AND json_extract(about, '$.report') = report.id)`,
  'evaluations not audited once': `SELECT 1 WHERE (SELECT count(*) FROM evaluation) <>
    (SELECT count(*) FROM audit_entry WHERE what = 'determination-made')`,
};

/** Reads a data folder whose server has ended; throws where anything is lost, doubled or half done. */
export function keptState(folder: string): KeptState {
  const left = readdirSync(join(folder, 'scratch'));
  if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`);
  demandSound(folder);
  const database = new sqlite(join(folder, 'pilot-targets.sqlite'), { readonly: true });
  try {
    const reports = database
      .prepare<[], { number: number; file: string }>(
        `SELECT number, file, state, year, subject_code, accepted, rejected, errors, warnings, notices
         FROM report ORDER BY file`,
      )
      .all();
    return {
      reports: reports.map(({ number, ...report }) => {
        const content = Object.entries(contentOf).map(([what, query]) => [
          what,
          hashOf(database.prepare(query).all(number)),
        ]);
        return { ...report, bytes: bytesOf(database, report.file), content };
      }),
      inForce: database
        .prepare(
          `SELECT programme, subject_code, year, determination FROM evaluation AS e
           WHERE number = (SELECT max(number) FROM evaluation WHERE year = e.year
             AND subject_code = e.subject_code AND programme = e.programme) ORDER BY 1, 2, 3`,
        )
        .all(),
    };
  } finally {
    database.close();
  }
}

/** Throws where anything is lost, doubled or half done, with no job left; its server may be there. */
export function demandSound(folder: string): void {
  const database = new sqlite(join(folder, 'pilot-targets.sqlite'), { readonly: true });
  try {
    for (const [what, query] of Object.entries(violations)) {
      const found = database.prepare(query).all();
      if (found.length > 0) throw new Error(`${what}: ${JSON.stringify(found)}`);
    }
  } finally {
    database.close();
  }
}

/** Throws where a folder holds something else than it should. */
export function demandSame(kept: KeptState, expected: KeptState): void {
  if (!isDeepStrictEqual(kept, expected)) {
    throw new Error(`kept ${JSON.stringify(kept)}, not ${JSON.stringify(expected)}`);
  }
}

/** Waits until no job is left; throws where that takes longer, in milliseconds. */
export async function finish(folder: string, deadline: number): Promise<void> {
  const late = performance.now() + deadline;
  while (unfinishedJobs(folder) > 0) {
    if (performance.now() > late) throw new Error(`jobs are left after ${deadline} ms`);
    await pause(50);
  }
}

/** How many tries of jobs failed. */
export function failures(folder: string): number {
  return countIn(folder, 'SELECT total(failures) FROM job');
}

function unfinishedJobs(folder: string): number {
  return countIn(folder, `SELECT count(*) FROM job WHERE state IN ('waiting', 'running')`);
}

/** Its server may be at work. */
function countIn(folder: string, query: string): number {
  const database = new sqlite(join(folder, 'pilot-targets.sqlite'), { readonly: true });
  try {
    return Number(database.prepare(query).pluck().get());
  } finally {
    database.close();
  }
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

function bytesOf(database: sqlite.Database, sha256: string): string {
  const pieces = database
    .prepare<[string], { bytes: Buffer }>(
      `SELECT bytes FROM file_piece WHERE file = (SELECT number FROM file WHERE sha256 = ?)
       ORDER BY number`,
    )
    .all(sha256);
  const hash = createHash('sha256');
  for (const { bytes } of pieces) hash.update(bytes);
  if (hash.digest('hex') !== sha256) throw new Error(`the bytes of ${sha256} are not its own`);
  return 'its own';
}
