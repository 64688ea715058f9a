import type { Area } from './area.js';
import type { Role } from './role.js';

/** Who does something. */
export interface Actor {
  /** An account's id, or `system`. */
  readonly account: string;
  readonly role: Role | 'system';
  readonly area: Area;
}

/** The service itself, for what no person asked for. */
export const system: Actor = { account: 'system', role: 'system', area: { kind: 'nation' } };
