import type { Instant } from '../instant.js';
import type { ReleaseMove, ReleaseState } from '../money/release-moves.js';
import type { SubjectKey } from '../subject.js';

/** A part of the remainder that is to go out, or went (拨付). */
export interface Release {
  readonly id: string;
  readonly year: number;
  /** 分. */
  readonly fen: bigint;
  /** Hash of what its proposer was shown, which has to hold until it is paid. */
  readonly shown: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly state: ReleaseState;
  /** What came back of it, in 分. */
  readonly returned: bigint;
}

/** What was done with a release, by whom and when. */
export interface ReleaseMoveRecord {
  readonly move: ReleaseMove;
  readonly to: ReleaseState;
  readonly who: string;
  readonly at: Instant;
  readonly opinion: string | null;
  /** The number of the payment, or of what says that it failed or came back. */
  readonly document: string | null;
  /** What came back, in 分. */
  readonly returned: bigint | null;
  /** Hash of what was shown to who proposed or approved it. */
  readonly shown: string | null;
}

/** Releases, and what was done with them, which is only ever added. */
export interface ReleaseStore {
  /** Adds a release by its first move. Within a transaction. */
  add(key: SubjectKey, release: Release, move: ReleaseMoveRecord): Promise<void>;
  /** Within a transaction. */
  move(release: Release, move: ReleaseMoveRecord): Promise<void>;
  /** A subject's, oldest first. */
  all(key: SubjectKey): Promise<readonly Release[]>;
  /** What was done with one, oldest first. */
  moves(id: string): Promise<readonly ReleaseMoveRecord[]>;
}
