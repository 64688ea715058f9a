/** What verification finds: where the database is not what its chain says. */
export type Deviation =
  | { readonly kind: 'chain-missing' }
  /** Links that are not there, the first and the last of them. */
  | { readonly kind: 'links-missing'; readonly from: number; readonly to: number }
  /** A link, or the one before it, was changed. */
  | { readonly kind: 'chain-broken'; readonly number: number }
  /** The chain ends before a checkpoint. */
  | { readonly kind: 'tail-cut'; readonly last: number; readonly checkpoint: number }
  /** The chain holds together and is another than at a checkpoint. */
  | { readonly kind: 'chain-rewritten'; readonly number: number }
  | {
      readonly kind: 'row-changed' | 'row-missing' | 'row-added';
      readonly table: string;
      /** The row's key. */
      readonly row: string;
    }
  /** A part of what a report contains, by the report's number. */
  | { readonly kind: 'content-changed'; readonly report: number; readonly part: string }
  /** Content of a report that is not there. */
  | { readonly kind: 'content-added'; readonly report: number; readonly table: string }
  /** The bytes of a file are not those that its name is the hash of. */
  | { readonly kind: 'file-changed'; readonly sha256: string }
  /** A report or an issued paper names a file that is not there. */
  | { readonly kind: 'file-missing'; readonly sha256: string };

/** What verification finds in an archive, which holds the chain and the audit entries. */
export type ArchiveDeviation =
  | Deviation
  /** It is no line that an archive has at that place; counted from 1. */
  | { readonly kind: 'line-unreadable'; readonly line: number }
  /** The last line is not there, or says another last link. */
  | { readonly kind: 'end-missing' | 'end-changed' };
