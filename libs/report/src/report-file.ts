import type { DateSystem, RawRow } from './cells/raw-cell.js';
import type { MergedArea } from './xlsx/merged-areas.js';

/** A file opened for reading, whatever its format: sheets by name, each a stream of rows. */
export interface ReportFile {
  readonly sheets: readonly ReportSheet[];
  readonly dateSystem: DateSystem;
  close(): void;
}

export interface ReportSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly merged: readonly MergedArea[];
  /**
   * The sheet's rows in batches, from its beginning each time it is asked.
   * @param headers the declared columns, for a format that writes no header of its own
   */
  batches(headers: readonly string[]): AsyncIterable<readonly RawRow[]>;
}
