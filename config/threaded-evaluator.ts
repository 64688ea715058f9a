import type { EvaluationOrder, Evaluator, FrozenDetermination } from '#application';
import { AnsweringThreads } from './answering-threads.js';

/** Of a thread's own heap; a row takes about 1.3 KB of it, so this is a million and a half. */
const usualMegabytes = 2048;

/** Evaluates in threads, so that no city holds up the process. */
export class ThreadedEvaluator implements Evaluator {
  private readonly threads: AnsweringThreads<EvaluationOrder, FrozenDetermination>;

  /** @param place the store, as for `openStore`; it must be open already */
  constructor(place: string, megabytes = usualMegabytes) {
    const module = '#bundled/config/evaluation-thread';
    this.threads = new AnsweringThreads({
      ...{ module, data: place, megabytes, isAnswer: isDetermination },
    });
  }

  evaluate(order: EvaluationOrder): Promise<FrozenDetermination> {
    return this.threads.ask(order);
  }

  /** Ends the threads. */
  close(): Promise<void> {
    return this.threads.close();
  }
}

function isDetermination(message: unknown): message is FrozenDetermination {
  return typeof message === 'object' && message !== null && 'canonical' in message;
}
