import type { Checkpoint } from '#application';
import { openAudit, UnfitPlace, type Audit } from '#persistence';
import { readSettings } from '../../../../config/settings.js';
import { refusedDay, saveArchive, verifyArchiveFile } from '../audit/archive.js';
import { writeEntriesCsv } from '../audit/entries-csv.js';
import { checkpointLine, verifyAudit } from '../audit/verify-audit.js';
import { type Command, type Ending, exitStatus, wrongUsage } from '../command.js';
import { parseOptions } from '../options.js';
import { saveNew, unwritable } from '../output-file.js';

const usage = `用法 Usage:
  npm run -s audit -- verify [--checkpoint 环号:链值]   核对审计链与全部数据 verify chain and data
  npm run -s audit -- export OUT.csv                  导出审计记录 export the audit log
  npm run -s audit -- archive --before 2026-05-01 --out FILE           归档审计记录 archive
  npm run -s audit -- verify --archive FILE [--checkpoint 环号:链值]   核对归档 verify it

  verify           服务运行时也可以核对；有不符的，逐条列出，退出码为1
  --checkpoint     以前打印的校验点，可查出被截去的尾部和整体改写的链
  export           不覆盖已有的文件；末行是校验点
  archive          归档该日以前、满180天的记录；归档是带证明的副本，数据库中的记录从不删除
  --archive        归档凭自身即可核对；有数据库时，还核对两者的链是否相接`;

const text = { type: 'string' } as const;

/** Verifies, exports or archives the audit of the store that the settings name, changing nothing. */
export const audit: Command = async (words) => {
  const asked = { checkpoint: text, archive: text, before: text, out: text };
  const options = parseOptions(words, asked, { files: true });
  if (options.kind === 'wrong') return wrongUsage(options.sentence, usage);
  if (options.values.help) return { status: exitStatus.done, result: usage };
  const [action, file, ...rest] = options.files;
  const { checkpoint: given, archive, before, out } = options.values;
  const checkpoint = given === undefined ? undefined : parseCheckpoint(given);
  if (given !== undefined && !checkpoint) {
    return wrongUsage('校验点应形如 环号:链值，如 12:3f…（64位）。', usage);
  }
  const isBare = archive === undefined && before === undefined && out === undefined;
  if (action === 'verify' && file === undefined && isBare) {
    return withAudit((opened) => verifyAudit(opened, checkpoint));
  }
  if (action === 'verify' && file === undefined && archive !== undefined && !before && !out) {
    return verifyArchiveFile(archive, checkpoint, place());
  }
  if (action === 'export' && file !== undefined && rest.length === 0 && isBare && !checkpoint) {
    return withAudit((opened) => exportEntries(opened, file));
  }
  if (action === 'archive' && file === undefined && before && out && !archive && !checkpoint) {
    const refused = refusedDay(before);
    if (refused !== undefined) return { status: exitStatus.wrongUsage, talk: refused };
    return withAudit((opened) => saveArchive(opened, before, out));
  }
  return wrongUsage('请给出 verify，或 export 和文件名，或 archive 和 --before、--out。', usage);
};

function place(): string {
  const { databaseUrl, dataFolder } = readSettings(process.env);
  return databaseUrl ?? dataFolder;
}

async function withAudit(work: (opened: Audit) => Promise<Ending>): Promise<Ending> {
  try {
    const opened = await openAudit(place());
    try {
      return await work(opened);
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (error instanceof UnfitPlace) return { status: exitStatus.wrongUsage, talk: error.message };
    throw error;
  }
}

async function exportEntries(opened: Audit, out: string): Promise<Ending> {
  const refused = await unwritable(out, () =>
    saveNew(out, (stream) => writeEntriesCsv(opened, stream)),
  );
  const talk = '审计记录已导出 audit log exported:';
  return (
    refused ?? {
      status: exitStatus.done,
      result: `${out}\n${checkpointLine(opened.checkpoint)}`,
      talk,
    }
  );
}

function parseCheckpoint(text: string): Pick<Checkpoint, 'number' | 'chain'> | undefined {
  const [, number, chain] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(text) ?? [];
  return number && chain ? { number: Number(number), chain } : undefined;
}
