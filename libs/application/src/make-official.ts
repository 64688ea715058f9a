import type { Programme } from '#engine';
import { evaluationJobs } from './evaluation-jobs.js';
import type { MoveRecord } from './ports/move-store.port.js';
import type { Service } from './service.js';

/**
 * What follows from a submit, within its transaction: what the parts claim is held against what others
 * claim, and the subject is evaluated again, as is everyone who claims the same or did before.
 * @param before the earlier moves of the year
 */
export async function makeOfficial(
  service: Service,
  { id: programme, ledgers }: Programme,
  code: string,
  { year, parts }: MoveRecord,
  before: readonly MoveRecord[],
): Promise<void> {
  const { claims, jobs, transactions, queue } = service;
  const known = new Set(before.flatMap((move) => move.parts));
  for (const part of parts) if (!known.has(part)) await claims.add(part, ledgers);
  const contested = await claims.contested([...new Set([...known, ...parts])]);
  const asked = [...(await evaluationJobs(service, { programme, code }, year, ['submitted']))];
  for (const rival of new Set(contested.map((row) => row.code))) {
    asked.push(...(await evaluationJobs(service, { programme, code: rival }, year)));
  }
  for (const job of asked) await jobs.add(job);
  transactions.afterCommit(() => queue.wake());
}
