import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Example } from './three-cities.js';
import { workbookOf } from './workbook.js';

/** A report that lies in the demonstration's folder as a workbook. */
export interface WrittenReport {
  /** The city's code. */
  readonly city: string;
  readonly year: number;
  /** What people call it. */
  readonly label: string;
  readonly path: string;
  readonly rows: number;
}

/**
 * Writes the cities' workbooks into `reports` of the demonstration's folder. Where that holds other
 * ones, of an earlier version, the whole folder is made anew: a city must not report twice.
 */
export async function writeReports(
  programme: string,
  examples: readonly Example[],
  folder: string,
): Promise<readonly WrittenReport[]> {
  const workbooks = await Promise.all(
    examples.flatMap(({ code, name, reports }) =>
      reports.map(async (report) => ({
        city: code,
        year: report.year,
        label: `${name} ${report.year}`,
        path: join(folder, 'reports', `${name}-${report.year}.xlsx`),
        rows: report.ledgers.reduce((sum, { rows }) => sum + rows.length, 0),
        bytes: await workbookOf(programme, report),
      })),
    ),
  );
  const kept = await Promise.all(
    workbooks.map(async ({ path, bytes }) => (await bytesOf(path))?.equals(bytes)),
  );
  if (kept.every((same) => same)) return workbooks;
  await rm(folder, { recursive: true, force: true });
  for (const { path, bytes } of workbooks) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
  return workbooks;
}

async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
