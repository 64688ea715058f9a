import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#application';
import { openStore } from '#persistence';
import { EmbeddedQueue } from '#queue';
import { jobQueueContract } from './job-queue.contract.js';

jobQueueContract('the embedded queue', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'queue-'));
  const stores = await openStore(folder, 'product');
  const faults: unknown[] = [];
  const queue = new EmbeddedQueue({
    ...stores,
    clock: systemClock,
    worker: 'on trial',
    onFault: (fault) => faults.push(fault),
    timing: { lease: 100, poll: 50, rest: 10 },
  });
  const close = async () => {
    await stores.close();
    await rm(folder, { recursive: true });
  };
  return { stores, queue, faults, close };
});
