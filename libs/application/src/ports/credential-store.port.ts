import type { Instant } from '../instant.js';

/** What an account signs in with. */
export interface Credential {
  /** Null until the person has chosen one. */
  readonly passwordHash: string | null;
  /** The device's secret, closed in. */
  readonly device: string | null;
  /** What lets the person choose a password once. */
  readonly enrolment: { readonly codeHash: string; readonly until: Instant } | null;
}

/** What changes as people try to sign in. */
export interface SignInState {
  /** In a row, since the last sign-in or lock. */
  readonly failures: number;
  readonly lockedUntil: Instant | null;
  /** The time step of the device's last code used; 0 for none. */
  readonly lastStep: number;
  /** A device shown to who enrols, its secret closed in, until a code proves that it works. */
  readonly offeredDevice: string | null;
}

export const neverTried: SignInState = {
  ...{ failures: 0, lockedUntil: null, lastStep: 0, offeredDevice: null },
};

/** The credentials of all accounts, and what is kept once for all of them. */
export interface CredentialStore {
  /** Instead of what the account had; nobody has tried it yet. Within a transaction. */
  set(account: string, credential: Credential): Promise<void>;
  /** Within a transaction. */
  note(account: string, state: Partial<SignInState>): Promise<void>;
  of(account: string): Promise<(Credential & SignInState) | undefined>;
  /** Whose enrolment code has this hash, where it still holds. */
  byEnrolment(codeHash: string, at: Instant): Promise<string | undefined>;
  /** Keeps a code that may make the first administrators. Within a transaction. */
  addFirstCode(codeHash: string): Promise<void>;
  isFirstCode(codeHash: string): Promise<boolean>;
  /** The mark of the key that secrets are closed in with. */
  keyMark(): Promise<string | undefined>;
  /** Within a transaction. */
  setKeyMark(mark: string): Promise<void>;
}
