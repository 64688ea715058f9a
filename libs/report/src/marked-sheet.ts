import { columnsOf, remarkWidth, withWideColumn, type WrittenColumns } from './marked-columns.js';
import type { RowMarks, SheetMarks } from './marked-marks.js';
import type { MarkedStyles } from './marked-styles.js';
import { columnOf, escaped, lettersOf, numberOf, withoutAttributes } from './marked-xml.js';
import { problemsName } from './sheet-names.js';

const attributes = String.raw`((?:"[^"]*"|'[^']*'|[^"'>])*?)`;
const prefixed = String.raw`<((?:[\w.-]+:)?)`;
const rowOrEnd = new RegExp(
  String.raw`${prefixed}row(?=[\s/>])${attributes}(?:/>|>([\s\S]*?)</\1row>)|</(?:[\w.-]+:)?sheetData>`,
  'g',
);
const cellElement = new RegExp(
  String.raw`${prefixed}c(?=[\s/>])${attributes}(?:/>|>([\s\S]*?)</\1c>)`,
  'g',
);
const dataStart = new RegExp(String.raw`${prefixed}sheetData(?:\s[^>]*?)?(/?)>`);
/** In points. */
const lineHeight = 15;
const highestRow = 409;

const fixedHeight = /\scustomHeight\s*=\s*["'](?:1|true)/;
const dimension = new RegExp(String.raw`${prefixed}dimension(?=\s)[^>]*?(?:/>|></\1dimension>)`);

/**
 * Rewrites a sheet's XML as it streams by: marked cells get a painted style, marked rows a remark,
 * and everything else stays as the clerk's program wrote it.
 */
export class MarkedSheet {
  private readonly due: readonly number[];
  private next = 0;
  private rest = '';
  private place: 'before' | 'rows' | 'after' = 'before';
  private prefix = '';
  private row = 0;
  private columns: readonly WrittenColumns[] = [];

  constructor(
    private readonly marks: SheetMarks,
    private readonly styles: MarkedStyles,
  ) {
    this.due = [...new Set([marks.headerRow, ...marks.rows.keys()])].sort((a, b) => a - b);
  }

  /** Takes the next piece of the XML, and gives what is ready. */
  write(piece: string): string {
    this.rest += piece;
    let ready = '';
    if (this.place === 'before') ready += this.head();
    if (this.place === 'rows') ready += this.rows();
    if (this.place === 'after') ready += this.take(this.rest.length);
    return ready;
  }

  /** Gives what is left, where a sheet ends without the usual end. */
  end(): string {
    return this.take(this.rest.length);
  }

  private take(length: number): string {
    const taken = this.rest.slice(0, length);
    this.rest = this.rest.slice(length);
    return taken;
  }

  private head(): string {
    const start = dataStart.exec(this.rest);
    if (!start) return '';
    const [tag, prefix = '', closed] = start;
    this.prefix = prefix;
    this.place = 'rows';
    const before = this.take(start.index);
    this.take(tag.length);
    if (closed) this.rest = `</${prefix}sheetData>${this.rest}`;
    this.columns = columnsOf(before);
    const head = withWideColumn(before.replace(dimension, ''), prefix, this.marks.remarkColumn + 1);
    return `${head}<${prefix}sheetData>`;
  }

  private rows(): string {
    let ready = '';
    let done = 0;
    for (const match of this.rest.matchAll(rowOrEnd)) {
      const [element, , written, content = ''] = match;
      ready += this.rest.slice(done, match.index);
      done = match.index + element.length;
      if (written === undefined) {
        ready += this.missingRows(Infinity) + element;
        this.place = 'after';
        break;
      }
      this.row = numberOf(written, 'r') || this.row + 1;
      ready += this.missingRows(this.row);
      ready += this.isTouched() ? this.rewritten(written, content) : element;
    }
    this.take(done);
    return ready;
  }

  /** Remarks of an earlier marked copy go, so that none outlives what it spoke of. */
  private isTouched(): boolean {
    if (this.due[this.next] !== this.row) return this.marks.hadRemarks;
    this.next++;
    return true;
  }

  private missingRows(before: number): string {
    let rows = '';
    for (; (this.due[this.next] ?? Infinity) < before; this.next++) {
      this.row = this.due[this.next] ?? 0;
      rows += this.rewritten(` r="${this.row}"`, '');
    }
    return rows;
  }

  private rewritten(written: string, content: string): string {
    const { headerRow, remarkColumn, rows } = this.marks;
    const { prefix } = this;
    const marks: RowMarks = rows.get(this.row) ?? { cells: new Set(), remark: '' };
    const rowStyle = /\bcustomFormat\s*=\s*["'](?:1|true)/.test(written)
      ? numberOf(written, 's')
      : undefined;
    const cells = new Map<number, string>();
    let column = -1;
    let end = 0;
    for (const match of content.matchAll(cellElement)) {
      const [element, , ofCell = ''] = match;
      column = columnOf(ofCell) ?? column + 1;
      end = match.index + element.length;
      cells.set(column, marks.cells.has(column) ? this.painted(element, ofCell) : element);
    }
    const blank = (at: number, wrapped = false) => {
      const style = this.styles.marked(rowStyle ?? this.styleOfColumn(at), wrapped);
      return `${prefix}c r="${lettersOf(at)}${this.row}" s="${style}"`;
    };
    for (const at of marks.cells) {
      if (!cells.has(at)) cells.set(at, `<${blank(at)}/>`);
    }
    cells.delete(remarkColumn);
    const remark = this.row === headerRow ? problemsName : marks.remark;
    if (remark !== '') {
      cells.set(
        remarkColumn,
        `<${blank(remarkColumn, true)} t="inlineStr"><${prefix}is>` +
          `<${prefix}t xml:space="preserve">${escaped(remark)}</${prefix}t></${prefix}is></${prefix}c>`,
      );
    }
    const inOrder = [...cells].sort(([one], [other]) => one - other).map(([, xml]) => xml);
    // Not every program gives a row the height that its text needs.
    const height = heightOf(marks.remark);
    const grows = !fixedHeight.test(written) && height > numberOf(written, 'ht');
    const kept = withoutAttributes(written, grows ? 'spans|ht' : 'spans').trimEnd();
    const tag = grows ? `${kept} ht="${height}"` : kept;
    return `<${prefix}row${tag}>${inOrder.join('')}${content.slice(end)}</${prefix}row>`;
  }

  private painted(cell: string, written: string): string {
    const style = this.styles.marked(numberOf(written, 's'));
    const others = withoutAttributes(written, 's');
    return cell.replace(written, ` s="${style}"${others}`);
  }

  private styleOfColumn(column: number): number {
    const found = this.columns.find(({ min, max }) => column + 1 >= min && column + 1 <= max);
    return found ? numberOf(found.written, 'style') : 0;
  }
}

/** In points, of a remark that is broken into the lines of its column; 0 where one line will do. */
function heightOf(remark: string): number {
  const lines = remark.split('\n').map((text) => Math.ceil((2 * text.length) / (remarkWidth - 2)));
  const sum = lines.reduce((total, each) => total + each, 0);
  return sum > 1 ? Math.min(sum * lineHeight, highestRow) : 0;
}
