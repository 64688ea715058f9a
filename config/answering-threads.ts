import { on } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

const require = createRequire(import.meta.url);

/** What threads are started with. */
export interface ThreadSetUp<Answer> {
  /** The module that they run, as it is bundled: a thread takes nothing that is not built. */
  readonly module: `#bundled/${string}`;
  readonly data?: string;
  /** Of a thread's own heap; where nothing is said, as Node has it. */
  readonly megabytes?: number;
  readonly isAnswer: (said: unknown) => said is Answer;
}

/** What a thread holds in memory is worth more than the time to start another, after a while. */
const idleSeconds = 60;

/** Threads that answer one order after another, so that none holds up the process that asks. */
export class AnsweringThreads<Order, Answer> {
  private readonly busy = new Set<Worker>();
  /** Those that wait for an order, each with the clock that ends it. */
  private readonly idle = new Map<Worker, NodeJS.Timeout>();

  constructor(private readonly setUp: ThreadSetUp<Answer>) {}

  /**
   * Throws what the thread throws, and where it is told to stop; its thread then ends. One that did
   * well is used again.
   */
  async ask(order: Order, stop?: AbortSignal): Promise<Answer> {
    const thread = this.take();
    try {
      const answers: AsyncIterable<readonly unknown[]> = on(thread, 'message', {
        ...(stop && { signal: stop }),
        close: ['exit'],
      });
      thread.postMessage(order);
      for await (const [answer] of answers) {
        if (!this.setUp.isAnswer(answer)) throw new Error('the thread said something unknown');
        this.keep(thread);
        return answer;
      }
      throw new Error(`${this.setUp.module} ended without an answer`);
    } catch (error) {
      await thread.terminate();
      throw error;
    } finally {
      this.busy.delete(thread);
    }
  }

  /** Ends the threads, those at work too. */
  async close(): Promise<void> {
    const threads = [...this.busy, ...this.idle.keys()];
    this.idle.forEach((end) => clearTimeout(end));
    this.idle.clear();
    await Promise.all(threads.map((thread) => thread.terminate()));
  }

  private take(): Worker {
    // The one that worked last, so that the others come to their end.
    const [thread, end] = [...this.idle].at(-1) ?? [this.start()];
    clearTimeout(end);
    this.idle.delete(thread);
    this.busy.add(thread);
    return thread;
  }

  private keep(thread: Worker): void {
    const end = () => {
      this.idle.delete(thread);
      void thread.terminate();
    };
    this.idle.set(thread, setTimeout(end, idleSeconds * 1000).unref());
  }

  private start(): Worker {
    const { module, data, megabytes } = this.setUp;
    return new Worker(require.resolve(module), {
      ...{ workerData: data, execArgv: [] },
      ...(megabytes !== undefined && { resourceLimits: { maxOldGenerationSizeMb: megabytes } }),
    });
  }
}
