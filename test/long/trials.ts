import type { Trial } from './trial.js';

/** All that is tried by seeds. Each is loaded when it is tried. */
export const trials: Readonly<Record<string, () => Promise<Trial>>> = {
  kill: async () => (await import('../faults/kill.trial.js')).kill,
};
