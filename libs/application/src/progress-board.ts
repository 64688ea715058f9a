/** How many rows of each report have been read so far, while it is read in this process. */
export class ProgressBoard {
  private readonly rows = new Map<string, number>();

  /** Notes that so many more rows of a report were read. */
  advance(report: string, rows: number): void {
    this.rows.set(report, this.rowsOf(report) + rows);
  }

  rowsOf(report: string): number {
    return this.rows.get(report) ?? 0;
  }

  /** Starts a report anew, or forgets it once it is settled. */
  clear(report: string): void {
    this.rows.delete(report);
  }
}
