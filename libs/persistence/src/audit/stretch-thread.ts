/** Runs in a thread of its own: verifies one stretch of the chain of a store. */
import { parentPort, workerData } from 'node:worker_threads';
import { openSnapshot } from '../snapshot.js';
import type { StretchMessage, StretchOrder } from './verify-in-thread.js';
import { verifyStretch } from './verify-stretch.js';

const port = parentPort;
const order: unknown = workerData;
if (!port || !isOrder(order)) throw new Error('this module is run by the verification');
const tell = (message: StretchMessage) => port.postMessage(message);

const { manager, close } = await openSnapshot(order.place);
try {
  tell(await verifyStretch(manager, order.stretch, tell));
} finally {
  await close();
}

function isOrder(given: unknown): given is StretchOrder {
  return typeof given === 'object' && given !== null && 'stretch' in given;
}
