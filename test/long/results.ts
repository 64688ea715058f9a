import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { Attempt } from './trial.js';

const kept = z.object({
  /** The revision of the sources that the seeds were tried on last. */
  revision: z.string(),
  passed: z.array(z.number()),
  failed: z.record(z.string(), z.string()),
});

/** What came of a kind of trial so far, over all runs, in data/long/KIND.json. */
export class Results {
  private readonly path: string;
  private readonly passed: Set<number>;
  private readonly failed: Map<string, string>;

  constructor(
    kind: string,
    private readonly revision: string,
  ) {
    this.path = resolve('data/long', `${kind}.json`);
    const before = read(this.path);
    this.passed = new Set(before.passed);
    this.failed = new Map(Object.entries(before.failed));
  }

  /** The seeds that have not passed yet. */
  left(seeds: readonly number[]): readonly number[] {
    return seeds.filter((seed) => !this.passed.has(seed));
  }

  /** Keeps it at once, so that a run can be ended at any time. */
  add({ seed, words, held }: Attempt): void {
    if (held) this.passed.add(seed);
    else this.passed.delete(seed);
    if (held) this.failed.delete(String(seed));
    else this.failed.set(String(seed), words);
    const content: z.infer<typeof kept> = {
      revision: this.revision,
      passed: [...this.passed].sort((a, b) => a - b),
      failed: Object.fromEntries(this.failed),
    };
    mkdirSync(dirname(this.path), { recursive: true });
    const unfinished = `${this.path}.part`;
    writeFileSync(unfinished, `${JSON.stringify(content)}\n`);
    renameSync(unfinished, this.path);
  }

  get sums(): { readonly passed: number; readonly failed: number } {
    return { passed: this.passed.size, failed: this.failed.size };
  }
}

function read(path: string): z.infer<typeof kept> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return { revision: '', passed: [], failed: {} };
  }
  return kept.parse(JSON.parse(text));
}
