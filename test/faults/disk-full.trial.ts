import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { failureView, pageOf, reportView } from '#contracts';
import { reports, ServiceOnTrial } from '../e2e/service-on-trial.js';
import { smallReport } from '../e2e/small-report.js';
import type { Trial } from '../long/trial.js';
import { fillDatabase, fillScratch, watchWriters } from './full-disk.js';
import { failures, finish, keptState } from './kept-state.js';
import { pause } from './server-process.js';

/** Every so many seeds it is the folder of incoming files that is full, else the database. */
const scratchEvery = 5;
/** Fewer than a report takes, so that it always meets the end of the room. */
const [mostPages, bytesOfSeed] = [34, 1000];
/** In milliseconds: a job that failed for want of room rests before it is tried again. */
const finishDeadline = 60_000;
const reportList = pageOf(reportView);

/** There is no room while a report comes in or is read: it is said, and all is well once there is. */
export const diskFull: Trial = {
  what: 'disk full while uploading and while ingesting',
  seeds: { short: 20, long: 200 },
  atOnce: 1,
  async attempt(seed) {
    watchWriters();
    const service = await ServiceOnTrial.start();
    const file = smallReport(2021, { policies: 350 + (seed - (seed % 20)) });
    const full =
      seed % scratchEvery === 0
        ? fillScratch(bytesOfSeed * (seed % 60))
        : fillDatabase(1 + ((seed * 7) % mostPages));
    let met: string;
    try {
      const answer = await service.upload(file);
      met = answer.status === 202 ? 'ingesting' : 'uploading';
      if (answer.status === 202) await demandFailure(service.folder);
      else await demandSaid(service, answer);
    } finally {
      full.makeRoom();
    }
    const again = await service.upload(file);
    if (!again.ok) throw new Error(`with room again it answered ${again.status}`);
    await finish(service.folder, finishDeadline);
    const { items } = reportList.parse(await service.json(reports));
    if (items.length !== 1 || items[0]?.state.kind !== 'accepted') {
      throw new Error(`not accepted: ${JSON.stringify(items)}`);
    }
    keptState(service.folder);
    await service.stop();
    return `${full.words}, while ${met}`;
  },
};

/** Throws unless a clear error was answered and nothing was kept. */
async function demandSaid(service: ServiceOnTrial, answer: Response): Promise<void> {
  const { code } = failureView.parse(await answer.json()).error;
  if (answer.status !== 507 || code !== 'storage-full') {
    throw new Error(`answered ${answer.status} ${code}`);
  }
  const { items } = reportList.parse(await service.json(reports));
  const left = await readdir(join(service.folder, 'scratch'));
  if (items.length + left.length > 0) throw new Error(`kept ${JSON.stringify({ items, left })}`);
}

/** Waits for a try of a job that fails; throws where all succeed. */
async function demandFailure(folder: string): Promise<void> {
  const late = performance.now() + finishDeadline;
  while (failures(folder) === 0) {
    if (performance.now() > late) throw new Error('there was room enough');
    await pause(20);
  }
}
