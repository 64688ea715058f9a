import { on } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { EvaluationOrder, Evaluator, FrozenDetermination } from '#application';

/** Built, as a thread takes nothing else, even where this module itself is not. */
const evaluationThread = createRequire(import.meta.url).resolve('#evaluation-thread');

/** Of a thread's own heap; a row takes about 1.3 KB of it, so this is a million and a half. */
const usualMegabytes = 2048;

/** Evaluates in threads, so that no city holds up the process. A thread that did well goes on. */
export class ThreadedEvaluator implements Evaluator {
  private readonly idle: Worker[] = [];

  /** @param place the store, as for `openStore`; it must be open already */
  constructor(
    private readonly place: string,
    private readonly megabytes = usualMegabytes,
  ) {}

  async evaluate(order: EvaluationOrder): Promise<FrozenDetermination> {
    const thread = this.idle.pop() ?? this.start();
    try {
      const answers: AsyncIterable<readonly unknown[]> = on(thread, 'message', { close: ['exit'] });
      thread.postMessage(order);
      for await (const [determination] of answers) {
        if (!isDetermination(determination)) throw new Error('the thread said something unknown');
        this.idle.push(thread);
        return determination;
      }
      throw new Error('the evaluation thread ended without a determination');
    } catch (error) {
      await thread.terminate();
      throw error;
    }
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    for (const thread of this.idle.splice(0)) await thread.terminate();
  }

  private start(): Worker {
    return new Worker(evaluationThread, {
      workerData: this.place,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.megabytes },
    });
  }
}

function isDetermination(message: unknown): message is FrozenDetermination {
  return typeof message === 'object' && message !== null && 'canonical' in message;
}
