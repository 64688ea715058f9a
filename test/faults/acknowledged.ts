import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportView } from '#contracts';
import { openStore } from '#persistence';
import { enrolExample } from '../example-subject.js';
import { reports } from '../e2e/service-on-trial.js';
import { smallReport } from '../e2e/small-report.js';
import { authorizationOf, letEverybodyIn } from '../people-on-trial.js';

const years = [2018, 2019, 2020, 2021];

/** The reports of 示例市 that a trial sends in, one of each year. */
export function reportsToSend(policies: number): readonly Buffer[] {
  return years.map((year) => smallReport(year, { policies }));
}

/** A report that a server said it has. */
export interface Acknowledged {
  readonly id: string;
  readonly file: Buffer;
}

/** Undefined where the server did not acknowledge it. */
export async function send(url: string, file: Buffer): Promise<Acknowledged | undefined> {
  try {
    const headers = {
      'content-type': 'application/octet-stream',
      'idempotency-key': randomUUID(),
      ...authorizationOf('city-clerk'),
    };
    const body = Uint8Array.from(file);
    const answer = await fetch(`${url}${reports}`, { method: 'POST', headers, body });
    const { id } = reportView.parse(await answer.json());
    return { id, file };
  } catch {
    return undefined;
  }
}

export async function sendAll(
  url: string,
  files: readonly Buffer[],
): Promise<readonly Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  for (const file of files) {
    const answer = await send(url, file);
    if (answer) acknowledged.push(answer);
  }
  return acknowledged;
}

/** Throws where a report that was acknowledged is not there. */
export async function demandAll(url: string, acknowledged: readonly Acknowledged[]): Promise<void> {
  for (const { id } of acknowledged) {
    const { status } = await fetch(`${url}${reports}/${id}`, {
      headers: authorizationOf('city-clerk'),
    });
    if (status !== 200) throw new Error(`the acknowledged report ${id} is lost`);
  }
}

/**
 * Work in the data folder of a service in which 示例市 takes part and that lets everybody in. It is
 * removed in the end.
 */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'faults-'));
  try {
    await letEverybodyIn(folder, 'product');
    const stores = await openStore(folder, 'product');
    await enrolExample(stores);
    await stores.close();
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
