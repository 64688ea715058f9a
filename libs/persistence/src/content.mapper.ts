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
  LedgerRowEntity,
  StatementEntity,
} from './entities/report-content.entity.js';
import type { ReportEntity } from './entities/report.entity.js';

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
    contents.push([ledger, { rows: await rowsOf(reader, report, ledger), rejected }]);
  }
  return {
    file,
    year: filledIn(year, 'year'),
    ledgers: Object.fromEntries(contents),
    figures: figures.map(figureFromRow),
    statements: statements.map(statementFromRow),
  };
}

async function rowsOf(reader: EntityManager, report: number, ledger: string): Promise<LedgerRow[]> {
  const rows = await reader
    .createQueryBuilder(LedgerRowEntity, 'of')
    .select('of.row', 'row')
    .addSelect('of.item', 'item')
    .where({ report, ledger })
    .orderBy('of.row')
    .getRawMany<{ row: number; item: string }>();
  // One text parsed at once takes half the time of as many as there are rows.
  const items: unknown = JSON.parse(`[${rows.map(({ item }) => item).join()}]`);
  if (!Array.isArray(items)) throw new Error('a list that is none');
  return rows.map(({ row }, index) => {
    const values: unknown = items[index];
    if (!isItem(values)) throw new Error(`row ${row} of ${ledger} in the database holds no cells`);
    return { row, values };
  });
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
