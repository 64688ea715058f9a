import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** No request and no job lasts as long, in milliseconds. */
const abandoned = 24 * 60 * 60 * 1000;

/**
 * Makes the folder in the data folder for short-lived files, which every process on that data uses,
 * and removes what was left behind by one that did not end in order. Only the age of a file tells:
 * a process in another container or of another user cannot be asked for.
 * @returns its path
 */
export async function makeScratch(dataFolder: string): Promise<string> {
  const scratch = join(dataFolder, 'scratch');
  // What is kept there is of people; whoever lets others in has made the folder, or changes its mode.
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  await mkdir(scratch, { recursive: true });
  for (const name of await readdir(scratch)) {
    const path = join(scratch, name);
    // One that is gone by now was in use a moment ago.
    const touched = await stat(path).then(({ mtimeMs }) => mtimeMs, Date.now);
    if (Date.now() - touched > abandoned) await rm(path, { force: true });
  }
  return scratch;
}

/** Reads a short-lived file, which is gone once the reader is closed. */
export function readOnce(path: string): Readable {
  const content = createReadStream(path);
  content.once('close', () => void rm(path, { force: true }));
  return content;
}
