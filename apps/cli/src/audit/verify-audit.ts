import { availableParallelism } from 'node:os';
import { checkpointText, type Checkpoint } from '#application';
import { deviationWords, type Audit } from '#persistence';
import { type Ending, exitStatus } from '../command.js';

/** Links for which another thread is worth its start. */
const linksPerThread = 50_000;

/** Says every deviation on stdout as it is found, as there may be very many, and then the sum. */
export async function verifyAudit(
  audit: Audit,
  checkpoint: Pick<Checkpoint, 'number' | 'chain'> | undefined,
): Promise<Ending> {
  const threads = Math.ceil((audit.checkpoint?.number ?? 1) / linksPerThread);
  const { links, contentRows, deviations } = await audit.verify(
    (found) => process.stdout.write(`${deviationWords(found)}\n`),
    Math.min(threads, availableParallelism()),
    checkpoint,
  );
  const counted = `核对了审计链${links}环和报告内容${contentRows}行`;
  const result = [
    deviations === 0
      ? `${counted}，全部相符 whole。`
      : `${counted}，不符${deviations}处 deviations。`,
    checkpointLine(audit.checkpoint),
  ].join('\n');
  return { status: deviations === 0 ? exitStatus.done : exitStatus.deviates, result };
}

/** A checkpoint as a person keeps it, and as `--checkpoint` takes its part before the bracket. */
export function checkpointLine(checkpoint: Checkpoint | undefined): string {
  if (!checkpoint) return '校验点 checkpoint：无';
  return `校验点 checkpoint：${checkpointText(checkpoint)}（${checkpoint.at}）`;
}
