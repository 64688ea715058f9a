import type { Problem } from '#engine';
import type { Ending } from '../command.js';
import { saveNew, unwritable } from '../output-file.js';

/** Why a marked copy of these files cannot be asked for, or undefined. */
export function wrongMarkedCopy([only, another]: readonly [string, ...string[]]):
  string | undefined {
  if (another !== undefined) return '--marked 一次只标一个工作簿，请只给一个文件。';
  return only.toLowerCase().endsWith('.xlsx') ? undefined : '--marked 只能标 .xlsx 工作簿。';
}

/**
 * Writes the reader's own workbook with its problems marked.
 * @returns how the command ends where it cannot be written
 */
export async function saveMarkedCopy(
  file: string,
  problems: readonly Problem[],
  out: string,
): Promise<Ending | undefined> {
  const { writeMarkedCopy } = await import('#report');
  return unwritable(out, () => saveNew(out, (stream) => writeMarkedCopy(file, problems, stream)));
}
