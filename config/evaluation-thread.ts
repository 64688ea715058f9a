/** Runs in a thread of its own: makes one determination after another from what the store holds. */
import { parentPort, workerData } from 'node:worker_threads';
import { determine, type EvaluationOrder } from '#application';
import type { ReportContent } from '#engine';
import { openContents } from '#persistence';
import { programmes } from '#rulebook';

const port = parentPort;
const place: unknown = workerData;
if (!port || typeof place !== 'string') throw new Error('this module is run by the evaluator');
const contents = await openContents(place);

/** A fault ends the thread, and is thrown where the determination was asked for. */
async function answer(order: EvaluationOrder): Promise<void> {
  const given: ReportContent[] = [];
  for (const report of order.reports) given.push(await contents.of(report));
  port?.postMessage(determine(programmes, order, given));
}

port.on('message', (message: unknown) => {
  if (!isOrder(message)) throw new Error('the thread was asked for something unknown');
  void answer(message);
});

function isOrder(message: unknown): message is EvaluationOrder {
  return typeof message === 'object' && message !== null && 'findings' in message;
}
