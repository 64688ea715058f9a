import { formatQuantity } from './exact.js';
import { groupBy } from './group-by.js';
import type { Problem } from './problem.js';
import type { FigureDeclaration } from './programme.js';
import type { Figure, ReportContent } from './report-content.js';

/** A stated figure: one value, none, or several that contradict each other. */
export type StatedFigure =
  | { readonly kind: 'stated'; readonly value: bigint; readonly file: string; readonly row: number }
  | { readonly kind: 'absent' }
  | { readonly kind: 'contradicted' };

const absent: StatedFigure = { kind: 'absent' };

/** The figures of 年度数据 over all reports given, by code and year. */
export class FigureBook {
  readonly problems: readonly Problem[];
  private readonly figures = new Map<string, StatedFigure>();

  constructor(declared: readonly FigureDeclaration[], reports: readonly ReportContent[]) {
    const names = new Map(declared.map(({ code, name }) => [code, name]));
    const stated = groupBy(
      reports.flatMap(({ file, figures }) => figures.map((figure) => ({ figure, file }))),
      ({ figure }) => keyOf(figure.code, figure.year),
    );
    const problems: Problem[] = [];
    for (const [key, all] of stated) {
      const [first] = all;
      if (!first) continue;
      const { code, year, value, row } = first.figure;
      if (all.every(({ figure }) => figure.value === value)) {
        this.figures.set(key, { kind: 'stated', value, file: first.file, row });
        continue;
      }
      this.figures.set(key, { kind: 'contradicted' });
      const shown = ({ figure }: (typeof all)[number]) =>
        `${formatQuantity(figure.value, figure.unit)}${figure.unit}`;
      for (const { figure, file } of all) {
        problems.push({
          severity: 'error',
          code: 'figures-differ',
          file,
          sheet: '年度数据',
          row: figure.row,
          column: '数值',
          seen: formatQuantity(figure.value, figure.unit),
          message:
            `“年度数据”表第${figure.row}行：${year}年的“${names.get(code) ?? code}”为${shown({ figure, file })}，` +
            `${all
              .filter((other) => other.figure !== figure)
              .map((other) => `${placeOf(other, file)}为${shown(other)}`)
              .join('，')}，无法判定以哪个为准；请改成一致。`,
        });
      }
    }
    this.problems = problems;
  }

  /** The figure of a code in a year. */
  stated(code: string, year: number): StatedFigure {
    return this.figures.get(keyOf(code, year)) ?? absent;
  }
}

function placeOf({ figure, file }: { figure: Figure; file: string }, from: string): string {
  return file === from ? `第${figure.row}行` : `文件${file}第${figure.row}行`;
}

function keyOf(code: string, year: number): string {
  return `${code} ${year}`;
}
