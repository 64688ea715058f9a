import type { Service } from '../service.js';
import type { Role } from './role.js';
import type { SecretBox } from './secret-box.js';

/** What the use cases about accounts work with. */
export interface People extends Pick<
  Service,
  'transactions' | 'accounts' | 'credentials' | 'sessions' | 'audit' | 'ids' | 'clock'
> {
  readonly secrets: SecretBox;
  /** Who signs in with a device's code beside the password. */
  readonly rolesWithDevice: readonly Role[];
  /** In milliseconds: after so long without a request a session is over. */
  readonly idleTime: number;
}
