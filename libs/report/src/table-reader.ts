import type { RawCell, RawRow } from './cells/raw-cell.js';
import { isFault } from './cells/cell-reading.js';
import type { ReadCell } from './cells/column-reader.js';
import { fold } from './cells/fold.js';
import type { ProblemLog } from './problem-log.js';
import { nothingToReport, problemsName } from './sheet-names.js';
import type { MergedArea } from './xlsx/merged-areas.js';

/** A column as its sheet's declaration has it. */
export interface TableColumn {
  readonly header: string;
  readonly required: boolean;
  /** Takes a cell of it; where absent, any cell will do. */
  readonly read?: ReadCell;
}

/** A data row, its cells in the order of the declared columns. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly (RawCell | undefined)[];
  /** False where the row's place, and not a cell, already makes it unusable. */
  readonly sound: boolean;
}

/** How many rows a title may take before the header has to come. */
const mostTitleRows = 10;
const longestTitle = 40;
/** With the spaces that spread the word over a cell. */
const longestTotal = 16;
/** Any of some words, with spaces that spread it or without. */
const spread = (...words: readonly string[]) =>
  `\\s*(?:${words.map((word) => [...word].join('\\s*')).join('|')})\\s*`;
const footer = new RegExp(
  `^${spread(
    ...['填表人', '填报人', '制表人', '审核人', '复核人', '负责人', '单位负责人'],
    ...['联系电话', '备注', '注', '说明'],
  )}[:：]`,
);
const totals = new RegExp(`^${spread('合计', '总计', '小计', '本页合计', '累计')}[:：]?\\s*$`);

/**
 * Finds a sheet's header and tells data from title, repeated header, blank, hidden and 合计 rows,
 * each of which it says.
 */
export class TableReader {
  /** By declared column: its position in the sheet, or -1. Undefined until the header is found. */
  private positions: readonly number[] | undefined;
  /** Of the declared columns, folded. */
  private readonly headers: readonly string[];
  private titles: { readonly row: number; readonly text: string }[] = [];
  private lastRow = 0;
  private dataRows = 0;
  private saysNothing = 0;
  private nextArea = 0;
  private openAreas: MergedArea[] = [];
  /** False where a required column is missing, which no row can make good. */
  private complete = true;

  constructor(
    private readonly sheet: string,
    private readonly columns: readonly TableColumn[],
    private readonly merged: readonly MergedArea[],
    private readonly log: ProblemLog,
    private readonly onRow: (row: TableRow) => void,
  ) {
    this.headers = columns.map(({ header }) => fold(header));
  }

  /** True once the header was found: only then does the sheet say anything. */
  get headed(): boolean {
    return this.positions !== undefined;
  }

  /** Takes the sheet's next row. */
  push({ row, hidden, cells }: RawRow): void {
    const first = cells.find((cell) => cell !== undefined);
    if (!first) return;
    if (!this.positions) {
      this.seekHeader(row, cells);
      return;
    }
    const inOrder = this.inOrder(this.positions, cells);
    if (hidden) this.say('row-hidden', row, '该行被隐藏，未计入；应当计入的请取消隐藏后重新报送。');
    else if (isTotal(first)) {
      this.say('total-row', row, '识别为合计行，未计入。');
    } else if (this.isFooter(first, inOrder)) {
      const seen = first.text;
      this.log.add('footer-line', {
        sheet: this.sheet,
        row,
        seen,
        says: '识别为表尾的说明，未计入。',
      });
    } else if (this.repeatsHeader(inOrder)) {
      this.say('header-repeated', row, '识别为重复的表头，未计入。');
    } else if (this.dataRows === 0 && saysNothing(inOrder, cells)) this.saysNothing = row;
    else if (inOrder.every((cell) => cell === undefined)) return;
    else this.data(row, inOrder);
    this.noteGap(row);
  }

  /** Says that the sheet has no more rows. */
  end(): void {
    if (this.headed) return;
    const expected = this.columns.map(({ header }) => header).join('、');
    const says = '找不到表头行，该表没有读取，请按模板补上表头。';
    this.log.add('header-missing', { sheet: this.sheet, expected, says });
  }

  private data(row: number, inOrder: readonly (RawCell | undefined)[]): void {
    if (this.saysNothing > 0 && this.dataRows === 0) {
      const says = `第${this.saysNothing}行填“无”，后面却有数据；数据照常读取，请核对。`;
      this.say('nothing-with-rows', this.saysNothing, says);
    }
    this.dataRows++;
    const sound = this.outsideMergedAreas(row) && this.complete;
    this.onRow({ row, cells: inOrder, sound });
  }

  private noteGap(row: number): void {
    const blank = row - this.lastRow - 1;
    if (blank > 0) {
      const says = `第${this.lastRow + 1}行至第${row - 1}行共${blank}行空白，已跳过。`;
      this.say('blank-rows', this.lastRow + 1, says);
    }
    this.lastRow = row;
  }

