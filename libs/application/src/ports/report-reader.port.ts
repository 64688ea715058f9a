import type { Figure, LedgerRow, Problem, Programme, Statement } from '#engine';

/** What 封面 says. */
export interface Cover {
  readonly programme: string;
  readonly subject: { readonly code: string; readonly name: string };
  readonly year: number;
  readonly filledOn: string | null;
}

/** What a report holds besides its rows. */
export interface ReadReport {
  readonly cover: Cover;
  readonly ledgers: Readonly<
    Record<string, { readonly accepted: number; readonly rejected: number }>
  >;
  readonly figures: readonly Figure[];
  readonly statements: readonly Statement[];
  readonly problems: readonly Problem[];
}

export type Reading =
  | ({ readonly kind: 'read' } & ReadReport)
  | { readonly kind: 'unreadable'; readonly code: string; readonly message: string };

/** Reads a report's file in bounded memory. */
export interface ReportReader {
  /**
   * @param file the path, and the SHA-256 by which problems name the file
   * @param rows takes accepted rows as they are read; they may turn out to be of an unreadable file
   */
  read(
    file: { readonly path: string; readonly sha256: string },
    programmes: readonly Programme[],
    rows: (ledger: string, rows: readonly LedgerRow[]) => void,
  ): Promise<Reading>;
}
