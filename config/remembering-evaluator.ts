import { createHash } from 'node:crypto';
import type { EvaluationOrder, Evaluator, FrozenDetermination } from '#application';

/** A determination takes some 30 KB: a nation's three years, draft and submitted alike. */
const usualMost = 1000;

/**
 * Remembers the determinations that were asked for last, as the same is asked again for a report
 * that is submitted as it was drafted, and for the yearly run. What an order names never changes.
 */
export class RememberingEvaluator implements Evaluator {
  /** By their orders, the longest unused first. */
  private readonly made = new Map<string, FrozenDetermination>();

  constructor(
    private readonly evaluator: Evaluator,
    private readonly most = usualMost,
  ) {}

  async evaluate(order: EvaluationOrder): Promise<FrozenDetermination> {
    const name = createHash('sha256').update(textOf(order)).digest('hex');
    const determination = this.made.get(name) ?? (await this.evaluator.evaluate(order));
    this.made.delete(name);
    this.made.set(name, determination);
    const [oldest] = this.made.keys();
    if (this.made.size > this.most && oldest !== undefined) this.made.delete(oldest);
    return determination;
  }
}

/** The same for the same order, however it is held in memory. */
function textOf(order: EvaluationOrder): string {
  return JSON.stringify(order, (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
}
