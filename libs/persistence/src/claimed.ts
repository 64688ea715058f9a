import type { Ledger } from '#engine';
import type { DataSource } from 'typeorm';

/** Ends a look-up by key, which PostgreSQL would else make a join that goes through all there is. */
export const oneByOne = 'LIMIT 1 OFFSET 0';

/** Every list of columns by which the rows of ledgers are claimed, beside its ledger's id. */
export function waysToClaim(
  ledgers: readonly Ledger[],
): readonly { readonly ledger: string; readonly columns: readonly string[] }[] {
  return ledgers.flatMap(({ id: ledger, acrossSubjects: how }) =>
    'disputedBy' in how ? how.disputedBy.map((columns) => ({ ledger, columns })) : [],
  );
}

/**
 * The SQL of `own`: what rows of a ledger claim by columns, as `claimKeys` writes
 * it; NULL where one is blank.
 * @param where the rows of `ledger_row`, in SQL
 */
export function ownClaims(source: DataSource, columns: readonly string[], where: string): string {
  const members = columns.map(
    (column) => `'"${column}":' || nullif(${memberOfItem(source, column)}, 'null')`,
  );
  // One after the other in the index of claims, so that each of its pages is looked for once.
  return `WITH own AS MATERIALIZED (
    SELECT report, ledger, "row", '{' || ${members.join(` || ',' || `)} || '}' AS claim
    FROM ledger_row WHERE ${where} ORDER BY claim)`;
}

/** A cell of a row as JSON, in SQL. */
function memberOfItem({ options }: DataSource, column: string): string {
  const isPostgres = options.type === 'postgres';
  return isPostgres ? `(item::json -> '${column}')::text` : `(item -> '${column}')`;
}
