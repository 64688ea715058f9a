import type { Finding } from './finding.js';
import type { Gathering } from './gather.js';

/** What a target is judged with. */
export interface Judging extends Omit<Gathering, 'code' | 'planned'> {
  readonly findings: readonly Finding[];
}
