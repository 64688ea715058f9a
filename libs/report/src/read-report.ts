import type { LedgerRow, Problem, Programme, ReportContent } from '#engine';
import { fold } from './cells/fold.js';
import type { RawRow } from './cells/raw-cell.js';
import { readCover, type Cover } from './cover-reader.js';
import {
  figureColumns,
  FiguresReader,
  statementColumns,
  StatementsReader,
} from './figures-reader.js';
import { LedgerReader } from './ledger-reader.js';
import { openReportFile } from './open-report-file.js';
import { legible, ProblemLog } from './problem-log.js';
import type { ReportFile, ReportSheet } from './report-file.js';
import { coverSheet, figuresSheet, sheetsWithoutData, statementsSheet } from './sheet-names.js';
import { TableReader, type TableColumn, type TableRow } from './table-reader.js';
import { UnreadableFile, type Unreadable } from './unreadable.js';

/** Takes what a report holds as it is read; what it awaits, the reading waits for. */
export interface ReportSink {
  /** Called once, before any row. */
  readonly cover: (cover: Cover, file: string) => void | Promise<void>;
  /** Accepted rows of a ledger, in the order of the sheet. */
  readonly rows: (ledger: string, rows: readonly LedgerRow[]) => void | Promise<void>;
}

/** A report that was read: everything of it but the accepted rows, which the sink has. */
export interface ReadReport {
  readonly kind: 'read';
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly file: string;
  readonly cover: Cover;
  /** By ledger id; a ledger whose sheet is missing or has no header has no entry. */
  readonly ledgers: Readonly<Record<string, LedgerTally>>;
  readonly figures: ReportContent['figures'];
  readonly statements: ReportContent['statements'];
  readonly problems: readonly Problem[];
}

/** How many rows of a ledger passed every check, and how many did not. */
export interface LedgerTally {
  readonly accepted: number;
  readonly rejected: number;
}

/**
 * Reads a report, a workbook (.xlsx) or JSON, and checks it cell by cell, holding no more than a
 * batch of rows. Errors in cells never refuse a readable report: they are in `problems`.
 * @returns a refusal where the file cannot be read at all; rows handed on before are then void
 */
export async function readReport(
  path: string,
  programmes: readonly Programme[],
  sink: ReportSink,
): Promise<ReadReport | Unreadable> {
  let opened: ReportFile | undefined;
  try {
    const { sha256, file } = await openReportFile(path);
    opened = file;
    return await readContent(sha256, file, programmes, sink);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { kind: 'unreadable', code: error.code, message: legible(error.message) };
  } finally {
    opened?.close();
  }
}

/** A report held whole, for small files and for programs without a store. */
export interface WholeReport {
  readonly kind: 'read';
  readonly cover: Cover;
  readonly content: ReportContent;
  readonly problems: readonly Problem[];
}

/** As {@link readReport}, keeping every accepted row. */
export async function readWholeReport(
  path: string,
  programmes: readonly Programme[],
): Promise<WholeReport | Unreadable> {
  const rows: Record<string, LedgerRow[]> = {};
  const report = await readReport(path, programmes, {
    cover: () => undefined,
    rows: (ledger, batch) => {
      const kept = (rows[ledger] ??= []);
      for (const row of batch) kept.push(row);
    },
  });
  if (report.kind === 'unreadable') return report;
  const { file, cover, figures, statements, problems } = report;
  const ledgers = Object.fromEntries(
    Object.entries(report.ledgers).map(([id, { rejected }]) => [
      id,
      { rows: rows[id] ?? [], rejected },
    ]),
  );
  const content = { file, year: cover.year, ledgers, figures, statements };
  return { kind: 'read', cover, content, problems };
}

