/** Runs in a thread of its own: writes one paper after another. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { parentPort } from 'node:worker_threads';
import type { PaperOrder } from '#application';
import { paperWriters } from '#papers';
import { writeTemplate } from '#report';
import { findProgramme } from '#rulebook';

const port = parentPort;
if (!port) throw new Error('this module is run by the writer of papers');

async function template(id: string, year: number): Promise<Uint8Array> {
  const programme = findProgramme(id);
  if (!programme) throw new Error(`there is no programme ${id}`);
  const content = new PassThrough();
  const [bytes] = await Promise.all([buffer(content), writeTemplate(programme, year, content)]);
  return bytes;
}

/** A fault ends the thread, and is thrown where the paper was asked for. */
async function answer(order: PaperOrder): Promise<void> {
  port?.postMessage(
    order.kind === 'template'
      ? await template(order.programme, order.year)
      : await paperWriters[order.format](order.paper, order.issue),
  );
}

port.on('message', (message: unknown) => {
  if (!isOrder(message)) throw new Error('the thread was asked for something unknown');
  void answer(message);
});

function isOrder(message: unknown): message is PaperOrder {
  return typeof message === 'object' && message !== null && 'kind' in message;
}
