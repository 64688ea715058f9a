/** Runs in a thread of its own: reads one report and passes on what its sink is given. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { isReadingTask, type ThreadMessage } from './read-report-guarded.js';
import { readReport } from './read-report.js';

/** Messages on their way: the thread reads on while the last ones are being stored. */
const mostUnanswered = 4;

const port = parentPort;
const task: unknown = workerData;
if (!port || !isReadingTask(task)) throw new Error('this module is run by readReportGuarded');
let unanswered = 0;
port.on('message', () => unanswered--);

const send = async (message: ThreadMessage): Promise<void> => {
  port.postMessage(message);
  unanswered++;
  while (unanswered >= mostUnanswered) await once(port, 'message');
};
const report = await readReport(task.path, task.programmes, {
  cover: (cover, file) => send({ kind: 'cover', cover, file }),
  rows: (ledger, rows) => send({ kind: 'rows', ledger, rows }),
});
await send({ kind: 'end', report });
port.close();
