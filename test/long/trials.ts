import type { Trial } from './trial.js';

/** All that is tried by seeds. Each is loaded when it is tried. */
export const trials: Readonly<Record<string, () => Promise<Trial>>> = {
  money: async () => (await import('../money/money.trial.js')).money,
  releases: async () => (await import('../money/releases.trial.js')).releases,
  kill: async () => (await import('../faults/kill.trial.js')).kill,
  redis: async () => (await import('../faults/redis.trial.js')).redis,
  worker: async () => (await import('../faults/worker.trial.js')).worker,
  deadly: async () => (await import('../faults/deadly.trial.js')).deadly,
  'disk-full': async () => (await import('../faults/disk-full.trial.js')).diskFull,
};
