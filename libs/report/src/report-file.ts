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
  /** Gives the sheet's rows one after another, from its beginning each time it is asked. */
  read(taker: RowTaker): Promise<void>;
}

/** Who asks for the rows of a sheet. */
export interface RowTaker {
  /** The declared columns, for a format that writes no header of its own. */
  readonly headers: readonly string[];
  readonly onRow: (row: RawRow) => void;
  /** Awaited now and then, so that what the rows led to can be handed on. */
  readonly onPause: () => Promise<void>;
}
