import { on } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Programme } from '#engine';
import type { Cover } from './cover-reader.js';
import type { ReadReport } from './read-report.js';
import type { RowAsJson } from './row-as-json.js';
import type { Unreadable } from './unreadable.js';

/** What a reading may take before its file is refused. */
export interface ReadingLimits {
  /** Of the thread's own heap; what is outside it the reader bounds itself. */
  readonly megabytes: number;
  /** Of silence: each batch of rows handed on starts the clock again. */
  readonly seconds: number;
}

/** Rows of one ledger, as a store takes them. */
export interface RowsOfLedger {
  readonly ledger: string;
  readonly rows: readonly RowAsJson[];
}

/** As the sink of `readReport`; rows come together as they may be stored together. */
export interface GuardedSink {
  readonly cover: (cover: Cover, file: string) => void | Promise<void>;
  readonly rows: (batch: readonly RowsOfLedger[]) => void | Promise<void>;
}

/** What a thread is started with. */
export interface ReaderSetUp {
  readonly programmes: readonly Programme[];
}

/** What a thread is asked for. */
interface Order {
  readonly path: string;
}

/** Rows of one ledger on their way out of a thread. */
interface WrittenRows {
  readonly ledger: string;
  readonly numbers: readonly number[];
  /** As JSON, which holds no line break: one long text crosses faster than many. */
  readonly lines: string;
}

/** What a thread says; each message is answered once it is dealt with. */
export type ThreadMessage =
  | { readonly kind: 'cover'; readonly cover: Cover; readonly file: string }
  | { readonly kind: 'rows'; readonly batch: readonly WrittenRows[] }
  | { readonly kind: 'end'; readonly report: ReadReport | Unreadable };

/** Built, as a thread takes nothing else, even where this module itself is not. */
const readingThread = createRequire(import.meta.url).resolve(
  '#bundled/libs/report/src/reading-thread',
);

const usualLimits: ReadingLimits = { megabytes: 256, seconds: 20 };
/** Garbage is young here: little room for it costs little time. */
const youngMegabytes = 16;

/**
 * Reads reports as `readReport` does, in threads with a limit on memory and a clock on the wall, so
 * that no file can hold up or bring down the process that asks. A thread that did well is used again.
 */
export class GuardedReader {
  private readonly idle: Worker[] = [];

  constructor(
    private readonly programmes: readonly Programme[],
    private readonly limits: ReadingLimits = usualLimits,
  ) {}

  /** Throws what the sink throws. */
  async read(path: string, sink: GuardedSink): Promise<ReadReport | Unreadable> {
    const thread = this.idle.pop() ?? this.start();
    const silence = new AbortController();
    const startClock = () => setTimeout(() => silence.abort(), this.limits.seconds * 1000);
    let clock = startClock();
    try {
      const events: AsyncIterable<readonly unknown[]> = on(thread, 'message', {
        signal: silence.signal,
        close: ['exit'],
      });
      thread.postMessage({ path } satisfies Order);
      for await (const [message] of events) {
        clearTimeout(clock);
        if (!isThreadMessage(message)) throw new Error('the reading thread said something unknown');
        if (message.kind === 'end') {
          this.idle.push(thread);
          return this.withOwnProgramme(message.report);
        }
        if (message.kind === 'cover') {
          await sink.cover(this.ofOwnProgramme(message.cover), message.file);
        } else {
          await sink.rows(message.batch.map(asStored));
        }
        thread.postMessage('dealt with');
        clock = startClock();
      }
      throw new Error('the reading thread ended without a result');
    } catch (error) {
      await thread.terminate();
      const { seconds } = this.limits;
      if (silence.signal.aborted) return refusal('too-slow', `读取超过${seconds}秒没有进展`);
      if (isOutOfMemory(error)) return refusal('too-large', '读取所需内存过多');
      throw error;
    } finally {
      clearTimeout(clock);
    }
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    for (const thread of this.idle.splice(0)) await thread.terminate();
  }

  private start(): Worker {
    const setUp: ReaderSetUp = { programmes: this.programmes };
    return new Worker(readingThread, {
      workerData: setUp,
      execArgv: [],
      resourceLimits: {
        maxOldGenerationSizeMb: this.limits.megabytes,
        maxYoungGenerationSizeMb: youngMegabytes,
      },
    });
  }

  /** What crossed from the thread is a copy; those who compare programmes want their own. */
  private ofOwnProgramme(cover: Cover): Cover {
    const own = this.programmes.find(({ id }) => id === cover.programme.id);
    return own ? { ...cover, programme: own } : cover;
  }

  private withOwnProgramme(report: ReadReport | Unreadable): ReadReport | Unreadable {
    if (report.kind === 'unreadable') return report;
    return { ...report, cover: this.ofOwnProgramme(report.cover) };
  }
}

function asStored({ ledger, numbers, lines }: WrittenRows): RowsOfLedger {
  const values = lines.split('\n');
  return { ledger, rows: numbers.map((row, at) => ({ row, values: values[at] ?? '' })) };
}

/** True of what a thread is started with. */
export function isReaderSetUp(setUp: unknown): setUp is ReaderSetUp {
  return typeof setUp === 'object' && setUp !== null && 'programmes' in setUp;
}

/** True of what asks a thread for a reading. */
export function isOrder(message: unknown): message is Order {
  return typeof message === 'object' && message !== null && 'path' in message;
}

function isThreadMessage(message: unknown): message is ThreadMessage {
  return typeof message === 'object' && message !== null && 'kind' in message;
}

/** True of what ends a thread that needs more memory than it may have. */
export function isOutOfMemory(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

const refusal = (code: Unreadable['code'], why: string): Unreadable => ({
  kind: 'unreadable',
  code,
  message: `文件过大或内容异常（${why}），不予读取，请拆分后分别报送。`,
});
