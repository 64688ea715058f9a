import type { Clause } from './clause.js';
import type { DisputedItem } from './disputed-item.js';
import type { Finding } from './finding.js';
import type { Problem } from './problem.js';
import type { RowFinding } from './row-finding.js';

/** 达标 · 未达标 · 无法判定 · 不适用. */
export type Outcome = 'met' | 'not_met' | 'undetermined' | 'not_applicable';

export type GateState = 'eligible' | 'ineligible' | 'undetermined';

/** Which values decide (口径). */
export type Basis = 'evidence' | 'declared';

/**
 * A determination as it is stored, hashed and shown: JSON with exact decimals as strings, money in
 * 万元, and years, rows and counts as integers. Its canonical bytes are the same on any machine.
 */
export interface DeterminationDocument {
  readonly programme: string;
  readonly rulebook: string;
  readonly engine: string;
  readonly subject: { readonly code: string; readonly name: string };
  readonly year: number;
  readonly basis: Basis;
  /** True when a reading was switched by hand: such a determination can release nothing. */
  readonly whatIf: boolean;
  readonly readings: Readonly<Record<string, string>>;
  /** Readings switched by hand. */
  readonly switched: readonly string[];
  /** The files assessed, by year, then hash. */
  readonly inputs: readonly { readonly file: string; readonly year: number }[];
  readonly plan: string | null;
  /** The findings of the year, by target and what they decide. */
  readonly findings: readonly Finding[];
  /** The findings on single rows up to the year, by ledger, item and year. */
  readonly rowFindings: readonly RowFinding[];
  /** What others claim too in their reports up to the year, by ledger, claim and who. */
  readonly disputed: readonly DisputedItem[];
  readonly gate: GateDocument;
  readonly targets: readonly VerdictDocument[];
  /** Budget execution (预算执行率) of the year; left out where the report says nothing of it. */
  readonly execution?: ExecutionDocument;
  /** Rows by what became of them; `excluded` by a finding. */
  readonly rows: {
    readonly accepted: number;
    readonly rejected: number;
    readonly excluded: number;
  };
  /** What only shows when the files are put together; the files' own problems are not repeated. */
  readonly problems: readonly Problem[];
}

/** What was spent of a year's budget. It is shown and scored on paper, and decides nothing. */
export interface ExecutionDocument {
  /** 万元; null where a row that failed a check leaves the sum open. */
  readonly budget: string | null;
  readonly spent: string | null;
  /** Spent of budget in percent, rounded half up to two decimals; null where there is none. */
  readonly rate: string | null;
  /** Rows that failed a check. */
  readonly rejectedRows: number;
}

export interface GateDocument {
  readonly policy: string;
  readonly clause: Clause;
  readonly quantified: GateState;
  readonly overall: GateState;
  /** Target ids that hold each gate back. */
  readonly blocking: {
    readonly quantified: readonly string[];
    readonly overall: readonly string[];
  };
  /** Points under the policy `score`: what is sure, and what is possible. */
  readonly score?: {
    readonly lower: number;
    readonly upper: number;
    readonly sharePercent: number | null;
  };
}

export interface VerdictDocument {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: 'measured' | 'qualitative';
  /** What the figures say; the quantified gate counts it. */
  readonly outcome: Outcome;
  /** What they say once what no ledger proves is confirmed or refused; the overall gate counts it. */
  readonly overall: Outcome;
  readonly due: boolean;
  readonly value: string | null;
  /** Where the value is not one number: its bounds, the upper null where nothing bounds it. */
  readonly range?: readonly [string, string | null];
  readonly threshold: string | null;
  readonly thresholdFrom: 'notice' | 'plan' | 'milestone' | null;
  /** What the notice asks, where the plan decides. */
  readonly noticeThreshold?: string;
  /** What the plan asked before it was amended, where that was another value. */
  readonly earlierThreshold?: { readonly value: string; readonly document: string };
  /** The document that approved a plan below the notice, or below the earlier plan. */
  readonly approval?: string;
  readonly unit: string | null;
  /** value − threshold, signed; percentage points for growth. */
  readonly margin: string | null;
  /** The smallest final value that would pass, for growth, with its unit. */
  readonly needed?: { readonly value: string; readonly unit: string };
  /** What is missing to `needed`, where growth falls short. */
  readonly shortfall?: string;
  readonly clause: Clause;
  /** One sentence in Chinese, and in English. */
  readonly reason: string;
  readonly reasonEn: string;
  /** What a reading asks to be shown beside the value that was adopted. */
  readonly beside?: readonly {
    readonly reading: string;
    readonly value: string;
    /** In the target's unit; bounds where it is not one number. */
    readonly figure: string | readonly [string, string | null] | null;
  }[];
  /** Readings under which the outcome would be another. */
  readonly readingSensitive: readonly {
    readonly reading: string;
    readonly value: string;
    readonly outcome: Outcome;
  }[];
  readonly declared: string | null;
  readonly derived: string | null;
  /** |declared − derived| against derived; null where either is missing. */
  readonly difference: 'within-5' | 'within-10' | 'more' | null;
  /** Rows that failed a check and so are no evidence. */
  readonly rejectedRows: number;
  /** Whether the outcome could be another once those rows are corrected. */
  readonly correctionCouldChange: boolean;
  /** Rows that a finding leaves out; the trace names them with its reason. */
  readonly excludedRows: number;
  /** Rows in dispute with another subject that leave something open; the trace names both. */
  readonly disputedRows: number;
  /** What a reviewer still has to confirm before the overall gate counts it met (中文). */
  readonly awaiting: readonly { readonly on: string; readonly what: string }[];
  readonly trace: Trace;
}

/** The computation as data: JSON values only, put into sentences when shown. */
export type Trace = { readonly [key: string]: TraceValue };
export type TraceValue =
  string | number | boolean | null | readonly TraceValue[] | { readonly [key: string]: TraceValue };
