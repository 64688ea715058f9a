import type { CellValue, Ledger, LedgerRow } from '#engine';
import { CellTaker } from './cell-taker.js';
import { columnReader, type ReadCell } from './cells/column-reader.js';
import { checkPatentForm } from './cells/patent-number.js';
import type { DateSystem } from './cells/raw-cell.js';
import type { ProblemLog } from './problem-log.js';
import type { TableColumn, TableRow } from './table-reader.js';

/** Checks a ledger's rows cell by cell; what needs several rows is the engine's. */
export class LedgerReader {
  /** Rows that failed a check and are no evidence. */
  rejected = 0;
  private readonly taker: CellTaker;
  readonly columns: readonly (TableColumn & { readonly id: string; readonly read: ReadCell })[];
  private readonly formChecks;

  constructor(
    private readonly ledger: Ledger,
    private readonly log: ProblemLog,
    { year, dateSystem }: { readonly year: number; readonly dateSystem: DateSystem },
    private readonly onRow: (row: LedgerRow) => void,
  ) {
    this.taker = new CellTaker(ledger.sheet, log, dateSystem);
    const columns = Object.entries(ledger.columns);
    this.columns = columns.map(([id, column]) => ({
      id,
      header: column.header,
      required: column.required,
      read: columnReader(column, year, dateSystem),
    }));
    this.formChecks = columns.flatMap(([id, { header, type }]) =>
      type.kind === 'patent-number' && type.formFrom !== undefined
        ? [{ id, header, from: type.formFrom, forms: type.forms ?? {} }]
        : [],
    );
  }

  /** Takes a row: hands it on where every cell of it passes, and counts it as rejected otherwise. */
  push({ row, cells, sound }: TableRow): void {
    const values: Record<string, CellValue> = {};
    let accepted = sound;
    for (let index = 0; index < this.columns.length; index++) {
      const column = this.columns[index];
      const cell = cells[index];
      if (!column || (!cell && !(column.required && sound))) continue;
      const value = this.taker.take(row, column.header, cell, column.read);
      if (value === undefined) accepted = false;
      else values[column.id] = value;
    }
    if (this.formChecks.length > 0 && !this.formsAgree(row, values)) accepted = false;
    if (accepted) this.onRow({ row, values });
    else this.rejected++;
  }

  private formsAgree(row: number, values: Readonly<Record<string, CellValue>>): boolean {
    let agree = true;
    for (const { id, header, from, forms } of this.formChecks) {
      const [number, type] = [values[id], values[from]];
      if (typeof number !== 'string' || typeof type !== 'string') continue;
      const wrong = checkPatentForm(number, type, forms);
      if (!wrong) continue;
      agree = false;
      const { code, expected, says } = wrong;
      this.log.add(code, {
        ...{ sheet: this.ledger.sheet, row, column: header },
        ...{ seen: number, expected, says },
      });
    }
    return agree;
  }
}
