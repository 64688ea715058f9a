import Table from 'cli-table3';

/** A table of figures without colour, so that it can be kept in a file. */
export function figureTable(...head: readonly string[]): Table.Table {
  return new Table({ head: [...head], style: { head: [], border: [], compact: true } });
}
