import { isFault, type CellReading, type FilledValue } from './cells/cell-reading.js';
import type { DateSystem, RawCell } from './cells/raw-cell.js';
import { asShown } from './cells/shown-cell.js';
import type { Place, ProblemLog } from './problem-log.js';

/** Takes what a cell of a sheet holds, and says in the log what is wrong with it. */
export class CellTaker {
  constructor(
    private readonly sheet: string,
    private readonly log: ProblemLog,
    private readonly dateSystem: DateSystem,
  ) {}

  /** The cell's value; undefined where it is blank or cannot be taken. */
  take<T extends FilledValue>(
    row: number,
    column: string,
    cell: RawCell | undefined,
    read: (cell: RawCell) => CellReading<T>,
  ): T | undefined {
    if (cell && (cell.kind === 'text' || cell.kind === 'number')) {
      const reading = read(cell);
      if (typeof reading !== 'object') return reading;
    }
    return this.takeSlowly({ sheet: this.sheet, row, column }, cell, read);
  }

  private takeSlowly<T extends FilledValue>(
    place: Place,
    cell: RawCell | undefined,
    read: (cell: RawCell) => CellReading<T>,
  ): T | undefined {
    if (!cell) {
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
    const seen = asShown(cell, this.dateSystem).text;
    if (isFault(reading)) {
      const { code, expected, says } = reading;
      this.log.add(code, { ...place, seen, expected, says });
      return undefined;
    }
    this.log.add(reading.code, { ...place, seen, says: reading.says });
    return reading.value;
  }
}
