import type { Checkpoint } from '#application';
import { backUp, UnfitPlace } from '#persistence';
import { readSettings } from '../../../../config/settings.js';
import { checkpointLine } from '../audit/verify-audit.js';
import { type Command, exitStatus, wrongUsage } from '../command.js';
import { parseOptions } from '../options.js';
import { saveNew, unwritable } from '../output-file.js';

const usage = `用法 Usage:
  npm run -s backup -- OUT

  备份设置所指的数据库，服务运行时也可以；不覆盖已有的文件。备份可恢复到 SQLite 或 PostgreSQL。
  Backs up the database that the settings name, also while the service runs.`;

/** Backs up the store that the settings name, and says where its audit chain stood. */
export const backup: Command = async (words) => {
  const options = parseOptions(words, {}, { files: true });
  if (options.kind === 'wrong') return wrongUsage(options.sentence, usage);
  if (options.values.help) return { status: exitStatus.done, result: usage };
  const [out, ...rest] = options.files;
  if (out === undefined || rest.length > 0) return wrongUsage('请给出一个文件名。', usage);
  const { databaseUrl, dataFolder } = readSettings(process.env);
  let checkpoint: Checkpoint | undefined;
  try {
    const refused = await unwritable(out, () =>
      saveNew(out, async (stream) => {
        checkpoint = await backUp(databaseUrl ?? dataFolder, stream);
      }),
    );
    const result = `${out}\n${checkpointLine(checkpoint)}`;
    return refused ?? { status: exitStatus.done, result, talk: '备份完成 backed up:' };
  } catch (error) {
    if (error instanceof UnfitPlace) return { status: exitStatus.wrongUsage, talk: error.message };
    throw error;
  }
};
