import { reportYears, type Figure, type Programme, type Statement } from '#engine';
import { readQuantity, readUnit } from './cells/quantity-cell.js';
import { readShownText, readText } from './cells/column-reader.js';
import { fold } from './cells/fold.js';
import { fault } from './cells/cell-reading.js';
import type { DateSystem } from './cells/raw-cell.js';
import { declarableFigures } from './declared-figures.js';
import { CellTaker } from './cell-taker.js';
import type { ProblemLog } from './problem-log.js';
import { figureHeaders, figuresSheet, statementHeaders, statementsSheet } from './sheet-names.js';
import type { TableColumn, TableRow } from './table-reader.js';

const column = (header: string, required: boolean): TableColumn => ({ header, required });

/** The columns of 年度数据, in the order in which {@link FiguresReader} takes them. */
export const figureColumns = [
  column(figureHeaders.code, true),
  column(figureHeaders.year, true),
  column(figureHeaders.value, true),
  column(figureHeaders.unit, false),
  column(figureHeaders.name, false),
  column(figureHeaders.source, false),
] as const;

/** Reads 年度数据. A line without a value, as the template has them, says nothing. */
export class FiguresReader {
  readonly figures: Figure[] = [];
  private readonly taker: CellTaker;
  private readonly declarable;
  private readonly years;

  constructor(
    programme: Programme,
    { year, dateSystem }: { readonly year: number; readonly dateSystem: DateSystem },
    private readonly log: ProblemLog,
  ) {
    this.taker = new CellTaker(figuresSheet, log, dateSystem);
    this.declarable = new Map(declarableFigures(programme).map((each) => [each.code, each]));
    this.years = reportYears(programme).filter((each) => each <= year);
  }

  push({ row, cells: [codeCell, yearCell, valueCell, unitCell], sound }: TableRow): void {
    if (!valueCell || !sound) return;
    const code = this.taker.take(row, figureHeaders.code, codeCell, readText);
    const year = this.taker.take(row, figureHeaders.year, yearCell, ({ text }) => {
      const stated = Number(/^(\d{4})年?$/.exec(fold(text))?.[1] ?? NaN);
      if (this.years.includes(stated)) return stated;
      return fault(
        'figure-year',
        this.years.join('、'),
        '不是基期年度，也不是到报告年度为止的考核年度。',
      );
    });
    if (code === undefined) return;
    const figure = this.declarable.get(fold(code));
    if (!figure) {
      const at = { sheet: figuresSheet, row, column: figureHeaders.code };
      const says = '不是本项目的指标编码，请按模板填写。';
      this.log.add('figure-code-unknown', { ...at, seen: code, says });
      return;
    }
    const { unit, mayBeNegative } = figure;
    const stated =
      unitCell &&
      this.taker.take(row, figureHeaders.unit, unitCell, (cell) => readUnit(cell, unit));
    // What the figure amounts to hangs on its unit: where that is unknown nothing is said of it.
    if (unitCell && stated === undefined) return;
    const value = this.taker.take(row, figureHeaders.value, valueCell, (cell) =>
      readQuantity(cell, unit, mayBeNegative, stated),
    );
    if (value === undefined || year === undefined) return;
    this.figures.push({ code: figure.code, year, value, unit, row });
  }
}

/** The columns of 专项说明, in the order in which {@link StatementsReader} takes them. */
export const statementColumns = [
  column(statementHeaders.target, true),
  column(statementHeaders.completion, false),
  column(statementHeaders.deviation, false),
  column(statementHeaders.proof, false),
  column(statementHeaders.name, false),
] as const;

/** Reads 专项说明. A line with only its code, as the template has them, says nothing. */
export class StatementsReader {
  readonly statements: Statement[] = [];
  private readonly taker: CellTaker;
  private readonly targets: ReadonlySet<string>;

  constructor(
    { targets }: Programme,
    private readonly dateSystem: DateSystem,
    private readonly log: ProblemLog,
  ) {
    this.taker = new CellTaker(statementsSheet, log, dateSystem);
    this.targets = new Set(targets.map(({ id }) => id));
  }

  push({ row, cells: [targetCell, ...others], sound }: TableRow): void {
    const said = others.slice(0, 3);
    if (!sound || said.every((cell) => cell === undefined)) return;
    const target = this.taker.take(row, statementHeaders.target, targetCell, readText);
    if (target === undefined) return;
    if (!this.targets.has(fold(target))) {
      const place = { sheet: statementsSheet, row, column: statementHeaders.target };
      const says = '不是本项目的绩效目标编码，请按模板填写。';
      this.log.add('statement-target-unknown', { ...place, seen: target, says });
      return;
    }
    const [completion = '', deviation = '', proof = ''] = said.map(
      (cell, index) =>
        cell &&
        this.taker.take(row, statementColumns[index + 1]?.header ?? '', cell, (each) =>
          readShownText(each, this.dateSystem),
        ),
    );
    this.statements.push({ target: fold(target), completion, deviation, proof, row });
  }
}
