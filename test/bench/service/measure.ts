import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A stretch of work, by the clock and by the processor, which other work does not slow as much. */
export interface Stretch {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** What a contender tells of itself in the end. */
export interface Told {
  readonly stretches: readonly Stretch[];
  readonly peakMegabytes: number;
  /** The peaks of the workers that it started, if any. */
  readonly workerMegabytes: readonly number[];
}

/** Measures one stretch of work. */
export async function stretch(work: () => unknown): Promise<Stretch> {
  const start = performance.now();
  const startCpu = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(startCpu);
  return { seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 };
}

/** Ends a contender's process with what it has to tell. */
export function tell(stretches: readonly Stretch[], workerMegabytes: readonly number[] = []): void {
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  process.send?.({ stretches, peakMegabytes, workerMegabytes } satisfies Told);
}

/** Runs a contender, named by its module beside this one, in a process and a folder of its own. */
export async function contend(module: string, ...given: readonly string[]): Promise<Told> {
  return inFolder(async (folder) => {
    const path = fileURLToPath(new URL(`./${module}.js`, import.meta.url));
    const child = fork(path, [folder, ...given]);
    const told = await new Promise<unknown>((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (status) =>
        reject(new Error(`${module} ended with ${status ?? 'a signal'}`)),
      );
    });
    if (!isTold(told)) throw new Error(`${module} told nothing`);
    return told;
  });
}

export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function isTold(value: unknown): value is Told {
  return typeof value === 'object' && value !== null && 'stretches' in value;
}

/** The median of stretches by each of their clocks. */
export function medianOf(stretches: readonly Stretch[]): Stretch {
  const median = (by: keyof Stretch) =>
    stretches.map((each) => each[by]).sort((a, b) => a - b)[Math.floor(stretches.length / 2)] ??
    NaN;
  return { seconds: median('seconds'), cpuSeconds: median('cpuSeconds') };
}

/** How many times as much. */
export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;
