import {
  isUnit,
  type CellValue,
  type Figure,
  type LedgerContent,
  type LedgerRow,
  type ReportContent,
  type Statement,
} from '#engine';
import type { EntityManager } from 'typeorm';
import { amountFromText } from './amount.mapper.js';
import { filledIn } from './column.mapper.js';
import {
  FigureEntity,
  LedgerContentEntity,
  StatementEntity,
} from './entities/report-content.entity.js';
import type { ReportEntity } from './entities/report.entity.js';

/** What is read of a ledger in one text. */
const rowsAtOnce = 2000;

/** What an accepted report contains, row for row as it was written. */
export async function contentFromRows(
  reader: EntityManager,
  { number: report, file, year }: ReportEntity,
): Promise<ReportContent> {
  const order = { row: 'ASC' } as const;
  const ledgers = await reader.findBy(LedgerContentEntity, { report });
  const figures = await reader.find(FigureEntity, { where: { report }, order });
  const statements = await reader.find(StatementEntity, { where: { report }, order });
  const contents: [string, LedgerContent][] = [];
  for (const { ledger, rejected } of ledgers) {
    const rows: LedgerRow[] = [];
    for await (const batch of batchesOfRows(reader, report, ledger)) {
      for (const row of batch) rows.push(row);
    }
    contents.push([ledger, { rows, rejected }]);
  }
  return {
    file,
    year: filledIn(year, 'year'),
    ledgers: Object.fromEntries(contents),
    figures: figures.map(figureFromRow),
    statements: statements.map(statementFromRow),
  };
}

/**
 * The rows of a ledger in their order, two thousand at a time. The database writes them as one
 * text, which takes half the time of many.
 */
export async function* batchesOfRows(
  reader: EntityManager,
  report: number,
  ledger: string,
): AsyncGenerator<readonly LedgerRow[]> {
  const place = (index: number) => reader.dataSource.driver.createParameter('', index);
  const statement = `SELECT string_agg('[' || "row" || ',' || item || ']', ',' ORDER BY "row") AS text
    FROM (SELECT "row", item FROM ledger_row
      WHERE report = ${place(0)} AND ledger = ${place(1)} AND "row" > ${place(2)}
      ORDER BY "row" LIMIT ${rowsAtOnce}) AS batch`;
  let rows: readonly LedgerRow[] = [];
  do {
    const after = rows.at(-1)?.row ?? 0;
    const given = [report, ledger, after];
    const [found] = await reader.query<{ text: string | null }[]>(statement, given);
    rows = rowsFromText(found?.text ?? '', ledger);
    yield rows;
  } while (rows.length === rowsAtOnce);
}

function rowsFromText(text: string, ledger: string): readonly LedgerRow[] {
  const pairs: unknown = JSON.parse(`[${text}]`);
  if (!Array.isArray(pairs) || !pairs.every(isRow)) {
    throw new Error(`a row of ${ledger} in the database holds no cells`);
  }
  return pairs.map(([row, values]) => ({ row, values }));
}

function isRow(pair: unknown): pair is [row: number, values: LedgerRow['values']] {
  return Array.isArray(pair) && typeof pair[0] === 'number' && isItem(pair[1]);
}

/** The cells of a row by column id, as they are kept. Throws where the text holds none. */
export function itemFromText(text: string): Record<string, CellValue> {
  const item: unknown = JSON.parse(text);
  if (!isItem(item)) throw new Error('a row in the database holds no cells');
  return item;
}

function isItem(value: unknown): value is Record<string, CellValue> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((cell) => cell === null || typeof cell !== 'object')
  );
}

/** A figure, as its row tells it. */
export function figureFromRow({ code, year, value, unit, row }: FigureEntity): Figure {
  if (!isUnit(unit)) throw new Error(`'${unit}' in the database is no unit`);
  return { code, year, value: amountFromText(value), unit, row };
}

/** A statement, as its row tells it. */
export function statementFromRow(statement: StatementEntity): Statement {
  const { row, target, completion, deviation, proof } = statement;
  return { row, target, completion, deviation, proof };
}
