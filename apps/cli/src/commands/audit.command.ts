import type { Checkpoint } from '#application';
import { openAudit, UnfitPlace, type Audit } from '#persistence';
import { readSettings } from '../../../../config/settings.js';
import { writeEntriesCsv } from '../audit/entries-csv.js';
import { checkpointLine, verifyAudit } from '../audit/verify-audit.js';
import { type Command, type Ending, exitStatus, wrongUsage } from '../command.js';
import { parseOptions } from '../options.js';
import { saveNew, unwritable } from '../output-file.js';

const usage = `用法 Usage:
  npm run -s audit -- verify [--checkpoint 环号:链值]   核对审计链与全部数据 verify chain and data
  npm run -s audit -- export OUT.csv                  导出审计记录 export the audit log

  verify           服务运行时也可以核对；有不符的，逐条列出，退出码为1
  --checkpoint     以前打印的校验点，可查出被截去的尾部和整体改写的链
  export           不覆盖已有的文件；末行是校验点`;

/** Verifies or exports the audit of the store that the settings name, changing nothing. */
export const audit: Command = async (words) => {
  const options = parseOptions(words, { checkpoint: { type: 'string' } }, { files: true });
  if (options.kind === 'wrong') return wrongUsage(options.sentence, usage);
  if (options.values.help) return { status: exitStatus.done, result: usage };
  const [action, out, ...rest] = options.files;
  const given = options.values.checkpoint;
  const checkpoint = given === undefined ? undefined : parseCheckpoint(given);
  if (given !== undefined && !checkpoint) {
    return wrongUsage('校验点应形如 环号:链值，如 12:3f…（64位）。', usage);
  }
  if (action === 'verify' && out === undefined) {
    return withAudit((opened) => verifyAudit(opened, checkpoint));
  }
  if (action === 'export' && out !== undefined && rest.length === 0 && !checkpoint) {
    return withAudit((opened) => exportEntries(opened, out));
  }
  return wrongUsage('请给出 verify，或 export 和文件名。', usage);
};

async function withAudit(work: (opened: Audit) => Promise<Ending>): Promise<Ending> {
  const { databaseUrl, dataFolder } = readSettings(process.env);
  try {
    const opened = await openAudit(databaseUrl ?? dataFolder);
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
