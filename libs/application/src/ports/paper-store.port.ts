import type { Instant } from '../instant.js';
import type { Standing } from '../standing.js';
import type { SubjectKey } from '../subject.js';

export const paperKinds = ['self-assessment', 'summary', 'release-letter'] as const;

/** 绩效目标自评表 · 绩效评定情况汇总 · 资金拨付函. */
export type PaperKind = (typeof paperKinds)[number];

export const paperFormats = ['docx', 'pdf', 'xlsx'] as const;

export type PaperFormat = (typeof paperFormats)[number];

/** What a paper is about: of those about the same the last is the one that holds. */
export interface PaperMatter {
  readonly kind: PaperKind;
  readonly year: number;
  readonly standing: Standing;
  /** The release that a letter is about. */
  readonly release: string | null;
}

/** A paper that was issued, with the files it was issued as. */
export interface PaperRecord extends PaperMatter {
  readonly id: string;
  /** What anybody can look it up by (核验码). */
  readonly code: string;
  readonly subject: SubjectKey;
  /** Hash of the determination that it tells of. */
  readonly determination: string;
  /** SHA-256 of what it says, whatever the format. */
  readonly content: string;
  /** What it says, in one sentence (中文). */
  readonly gist: string;
  readonly issuedAt: Instant;
  /** An account. */
  readonly issuedBy: string;
  /** SHA-256 of each file's bytes. */
  readonly files: readonly { readonly format: PaperFormat; readonly sha256: string }[];
}

/** Papers, which are only ever added. */
export interface PaperStore {
  /** Within a transaction. */
  add(paper: PaperRecord): Promise<void>;
  /** A subject's, oldest first. */
  all(key: SubjectKey): Promise<readonly PaperRecord[]>;
  byCode(code: string): Promise<PaperRecord | undefined>;
}
