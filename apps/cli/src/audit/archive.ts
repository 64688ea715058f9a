import { createReadStream } from 'node:fs';
import { after, dayOf, systemClock, type Checkpoint } from '#application';
import { day, type Day } from '#engine';
import {
  deviationWords,
  openAudit,
  UnfitArchive,
  UnfitPlace,
  verifyArchive,
  type Audit,
} from '#persistence';
import { type Ending, exitStatus, fileRefused } from '../command.js';
import { saveNew, unwritable } from '../output-file.js';
import { checkpointLine } from './verify-audit.js';

const daysKept = 180;
const dayLength = 24 * 60 * 60 * 1000;

/** Why no archive can end before a day (中文 first); undefined where one can. */
export function refusedDay(before: string): string | undefined {
  const [, year, month, ofMonth] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(before) ?? [];
  const known: Day | undefined = day(Number(year), Number(month), Number(ofMonth));
  if (known === undefined) return `--before ${before} 不是日期，应形如 2026-05-01。`;
  const latest = dayOf(after(systemClock.now(), -daysKept * dayLength));
  if (known <= latest) return undefined;
  return (
    `--before ${before} 距今不足${daysKept}天，最晚为 ${latest}。` +
    `An archive ends at least ${daysKept} days ago; ${latest} is the latest day.`
  );
}

/** Copies the audit up to a day into a file that is not there yet. */
export async function saveArchive(audit: Audit, before: Day, out: string): Promise<Ending> {
  let end: Checkpoint | undefined;
  try {
    const refused = await unwritable(out, () =>
      saveNew(out, async (stream) => {
        end = await audit.archive(before, stream);
      }),
    );
    const result = `${out}\n${checkpointLine(end)}`;
    const talk = '审计记录已归档，数据库中的原样保留 audit archived; the database keeps it too:';
    return refused ?? { status: exitStatus.done, result, talk };
  } catch (error) {
    if (error instanceof UnfitArchive) {
      return { status: exitStatus.wrongUsage, talk: error.message };
    }
    throw error;
  }
}

/**
 * Says every deviation of an archive on stdout, and then the sum.
 * @param place where the database may be that it was made of
 */
export async function verifyArchiveFile(
  path: string,
  checkpoint: Pick<Checkpoint, 'number' | 'chain'> | undefined,
  place: string,
): Promise<Ending> {
  try {
    const { links, entries, deviations, last } = await verifyArchive(
      createReadStream(path),
      (found) => process.stdout.write(`${deviationWords(found)}\n`),
      checkpoint,
    );
    const joint = await jointOf(place, last);
    const result = [
      `核对了归档的审计链${links}环和审计记录${entries}条，` +
        (deviations === 0 ? '全部相符 whole。' : `不符${deviations}处 deviations。`),
      joint.words,
      checkpointLine(last),
    ].join('\n');
    const isWhole = deviations === 0 && joint.holds;
    return { status: isWhole ? exitStatus.done : exitStatus.deviates, result };
  } catch (error) {
    if (error instanceof UnfitArchive) return fileRefused(`${path}：${error.message}`);
    if (error instanceof Error && 'path' in error) {
      return fileRefused(`${path}：没有这个文件，或没有读取的权限。`);
    }
    throw error;
  }
}

/** Whether the chain of a database goes on from the end of an archive, as far as there is one. */
async function jointOf(
  place: string,
  last: Checkpoint,
): Promise<{ holds: boolean; words: string }> {
  try {
    const audit = await openAudit(place);
    try {
      const holds = await audit.continues(last);
      const words = holds
        ? '与数据库的审计链相接 the chain of the database goes on from it。'
        : '与数据库的审计链不相接：其一被改动 the chain of the database does not go on from it。';
      return { holds, words };
    } finally {
      await audit.close();
    }
  } catch (error) {
    if (!(error instanceof UnfitPlace)) throw error;
    return { holds: true, words: `只核对了文件本身 the file alone was verified：${error.message}` };
  }
}
