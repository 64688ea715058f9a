import type { Day, Programme } from '#engine';
import type { Area } from './people/area.js';
import type { Weakness } from './people/password.js';
import type { Role } from './people/role.js';
import type { Scope } from './ports/session-store.port.js';
import type { ReleaseMove, ReleaseState } from './money/release-moves.js';
import type { MoveName, MoveRule, YearState } from './report-moves.js';
import type { Subject } from './ports/subject-store.port.js';
import type { Obstacle } from './obstacle.js';

/** What a use case answers: a value, or a failure that was to be expected. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Expected failures, with what an edge needs to say them. None of them knows of HTTP. */
export type Failure =
  | { readonly kind: 'key-used'; readonly key: string }
  | { readonly kind: 'sign-in-refused' }
  | { readonly kind: 'code-refused' }
  | { readonly kind: 'weak-password'; readonly weakness: Weakness }
  | { readonly kind: 'device-not-proven' }
  | { readonly kind: 'unknown-account'; readonly id: string }
  | { readonly kind: 'account-exists'; readonly email: string }
  | { readonly kind: 'account-closed'; readonly id: string }
  | { readonly kind: 'own-account' }
  | { readonly kind: 'no-role'; readonly id: string }
  | { readonly kind: 'unfit-area'; readonly role: Role; readonly kinds: readonly Area['kind'][] }
  | { readonly kind: 'last-of-its-role'; readonly role: Role }
  | { readonly kind: 'unknown-session'; readonly id: string }
  | { readonly kind: 'unknown-token'; readonly id: string }
  | { readonly kind: 'scope-beyond-role'; readonly scope: Scope }
  | { readonly kind: 'unknown-programme'; readonly programme: string }
  | { readonly kind: 'unfit-code'; readonly code: string; readonly subject: Programme['subject'] }
  | { readonly kind: 'subject-exists'; readonly known: Subject }
  | { readonly kind: 'unknown-report'; readonly id: string }
  | { readonly kind: 'not-to-be-marked'; readonly id: string }
  | { readonly kind: 'unknown-subject'; readonly programme: string; readonly code: string }
  | { readonly kind: 'unknown-determination'; readonly hash: string }
  | { readonly kind: 'not-evaluated'; readonly year: number }
  | { readonly kind: 'no-yearly-run'; readonly year: number }
  | { readonly kind: 'run-unfinished'; readonly year: number }
  | { readonly kind: 'year-not-assessed'; readonly year: number; readonly years: readonly number[] }
  | { readonly kind: 'year-not-over'; readonly year: number }
  | { readonly kind: 'year-not-reported'; readonly year: number; readonly years: readonly number[] }
  | {
      readonly kind: 'report-move-not-possible';
      readonly move: MoveName;
      readonly state: YearState;
      readonly possible: readonly MoveRule[];
    }
  | { readonly kind: 'nothing-to-submit'; readonly year: number }
  | { readonly kind: 'reading-unfinished'; readonly report: string }
  | { readonly kind: 'reasons-needed' }
  | { readonly kind: 'reasons-not-asked'; readonly move: MoveName }
  | {
      readonly kind: 'unknown-row';
      readonly part: string;
      readonly sheet: string;
      readonly row: number;
    }
  | { readonly kind: 'unknown-ledger'; readonly ledger: string; readonly known: readonly string[] }
  /** An item can be confirmed of one subject alone. */
  | { readonly kind: 'claim-confirmed'; readonly owner: string }
  | { readonly kind: 'unknown-round'; readonly year: number; readonly round: number }
  | { readonly kind: 'unknown-target'; readonly target: string; readonly known: readonly string[] }
  | {
      readonly kind: 'nothing-to-decide';
      readonly target: string;
      readonly on: string;
      readonly known: readonly string[];
    }
  | { readonly kind: 'unfit-plan'; readonly faults: readonly string[] }
  | { readonly kind: 'plan-undecided'; readonly document: string }
  | { readonly kind: 'plan-exists'; readonly document: string }
  | { readonly kind: 'approval-needed'; readonly amends: string }
  | { readonly kind: 'unknown-plan'; readonly id: string }
  | { readonly kind: 'plan-decided'; readonly as: 'accepted' | 'declined' }
  | { readonly kind: 'nothing-to-sample'; readonly year: number }
  | {
      readonly kind: 'sample-out-of-bounds';
      readonly size: number;
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: 'unknown-sample'; readonly id: string }
  | { readonly kind: 'unknown-sample-row'; readonly position: number; readonly most: number }
  | { readonly kind: 'holidays-unknown'; readonly year: number }
  | { readonly kind: 'day-outside-year'; readonly day: Day; readonly year: number }
  | { readonly kind: 'day-off-and-worked'; readonly day: Day }
  | { readonly kind: 'deadline-exists'; readonly id: string }
  | { readonly kind: 'not-the-current-deadline'; readonly replaces: string }
  | { readonly kind: 'document-needed'; readonly outcome: 'not_applicable' }
  | { readonly kind: 'finding-exists'; readonly id: string }
  | { readonly kind: 'not-the-current-finding'; readonly replaces: string }
  | {
      readonly kind: 'award-out-of-bounds';
      readonly fen: bigint;
      readonly least: bigint;
      readonly most: bigint;
    }
  | { readonly kind: 'amount-needed' }
  | {
      readonly kind: 'first-payment-out-of-bounds';
      readonly paid: bigint;
      readonly least: bigint;
      readonly most: bigint;
    }
  /** Once there are an official conclusion and a first payment, money goes out by releases alone. */
  | { readonly kind: 'payment-after-conclusion' }
  | { readonly kind: 'award-exists'; readonly document: string }
  /** What was paid first and released comes to more than a corrected award. */
  | {
      readonly kind: 'award-exceeded';
      readonly fen: bigint;
      readonly paid: bigint;
      readonly released: bigint;
    }
  | { readonly kind: 'not-the-current-money-entry'; readonly replaces: string }
  | { readonly kind: 'no-award' }
  | { readonly kind: 'exceeds-remainder'; readonly fen: bigint; readonly remaining: bigint }
  | { readonly kind: 'date-to-come'; readonly date: string }
  | { readonly kind: 'conclusion-exists'; readonly id: string }
  | { readonly kind: 'not-the-current-conclusion'; readonly replaces: string }
  | { readonly kind: 'unfit-weights'; readonly faults: readonly string[] }
  | { readonly kind: 'weights-exist'; readonly id: string }
  | { readonly kind: 'not-the-current-weights'; readonly replaces: string }
  | { readonly kind: 'unknown-paper'; readonly id: string }
  | { readonly kind: 'paper-too-slow'; readonly seconds: number }
  | { readonly kind: 'paper-too-large' }
  | { readonly kind: 'unknown-verification-code' }
  | { readonly kind: 'release-not-approved'; readonly state: ReleaseState }
  | { readonly kind: 'release-basis-changed' }
  | { readonly kind: 'not-the-current-determination'; readonly determination: string }
  | { readonly kind: 'gate-closed'; readonly why: readonly Obstacle[] }
  | { readonly kind: 'exceeds-releasable'; readonly fen: bigint; readonly releasable: bigint }
  | { readonly kind: 'unknown-release'; readonly id: string }
  | {
      readonly kind: 'move-not-possible';
      readonly move: ReleaseMove;
      readonly state: ReleaseState;
      readonly possible: readonly ReleaseMove[];
    }
  | { readonly kind: 'move-of-another-role'; readonly move: ReleaseMove }
  | { readonly kind: 'own-proposal' }
  | { readonly kind: 'not-what-is-shown' }
  /** What it rested on has changed, and so it became void. */
  | { readonly kind: 'release-void'; readonly why: readonly Obstacle[] }
  | { readonly kind: 'exceeds-release'; readonly fen: bigint; readonly left: bigint }
  | { readonly kind: 'document-used'; readonly document: string; readonly fen: bigint };

/** The value of a use case that succeeded. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** The failure of one that did not. */
export function failed(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure };
}
