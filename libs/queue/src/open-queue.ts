import type { JobQueue } from '#application';
import { EmbeddedQueue } from './embedded-queue.js';

/**
 * The queue that the settings name. BullMQ, slow to load, is loaded only where it is used, so that a
 * server without it is ready sooner.
 * @param url of a server, `redis:` or `postgres:`; undefined for the embedded queue
 * @param onFault told of what keeps the queue from its jobs; it goes on all the same
 * @param poll how often, in milliseconds, jobs are searched for that nobody announced
 */
export async function openQueue(
  url: string | undefined,
  onFault: (fault: unknown) => void,
  poll?: number,
): Promise<JobQueue> {
  if (url === undefined) return new EmbeddedQueue(onFault, poll);
  const { BullQueue } = await import('./bull-queue.js');
  return new BullQueue(url, onFault, poll);
}
