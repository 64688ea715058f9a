import { on } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Deviation } from './deviation.js';
import type { Stretch, VerifiedStretch } from './verify-stretch.js';

/** What a thread is started with. */
export interface StretchOrder {
  readonly place: string;
  readonly stretch: Stretch;
}

/** What a thread says: each deviation as it is found, and in the end what the stretch came to. */
export type StretchMessage = Deviation | VerifiedStretch;

/** Built, as a thread takes nothing else. */
const stretchThread = createRequire(import.meta.url).resolve(
  '#bundled/libs/persistence/src/audit/stretch-thread',
);

/**
 * As `verifyStretch`, in a thread with a connection of its own. What it sees may be of a later moment
 * than when it was asked: a row that was changed since is one that a later link is about.
 * @param place the store, as for `openStore`
 */
export async function verifyInThread(
  place: string,
  stretch: Stretch,
  tell: (deviation: Deviation) => void,
): Promise<VerifiedStretch> {
  const workerData: StretchOrder = { place, stretch };
  const thread = new Worker(stretchThread, { workerData, execArgv: [] });
  try {
    const messages: AsyncIterable<readonly unknown[]> = on(thread, 'message', { close: ['exit'] });
    for await (const [message] of messages) {
      if (!isStretchMessage(message)) throw new Error('the thread said something unknown');
      if (!('kind' in message)) return message;
      tell(message);
    }
    throw new Error('the thread ended without an answer');
  } finally {
    await thread.terminate();
  }
}

function isStretchMessage(said: unknown): said is StretchMessage {
  return typeof said === 'object' && said !== null && ('kind' in said || 'lacking' in said);
}
