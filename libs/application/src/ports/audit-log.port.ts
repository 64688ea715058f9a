import type { Day } from '#engine';
import type { Instant } from '../instant.js';
import type { Page, PageRequest } from './page.js';

/** One change of business data: who did what, when, to what. */
export interface AuditEntry {
  readonly at: Instant;
  /** An account's id, or `system`. */
  readonly who: string;
  readonly what:
    | 'subject-enrolled'
    | 'audit-begun'
    | 'report-received'
    | 'report-drafted'
    | 'report-accepted'
    | 'report-refused'
    | 'report-set-aside'
    | 'report-moved'
    | 'evaluation-set-aside'
    | 'determination-made'
    | 'yearly-run-started'
    | 'yearly-run-result'
    | 'yearly-run-finished'
    | 'yearly-run-set-aside'
    | 'finding-recorded'
    | 'row-finding-recorded'
    | 'plan-filed'
    | 'plan-decided'
    | 'sample-drawn'
    | 'sample-marked'
    | 'deadline-recorded'
    | 'holidays-recorded'
    | 'reminder-made'
    | 'reminder-delivery'
    | 'reminder-set-aside'
    | 'money-entry-recorded'
    | 'conclusion-recorded'
    | 'release-proposed'
    | 'release-moved'
    | 'weights-recorded'
    | 'paper-issued'
    | 'refused'
    | 'secrets-key-set'
    | 'account-created'
    | 'account-closed'
    | 'account-locked'
    | 'account-unlocked'
    | 'role-granted'
    | 'credentials-reset'
    | 'device-offered'
    | 'credentials-enrolled'
    | 'signed-in'
    | 'signed-out'
    | 'sign-in-refused'
    | 'sessions-ended'
    | 'token-issued'
    | 'token-revoked'
    | 'access-refused';
  /** Ids and hashes that name what changed. */
  readonly about: Readonly<Record<string, string | number>>;
}

/**
 * What the chain over all entries and all they changed was at a moment. Kept elsewhere, it shows
 * later that nothing up to there was rewritten or cut off.
 */
export interface Checkpoint {
  /** How many links the chain had. */
  readonly number: number;
  /** The hash that its last link carries. */
  readonly chain: string;
  /** When the last entry was written. */
  readonly at: Instant;
}

/** An entry as it is kept. */
export interface KeptAuditEntry extends Omit<AuditEntry, 'what'> {
  readonly number: number;
  /** The name of the account; null for the system, and where there is no such account. */
  readonly name: string | null;
  /** Also what only an earlier version of the product knew. */
  readonly what: string;
  /** The link of the chain that seals it. */
  readonly link: number | null;
}

/** Which entries; all where it does not say. */
export interface AuditFilter {
  readonly who?: string;
  readonly what?: string;
  /** A text that the entry is about. */
  readonly about?: string;
  readonly since?: Day;
  /** To its end. */
  readonly until?: Day;
}

/** What became of a verification of the chain. */
export interface AuditVerification {
  readonly links: number;
  /** Rows that reports contain. */
  readonly contentRows: number;
  readonly deviations: number;
  /** The first of them, as sentences (中文). */
  readonly found: readonly string[];
  readonly checkpoint: Checkpoint | null;
}

/** Recomputes the chain from the rows, beside the process that answers. */
export interface AuditVerifier {
  verify(): Promise<AuditVerification>;
}

/** The record of changes, which is only ever added to. */
export interface AuditLog {
  /** Within the transaction of the change. */
  add(entry: AuditEntry): Promise<void>;
  /** Latest first. @param page `from` is the number of the entry before */
  list(filter: AuditFilter, page: PageRequest): Promise<Page<KeptAuditEntry>>;
  /** Where its chain stands. */
  checkpoint(): Promise<Checkpoint>;
}
