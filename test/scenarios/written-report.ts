import type { Column, Ledger, Programme } from '#engine';
import { creditCode, patentNumber, pctNumber } from './invented-codes.js';
import type { Given, WrittenSheet } from './scenario.js';

type Row = Readonly<Record<string, string>>;
type Report = Readonly<Record<string, unknown>>;

const rowsPhrase = /^(?:(\S+) 第(\d+)至(\d+)号 各 )?(\d+) 行$/;
const serialPhrase = /^第(\d+)号(起)?$/;

/** Lays a scenario's own sheets over those that its file gives to all. */
export function overlay(common: Given, own: Given): Given {
  const years = new Set([...Object.keys(common), ...Object.keys(own)]);
  return Object.fromEntries(
    [...years].map((year) => {
      const sheets = Object.entries({ ...common[year], ...own[year] });
      return [year, Object.fromEntries(sheets.filter(([, sheet]) => sheet !== '缺'))];
    }),
  );
}

/** Writes each report of a scenario in the report format's JSON. */
export function writeReports(programme: Programme, given: Given): Report[] {
  const serials = new Serials();
  return Object.entries(given).map(([title, sheets]) => {
    const year = /^(\d{4})年(?:第\d+份)?$/.exec(title)?.[1];
    if (year === undefined) throw new Error(`'${title}' names no report`);
    const written = Object.entries(sheets).map(([name, sheet]): [string, unknown] => {
      if (name === '年度数据') return [name, figures(sheet)];
      const ledger = programme.ledgers.find((each) => each.sheet === name);
      if (!ledger) throw new Error(`${programme.id} has no sheet ${name}`);
      return [name, sheet === '无' ? [] : rows(ledger, sheet, year, serials)];
    });
    return {
      报告格式: 1,
      封面: {
        项目编码: programme.id,
        填报主体: programme.subject === 'division' ? '示例市' : '示例平台',
        主体代码: programme.subject === 'division' ? '999901' : creditCode(1),
        报告年度: year,
        填报日期: `${year}-12-31`,
      },
      ...Object.fromEntries(written),
    };
  });
}

/** Counts on for generated values that no row may share. */
class Serials {
  private last = 100_000;

  next(): number {
    return ++this.last;
  }
}

function figures(sheet: WrittenSheet): Row[] {
  if (typeof sheet === 'string' || Array.isArray(sheet))
    throw new Error('年度数据 takes a mapping');
  return Object.entries(sheet).map(([key, figure]) => {
    const [, year, code] = /^(\d{4})年 (\S+)$/.exec(key) ?? [];
    const [value, unit] = figure.split(' ');
    if (!year || !code || !value || !unit) throw new Error(`'${key}: ${figure}' is no figure`);
    return { 指标编码: code, 单位: unit, 年份: year, 数值: value };
  });
}

function rows(ledger: Ledger, sheet: WrittenSheet, year: string, serials: Serials): Row[] {
  if (!Array.isArray(sheet)) throw new Error(`${ledger.sheet} takes a list of rows`);
  return sheet.flatMap((entry) =>
    Object.entries(entry).flatMap(([phrase, cells]) => {
      const [, column, from, to, times] = rowsPhrase.exec(phrase) ?? [];
      if (times === undefined) throw new Error(`'${phrase}' says no number of rows`);
      const each = column === undefined ? [{}] : serialsOf(column, Number(from), Number(to));
      return each.flatMap((shared) =>
        Array.from({ length: Number(times) }, (_, index) =>
          row(ledger, { ...shared, ...cells }, index, year, serials),
        ),
      );
    }),
  );
}

function serialsOf(column: string, from: number, to: number): Row[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({ [column]: `第${from + index}号` }));
}

function row(ledger: Ledger, cells: Row, index: number, year: string, serials: Serials): Row {
  const columns = Object.values(ledger.columns);
  const unknown = Object.keys(cells).find((name) => !columns.some(({ header }) => header === name));
  if (unknown) throw new Error(`${ledger.sheet} has no column ${unknown}`);
  const filled = columns.flatMap((column): [string, string][] => {
    const written = cells[column.header];
    if (written === undefined && !column.required) return [];
    const [, serial, counting] = serialPhrase.exec(written ?? '') ?? [];
    if (serial !== undefined) {
      return [
        [column.header, generated(column, Number(serial) + (counting ? index : 0), year, cells)],
      ];
    }
    return [[column.header, written ?? generated(column, serials.next(), year, cells)]];
  });
  return Object.fromEntries(filled);
}

/** The n-th value of a column; the middle of the report's year for a date. */
function generated({ header, type }: Column, n: number, year: string, cells: Row): string {
  switch (type.kind) {
    case 'text':
      return `${header}${n}`;
    case 'credit-code':
      return creditCode(n);
    case 'patent-number':
      return cells['类型'] === 'PCT申请' ? pctNumber(n) : patentNumber(n);
    case 'date':
      return `${year}-06-30`;
    case 'yes-no':
      return '是';
    case 'choice':
    case 'amount':
    case 'count':
      throw new Error(`a scenario has to say its ${header}`);
  }
}
