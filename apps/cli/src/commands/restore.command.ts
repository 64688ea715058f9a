import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { openAudit, restore, UnfitBackup, UnfitPlace } from '#persistence';
import { readSettings } from '../../../../config/settings.js';
import { verifyAudit } from '../audit/verify-audit.js';
import { type Command, type Ending, exitStatus, fileRefused, wrongUsage } from '../command.js';
import { parseOptions } from '../options.js';

const usage = `用法 Usage:
  npm run -s restore -- IN

  把备份恢复到设置所指的位置，那里必须是空的；然后核对审计链。
  Restores a backup into the place that the settings name, which must be empty, and verifies it.`;

/** Restores a backup, then verifies it up to the checkpoint that it holds. */
export const restoreCommand: Command = async (words) => {
  const options = parseOptions(words, {}, { files: true });
  if (options.kind === 'wrong') return wrongUsage(options.sentence, usage);
  if (options.values.help) return { status: exitStatus.done, result: usage };
  const [path, ...rest] = options.files;
  if (path === undefined || rest.length > 0) return wrongUsage('请给出一个备份文件。', usage);
  const { databaseUrl, dataFolder } = readSettings(process.env);
  if (!(await canBeRead(path))) return fileRefused(`${path}：没有这个文件，或没有读取的权限。`);
  return restoreInto(databaseUrl ?? dataFolder, path);
};

async function restoreInto(place: string, path: string): Promise<Ending> {
  try {
    const checkpoint = await restore(place, createReadStream(path));
    const audit = await openAudit(place);
    try {
      return { ...(await verifyAudit(audit, checkpoint)), talk: '已恢复 restored:' };
    } finally {
      await audit.close();
    }
  } catch (error) {
    if (error instanceof UnfitBackup) return fileRefused(`${path}：${error.message}`);
    if (error instanceof UnfitPlace) return { status: exitStatus.wrongUsage, talk: error.message };
    throw error;
  }
}

async function canBeRead(path: string): Promise<boolean> {
  try {
    await (await open(path)).close();
    return true;
  } catch {
    return false;
  }
}
