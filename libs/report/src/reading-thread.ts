/** Runs in a thread of its own: reads one report after another and passes on what it finds. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { isOrder, isReaderSetUp, type ThreadMessage } from './guarded-reader.js';
import { readReport, type ReportSink } from './read-report.js';
import { rowAsJson } from './row-as-json.js';

/** Messages on their way: the thread reads on while the last ones are being stored. */
const mostUnanswered = 4;
/** Rows in a message: fewer cost a transaction each, more cost memory. */
const rowsInMessage = 2000;

const port = parentPort;
const setUp: unknown = workerData;
if (!port || !isReaderSetUp(setUp)) throw new Error('this module is run by the guarded reader');
const { programmes } = setUp;
let unanswered = 0;

const send = async (message: ThreadMessage): Promise<void> => {
  port.postMessage(message);
  unanswered++;
  while (unanswered >= mostUnanswered) await once(port, 'message');
};

/** Collects rows of one ledger until they are worth a message. */
class Outbox {
  private ledger = '';
  private numbers: number[] = [];
  private lines: string[] = [];

  readonly add: ReportSink['rows'] = async (ledger, rows) => {
    if (ledger !== this.ledger) await this.flush();
    this.ledger = ledger;
    for (const each of rows) {
      const { row, values } = rowAsJson(each);
      this.numbers.push(row);
      this.lines.push(values);
    }
    if (this.lines.length >= rowsInMessage) await this.flush();
  };

  async flush(): Promise<void> {
    const { ledger, numbers, lines } = this;
    if (lines.length === 0) return;
    this.numbers = [];
    this.lines = [];
    // JSON holds no line break, and one long text crosses faster than many.
    await send({ kind: 'rows', ledger, numbers, lines: lines.join('\n') });
  }
}

async function read(path: string): Promise<void> {
  unanswered = 0;
  const outbox = new Outbox();
  const report = await readReport(path, programmes, {
    cover: (cover, file) => send({ kind: 'cover', cover, file }),
    rows: outbox.add,
  });
  await outbox.flush();
  await send({ kind: 'end', report });
}

port.on('message', (message: unknown) => {
  if (isOrder(message)) void read(message.path);
  else unanswered--;
});
