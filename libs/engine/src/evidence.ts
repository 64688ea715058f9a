import type { DeterminationDocument } from './determination-document.js';
import type { FigureBook } from './figure-book.js';
import type { Item } from './item.js';
import type { Ledger } from './ledger.js';
import type { Problem } from './problem.js';

/** What all files together say of one ledger, up to the assessed year. */
export interface LedgerEvidence {
  readonly ledger: Ledger;
  /** Distinct valid items: of a stock over the years, of flows and yearly lists within a year. */
  readonly items: readonly Item[];
  /** Those of them that a finding leaves out. */
  readonly excluded: readonly Item[];
  /** Those of them that another subject claims too. */
  readonly disputed: readonly Item[];
  /** How many rows are no evidence, by report year. */
  readonly rejected: ReadonlyMap<number, number>;
  /** Report years for which the sheet was filed. */
  readonly filed: ReadonlySet<number>;
}

/** A subject's reports put together. */
export interface Evidence {
  readonly ledgers: ReadonlyMap<string, LedgerEvidence>;
  readonly figures: FigureBook;
  /** Years with a report, in order. */
  readonly reported: readonly number[];
  readonly rows: DeterminationDocument['rows'];
  readonly problems: readonly Problem[];
}
