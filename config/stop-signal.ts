import { once } from 'node:events';

/** Waits until the process is asked to stop. A second such signal ends it at once. */
export async function stopSignal(): Promise<void> {
  const over = new AbortController();
  const signals = ['SIGINT', 'SIGTERM'].map((name) => once(process, name, over));
  await Promise.race(signals);
  for (const signal of signals) signal.catch(() => undefined);
  over.abort();
}