async function readContent(
  sha256: string,
  file: ReportFile,
  programmes: readonly Programme[],
  sink: ReportSink,
): Promise<ReadReport> {
  const log = new ProblemLog(sha256);
  const sheets = sheetsByName(file.sheets, log);
  const cover = readCover(
    await rowsOfCover(sheets.get(coverSheet)),
    programmes,
    file.dateSystem,
    log,
  );
  await sink.cover(cover, sha256);
  const { programme } = cover;

  const context = { year: cover.year, dateSystem: file.dateSystem };
  const figures = new FiguresReader(programme, context, log);
  await readTable(sheets, figuresSheet, figureColumns, log, (row) => figures.push(row));
  const statements = new StatementsReader(programme, file.dateSystem, log);
  await readTable(sheets, statementsSheet, statementColumns, log, (row) => statements.push(row));

  const ledgers: Record<string, LedgerTally> = {};
  for (const ledger of programme.ledgers) {
    let batch: LedgerRow[] = [];
    let accepted = 0;
    const reader = new LedgerReader(ledger, log, context, (row) => batch.push(row));
    const handOn = async () => {
      if (batch.length > 0) await sink.rows(ledger.id, batch);
      accepted += batch.length;
      batch = [];
    };
    const onRow = (row: TableRow) => reader.push(row);
    const headed = await readTable(sheets, ledger.sheet, reader.columns, log, onRow, handOn);
    if (headed) ledgers[ledger.id] = { accepted, rejected: reader.rejected };
  }
  noteUnknownSheets(sheets, programme, log);
  return {
    kind: 'read',
    file: sha256,
    cover,
    ledgers,
    figures: figures.figures,
    statements: statements.statements,
    problems: log.all(),
  };
}

type Sheets = ReadonlyMap<string, ReportSheet>;

function sheetsByName(sheets: readonly ReportSheet[], log: ProblemLog): Sheets {
  const byName = new Map<string, ReportSheet>();
  for (const sheet of sheets) {
    const name = fold(sheet.name);
    if (byName.has(name)) {
      const says = '同名的表有两张，只读取了第一张，请只保留一张。';
      log.add('sheet-repeated', { sheet: sheet.name, says });
    } else byName.set(name, sheet);
  }
  return byName;
}

async function rowsOfCover(sheet: ReportSheet | undefined): Promise<readonly RawRow[]> {
  if (!sheet) {
    throw new UnreadableFile('cover-missing', `没有“${coverSheet}”工作表，请使用模板填报。`);
  }
  const rows: RawRow[] = [];
  const onRow = (row: RawRow) => {
    if (rows.length < mostCoverRows) rows.push(row);
  };
  await sheet.read({ headers: [], onRow, onPause: nothing });
  return rows;
}

const nothing = () => Promise.resolve();

/** The nine labels stand well within these. */
const mostCoverRows = 200;

/** @returns true where the sheet is there and has a header, so that it says something */
async function readTable(
  sheets: Sheets,
  name: string,
  columns: readonly TableColumn[],
  log: ProblemLog,
  onRow: (row: TableRow) => void,
  onPause = nothing,
): Promise<boolean> {
  const sheet = sheets.get(fold(name));
  if (!sheet) {
    const says = '缺少这张表：有数据的请补上；确无数据的请保留该表并填“无”。';
    log.add('sheet-missing', { sheet: name, says });
    return false;
  }
  if (sheet.hidden) {
    log.add('sheet-hidden', { sheet: name, says: '该表被隐藏，表中数据照常读取，请核对。' });
  }
  const table = new TableReader(name, columns, sheet.merged, log, onRow);
  const headers = columns.map(({ header }) => header);
  await sheet.read({ headers, onRow: (row) => table.push(row), onPause });
  table.end();
  return table.headed;
}

function noteUnknownSheets(sheets: Sheets, { ledgers }: Programme, log: ProblemLog): void {
  const known = new Set(
    [coverSheet, figuresSheet, statementsSheet, ...sheetsWithoutData]
      .concat(ledgers.map(({ sheet }) => sheet))
      .map(fold),
  );
  for (const [name, { name: sheet }] of sheets) {
    if (known.has(name)) continue;
    log.add('sheet-unknown', { sheet, says: '该表不在模板中，未读取。' });
  }
}
