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

interface RowsOnTheWay {
  readonly ledger: string;
  readonly numbers: number[];
  readonly lines: string[];
}

/** Collects rows until they are worth a message. */
class Outbox {
  private batch: RowsOnTheWay[] = [];
  private count = 0;

  readonly add: ReportSink['rows'] = async (ledger, rows) => {
    const { numbers, lines } = this.partOf(ledger);
    for (const each of rows) {
      const { row, values } = rowAsJson(each);
      numbers.push(row);
      lines.push(values);
    }
    this.count += rows.length;
    if (this.count >= rowsInMessage) await this.flush();
  };

  async flush(): Promise<void> {
    if (this.count === 0) return;
    const batch = this.batch.map(({ lines, ...rest }) => ({ ...rest, lines: lines.join('\n') }));
    this.batch = [];
    this.count = 0;
    await send({ kind: 'rows', batch });
  }

  /** The part of the batch that rows of a ledger go to. */
  private partOf(ledger: string): RowsOnTheWay {
    const last = this.batch.at(-1);
    if (last?.ledger === ledger) return last;
    const part: RowsOnTheWay = { ledger, numbers: [], lines: [] };
    this.batch.push(part);
    return part;
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
