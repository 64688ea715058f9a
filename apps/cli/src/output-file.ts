import { open, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { type Ending, exitStatus } from './command.js';

/**
 * Writes a file that is not there yet: whole, or not at all.
 * @param mode who may read it: nobody else, as most hold what is of people
 */
export async function saveNew(
  path: string,
  write: (out: Writable) => Promise<void>,
  mode = 0o600,
): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await write(file.createWriteStream());
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/**
 * Runs what writes a file.
 * @returns how the command ends where the file cannot be written; undefined where it was
 */
export async function unwritable(
  path: string,
  write: () => Promise<void>,
): Promise<Ending | undefined> {
  try {
    await write();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
    const code = String(error.code);
    const talk = `${path}：${reasons[code] ?? `写不进去（${code}）`}。`;
    return { status: exitStatus.wrongUsage, talk };
  }
}

const notAllowed = '没有写入的权限，请换一个位置';
const reasons: Readonly<Record<string, string>> = {
  EEXIST: '已经有这个文件，没有覆盖；请换一个文件名，或先移走原来的文件',
  ENOENT: '没有这个文件夹，请先建好，或换一个位置',
  ENOTDIR: '路径中有一段不是文件夹，请核对',
  EISDIR: '这是文件夹，请给出文件名',
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: notAllowed,
  ENOSPC: '磁盘已满',
};
