import type { CellValue, Ledger, LedgerRow } from '#engine';
import { isFault, type CellReading } from './cells/cell-reading.js';
import { columnReader } from './cells/column-reader.js';
import { checkPatentForm } from './cells/patent-number.js';
import type { DateSystem, RawCell } from './cells/raw-cell.js';
import type { ProblemLog } from './problem-log.js';
import type { TableRow } from './table-reader.js';

/** Takes what a cell of a sheet holds, and says in the log what is wrong with it. */
export class CellTaker {
  constructor(
    private readonly sheet: string,
    private readonly log: ProblemLog,
  ) {}

  /** The cell's value; null where it is blank, undefined where it cannot be taken. */
  take<T extends CellValue | bigint>(
    { row, column, required }: { row: number; column: string; required: boolean },
    cell: RawCell | undefined,
    read: (cell: RawCell) => CellReading<T>,
  ): T | null | undefined {
    const place = { sheet: this.sheet, row, column };
    if (!cell) {
      if (!required) return null;
      this.log.add('required-blank', { ...place, says: '必填，请补填。' });
      return undefined;
    }
    if (cell.kind === 'error') {
      const says = '是错误值，请修正公式或改填数值。';
      this.log.add('error-value', { ...place, seen: cell.text, says });
      return undefined;
    }
    if (cell.kind === 'unsaved-formula') {
      const says = '公式没有保存计算结果，请用WPS或Excel打开后重新保存，或改填数值。';
      this.log.add('unsaved-formula', { ...place, says });
      return undefined;
    }
    const reading = read(cell);
    if (typeof reading !== 'object') return reading;
    if (isFault(reading)) {
      const { code, expected, says } = reading;
      this.log.add(code, { ...place, seen: cell.text, expected, says });
      return undefined;
    }
    if (reading === null) return null;
    this.log.add(reading.code, { ...place, seen: cell.text, says: reading.says });
    return reading.value;
  }
}

/** Checks a ledger's rows cell by cell; what needs several rows is the engine's. */
export class LedgerReader {
  /** Rows that failed a check and are no evidence. */
  rejected = 0;
  private readonly taker: CellTaker;
  private readonly columns;
  private readonly formChecks;

  constructor(
    private readonly ledger: Ledger,
    private readonly log: ProblemLog,
    { year, dateSystem }: { readonly year: number; readonly dateSystem: DateSystem },
    private readonly onRow: (row: LedgerRow) => void,
  ) {
    this.taker = new CellTaker(ledger.sheet, log);
    const columns = Object.entries(ledger.columns);
    this.columns = columns.map(([id, column]) => ({
      id,
      column: column.header,
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
      if (!column) continue;
      if (!cell && (!column.required || !sound)) continue;
      const { id, read } = column;
      const value = this.taker.take({ row, column: column.column, required: true }, cell, read);
      if (value === undefined) accepted = false;
      else values[id] = value;
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
      const form = Object.hasOwn(forms, type) ? forms[type] : undefined;
      const wrong = form && checkPatentForm(number, form, type);
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