  private seekHeader(row: number, cells: RawRow['cells']): void {
    const { sheet, log } = this;
    const written = cells.map((cell) => (cell?.kind === 'text' ? cell.text.trim() : ''));
    const headers = written.map(fold);
    const known = this.headers.map((header) => headers.indexOf(header));
    const found = known.filter((position) => position >= 0).length;
    const filled = headers.filter((text) => text !== '').length;
    if (found === 0 || (found === 1 && filled > 2)) {
      if (this.titles.length === mostTitleRows) return;
      this.titles.push({ row, text: written.find((text) => text !== '') ?? '' });
      return;
    }
    if (this.titles.length === mostTitleRows) return;
    for (const title of this.titles) {
      const seen = title.text.slice(0, longestTitle);
      const says = '在表头上方，识别为标题行，未计入。';
      log.add('title-line', { sheet, row: title.row, seen, says });
    }
    this.lastRow = row;
    const declared = new Set(this.headers);
    for (const seen of written) {
      const header = fold(seen);
      if (header === '' || header === problemsName || declared.has(header)) continue;
      const says = `“${seen.slice(0, longestTitle)}”列不在模板中，未读取。`;
      log.add('column-unknown', { sheet, row, seen, says });
    }
    this.positions = known.map((position, index) => {
      const column = this.columns[index];
      return column ? this.placeColumn(row, headers, column, position) : -1;
    });
  }

  private placeColumn(
    row: number,
    headers: readonly string[],
    { header, required }: TableColumn,
    position: number,
  ): number {
    const { sheet, log } = this;
    const place = { sheet, row, column: header };
    if (position < 0) {
      if (required) {
        log.add('column-missing', {
          ...place,
          says: '缺少这一必填列，该表各行都不能计入，请补上。',
        });
        this.complete = false;
      }
      return -1;
    }
    if (headers.indexOf(fold(header), position + 1) < 0) return position;
    log.add('column-repeated', {
      ...place,
      says: '该列出现了不止一次，无法判断以哪列为准，请只留一列。',
    });
    if (required) this.complete = false;
    return -1;
  }

  private inOrder(
    positions: readonly number[],
    cells: RawRow['cells'],
  ): readonly (RawCell | undefined)[] {
    const ordered = new Array<RawCell | undefined>(positions.length);
    for (let index = 0; index < positions.length; index++) {
      ordered[index] = cells[positions[index] ?? -1];
    }
    return ordered;
  }

  /** A remark such as 填表人：… 审核人：…, beside which nothing stands that an item would need. */
  private isFooter(first: RawCell, inOrder: readonly (RawCell | undefined)[]): boolean {
    if (!isRemark(first)) return false;
    return this.columns.every(({ required, read }, index) => {
      const cell = inOrder[index];
      return !required || !cell || isRemark(cell) || (read && isFault(read(cell)));
    });
  }

  private repeatsHeader(inOrder: readonly (RawCell | undefined)[]): boolean {
    let repeated = 0;
    for (let index = 0; index < inOrder.length; index++) {
      const cell = inOrder[index];
      if (!cell) continue;
      if (cell.kind !== 'text' || fold(cell.text) !== this.headers[index]) return false;
      repeated++;
    }
    return repeated > 0;
  }

  private outsideMergedAreas(row: number): boolean {
    const { merged, sheet, log } = this;
    if (merged.length === 0) return true;
    for (; (merged[this.nextArea]?.firstRow ?? Infinity) <= row; this.nextArea++) {
      const area = merged[this.nextArea];
      if (area) this.openAreas.push(area);
    }
    this.openAreas = this.openAreas.filter(({ lastRow }) => lastRow >= row);
    let sound = true;
    for (const { firstColumn, lastColumn } of this.openAreas) {
      const within = (position: number) => position >= firstColumn && position <= lastColumn;
      const touched = this.columns.filter((_, index) => within(this.positions?.[index] ?? -1));
      const [column] = touched;
      if (!column) continue;
      sound = false;
      const says = '位于合并单元格内，请取消合并，逐行填写。';
      log.add('merged-cell', { sheet, row, column: column.header, says });
    }
    return sound;
  }

  private say(
    code: 'row-hidden' | 'total-row' | 'header-repeated' | 'nothing-with-rows' | 'blank-rows',
    row: number,
    says: string,
  ): void {
    this.log.add(code, { sheet: this.sheet, row, says });
  }
}

function isTotal({ kind, text }: RawCell): boolean {
  return kind === 'text' && text.length <= longestTotal && totals.test(text);
}

function isRemark({ kind, text }: RawCell): boolean {
  return kind === 'text' && footer.test(text);
}

/** 无 in the first cell, and nothing else. */
function saysNothing(inOrder: TableRow['cells'], cells: RawRow['cells']): boolean {
  const known = inOrder.filter((cell) => cell !== undefined);
  const filled = known.length > 0 ? known : cells.filter((cell) => cell !== undefined);
  const [only] = filled;
  return filled.length === 1 && only?.kind === 'text' && fold(only.text) === nothingToReport;
}
