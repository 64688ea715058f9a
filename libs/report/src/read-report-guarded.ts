import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { LedgerRow, Programme } from '#engine';
import type { Cover } from './cover-reader.js';
import type { ReadReport, ReportSink } from './read-report.js';
import type { Unreadable } from './unreadable.js';

/** What a reading may take before its file is refused. */
export interface ReadingLimits {
  /** Of the thread's own heap; what is outside it the reader bounds itself. */
  readonly megabytes: number;
  /** Of silence: each batch of rows handed on starts the clock again. */
  readonly seconds: number;
}

const usualLimits: ReadingLimits = { megabytes: 256, seconds: 20 };

/** What the thread is given. */
export interface ReadingTask {
  readonly path: string;
  readonly programmes: readonly Programme[];
}

/** What the thread says; each message is answered once it is dealt with. */
export type ThreadMessage =
  | { readonly kind: 'cover'; readonly cover: Cover; readonly file: string }
  | { readonly kind: 'rows'; readonly ledger: string; readonly rows: readonly LedgerRow[] }
  | { readonly kind: 'end'; readonly report: ReadReport | Unreadable };

/**
 * As `readReport`, in a thread of its own with a limit on memory and a clock on the wall, so
 * that no file can hold up or bring down the process that asks.
 * @throws what the sink throws, after which the thread is gone
 */
export async function readReportGuarded(
  path: string,
  programmes: readonly Programme[],
  sink: ReportSink,
  { megabytes, seconds }: ReadingLimits = usualLimits,
): Promise<ReadReport | Unreadable> {
  const task: ReadingTask = { path, programmes };
  const thread = new Worker(new URL('./reading-thread.js', import.meta.url), {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  const clock = new AbortController();
  const startClock = () => setTimeout(() => clock.abort(), seconds * 1000);
  let timer = startClock();
  try {
    const events: AsyncIterable<readonly unknown[]> = on(thread, 'message', {
      signal: clock.signal,
      close: ['exit'],
    });
    for await (const [message] of events) {
      clearTimeout(timer);
      if (!isThreadMessage(message)) throw new Error('the reading thread said something unknown');
      if (message.kind === 'end') return withOwnProgramme(message.report, programmes);
      if (message.kind === 'rows') await sink.rows(message.ledger, message.rows);
      else await sink.cover(ofOwnProgramme(message.cover, programmes), message.file);
      thread.postMessage('dealt with');
      timer = startClock();
    }
    throw new Error('the reading thread ended without a result');
  } catch (error) {
    if (clock.signal.aborted) return refusal('too-slow', `读取超过${seconds}秒没有进展`);
    if (isOutOfMemory(error)) return refusal('too-large', '读取所需内存过多');
    throw error;
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}

/** True of what {@link readReportGuarded} gives its thread. */
export function isReadingTask(task: unknown): task is ReadingTask {
  return typeof task === 'object' && task !== null && 'path' in task && 'programmes' in task;
}

function isThreadMessage(message: unknown): message is ThreadMessage {
  return typeof message === 'object' && message !== null && 'kind' in message;
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** What crossed from the thread is a copy; those who compare programmes want their own. */
function ofOwnProgramme(cover: Cover, programmes: readonly Programme[]): Cover {
  const own = programmes.find(({ id }) => id === cover.programme.id);
  return own ? { ...cover, programme: own } : cover;
}

function withOwnProgramme(
  report: ReadReport | Unreadable,
  programmes: readonly Programme[],
): ReadReport | Unreadable {
  if (report.kind === 'unreadable') return report;
  return { ...report, cover: ofOwnProgramme(report.cover, programmes) };
}

const refusal = (code: Unreadable['code'], why: string): Unreadable => ({
  kind: 'unreadable',
  code,
  message: `文件过大或内容异常（${why}），不予读取，请拆分后分别报送。`,
});
