import type { Checkpoint } from './ports/audit-log.port.js';

/** A checkpoint (校验点) as it is printed, and as `audit verify --checkpoint` takes it: 环号:链值. */
export function checkpointText({ number, chain }: Pick<Checkpoint, 'number' | 'chain'>): string {
  return `${number}:${chain}`;
}
