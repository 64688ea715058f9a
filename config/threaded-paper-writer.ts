import { isUint8Array } from 'node:util/types';
import { failed, ok, type Outcome, type PaperOrder, type PaperWriter } from '#application';
import { isOutOfMemory } from '#report';
import { AnsweringThreads } from './answering-threads.js';

/** What the writing of one file may take before it is given up. */
interface WritingLimits {
  /** Of the thread's own heap. */
  readonly megabytes: number;
  readonly seconds: number;
}

const usualLimits: WritingLimits = { megabytes: 256, seconds: 20 };

/** Writes papers in a thread, one after another, so that many at once take no more than one. */
export class ThreadedPaperWriter implements PaperWriter {
  private readonly threads: AnsweringThreads<PaperOrder, Uint8Array>;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly limits = usualLimits) {
    const { megabytes } = limits;
    this.threads = new AnsweringThreads({
      module: '#bundled/config/paper-thread',
      megabytes,
      isAnswer: isUint8Array,
    });
  }

  write(order: PaperOrder): Promise<Outcome<Uint8Array>> {
    const written = this.last.then(() => this.writeNow(order));
    this.last = written.catch(() => undefined);
    return written;
  }

  /** Ends the thread. */
  close(): Promise<void> {
    return this.threads.close();
  }

  private async writeNow(order: PaperOrder): Promise<Outcome<Uint8Array>> {
    const { seconds } = this.limits;
    const late = AbortSignal.timeout(seconds * 1000);
    try {
      return ok(await this.threads.ask(order, late));
    } catch (error) {
      if (late.aborted) return failed({ kind: 'paper-too-slow', seconds });
      if (isOutOfMemory(error)) return failed({ kind: 'paper-too-large' });
      throw error;
    }
  }
}
