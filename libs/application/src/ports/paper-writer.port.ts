import type { Issue, Paper, WrittenFormat } from '#papers';
import type { Outcome } from '../outcome.js';

/** What is to be written: a paper that is issued, or the workbook that a year's report is filled in. */
export type PaperOrder =
  | {
      readonly kind: 'paper';
      readonly format: WrittenFormat;
      readonly paper: Paper;
      readonly issue: Issue;
    }
  | { readonly kind: 'template'; readonly programme: string; readonly year: number };

/** Writes papers aside, so that the process that asks goes on meanwhile. */
export interface PaperWriter {
  /** The bytes of a file. Fails where that takes too much; throws where there is no such template. */
  write(order: PaperOrder): Promise<Outcome<Uint8Array>>;
}
