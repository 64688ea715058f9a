import { createWriteStream } from 'node:fs';
import { realpath, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Problem } from '#engine';

/** Why a marked copy of these files cannot be asked for, or undefined. */
export async function wrongMarkedCopy(
  [only, another]: readonly [string, ...string[]],
  out: string,
): Promise<string | undefined> {
  if (another !== undefined) {
    return '--marked 一次只标一个工作簿，请只给一个文件。';
  }
  if (!only.toLowerCase().endsWith('.xlsx')) return '--marked 只能标 .xlsx 工作簿。';
  const [source, target] = await Promise.all(
    [only, out].map((path) => realpath(path).catch(() => resolve(path))),
  );
  return source === target ? '--marked 不能写到原工作簿上，请换一个文件名。' : undefined;
}

/** Writes the reader's own workbook with its problems marked: whole, or not at all. */
export async function saveMarkedCopy(
  file: string,
  problems: readonly Problem[],
  out: string,
): Promise<void> {
  const { writeMarkedCopy } = await import('#report');
  const unfinished = `${out}.part`;
  try {
    await writeMarkedCopy(file, problems, createWriteStream(unfinished));
    await rename(unfinished, out);
  } finally {
    await rm(unfinished, { force: true });
  }
}
