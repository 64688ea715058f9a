import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const prefix = 'scratch-';

/**
 * Makes a folder in the data folder for this process's short-lived files, and removes those that
 * processes left behind which did not end in order.
 * @returns its path
 */
export async function makeScratch(dataFolder: string): Promise<string> {
  await mkdir(dataFolder, { recursive: true });
  for (const name of await readdir(dataFolder)) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))) {
      await rm(join(dataFolder, name), { recursive: true, force: true });
    }
  }
  const scratch = join(dataFolder, `${prefix}${process.pid}`);
  await mkdir(scratch, { recursive: true });
  return scratch;
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 asks whether the process exists and touches nothing.
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
