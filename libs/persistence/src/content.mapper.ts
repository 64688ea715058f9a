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
    const rows = await rowsOf(reader, report, ledger);
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
 * The rows of a ledger in their order. The database writes two thousand at a time as one text, which
 * takes half the time of many.
 */
async function rowsOf(
  reader: EntityManager,
  report: number,
  ledger: string,
): Promise<readonly LedgerRow[]> {
  const place = (index: number) => reader.dataSource.driver.createParameter('', index);
  const statement = `SELECT string_agg(CAST("row" AS text), ',') AS numbers,
      string_agg(item, ',') AS items
    FROM (SELECT "row", item FROM ledger_row
      WHERE report = ${place(0)} AND ledger = ${place(1)} AND "row" > ${place(2)}
      ORDER BY "row" LIMIT ${rowsAtOnce}) AS batch`;
  const rows: LedgerRow[] = [];
  let found: number;
  do {
    const given = [report, ledger, rows.at(-1)?.row ?? 0];
    const [batch] = await reader.query<TextOfRows[]>(statement, given);
    found = addRows(rows, batch);
  } while (found === rowsAtOnce);
  return rows;
}

interface TextOfRows {
  readonly numbers: string | null;
  readonly items: string | null;
}

/** Adds a batch of rows, and tells how many. Throws where one is out of order or holds no cells. */
function addRows(rows: LedgerRow[], batch: TextOfRows | undefined): number {
  const numbers: unknown = JSON.parse(`[${batch?.numbers ?? ''}]`);
  const items: unknown = JSON.parse(`[${batch?.items ?? ''}]`);
  if (!Array.isArray(numbers) || !Array.isArray(items)) throw new Error('a list is one in JSON');
  let last = rows.at(-1)?.row ?? 0;
  numbers.forEach((row: unknown, at) => {
    const values: unknown = items[at];
    if (typeof row !== 'number' || row <= last || !isItem(values)) {
      throw new Error(`row ${String(row)} in the database is out of order or holds no cells`);
    }
    rows.push({ row, values });
    last = row;
  });
  return numbers.length;
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
