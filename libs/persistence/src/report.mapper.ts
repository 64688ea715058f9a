import type { Accepted, ReportRecord, ReportState } from '#application';
import type { Problem } from '#engine';
import { filledIn, oneOf } from './column.mapper.js';
import type { ProblemEntity } from './entities/report-content.entity.js';
import type { ReportEntity } from './entities/report.entity.js';

/** A report as its row tells it. */
export function reportFromRow(row: ReportEntity): ReportRecord {
  const { id, file, fileName, fileSize, receivedAt, receivedFrom } = row;
  const subject = {
    programme: filledIn(row.programme, 'programme'),
    code: filledIn(row.subjectCode, 'subject_code'),
  };
  const beside = row.beside === 1;
  const came = { file, fileName, fileSize, receivedAt, receivedFrom, beside };
  return { id, subject, ...came, state: stateFromRow(row) };
}

function stateFromRow(row: ReportEntity): ReportState {
  const kind = oneOf(['received', 'accepted', 'refused', 'set-aside'], row.state);
  if (kind === 'received') return { kind, rows: row.read };
  const at = filledIn(row.settledAt, 'settled_at');
  if (kind === 'accepted') return { kind, at, ...acceptedFromRow(row) };
  const message = filledIn(row.message, 'message');
  if (kind === 'set-aside') return { kind, at, message };
  return { kind, at, code: filledIn(row.code, 'code'), message };
}

function acceptedFromRow(row: ReportEntity): Accepted {
  return {
    subjectName: filledIn(row.subjectName, 'subject_name'),
    year: filledIn(row.year, 'year'),
    filledOn: row.filledOn,
    filledBy: filledIn(row.filledBy, 'filled_by'),
    contact: filledIn(row.contact, 'contact'),
    phone: filledIn(row.phone, 'phone'),
    rows: { accepted: row.accepted, rejected: row.rejected },
    problems: { error: row.errors, warning: row.warnings, notice: row.notices },
  };
}

/** What the row of a report becomes once its content is in. */
export function acceptedToRow({ rows, problems, ...said }: Accepted) {
  return {
    state: 'accepted',
    ...said,
    accepted: rows.accepted,
    rejected: rows.rejected,
    errors: problems.error,
    warnings: problems.warning,
    notices: problems.notice,
  };
}

/** A problem of a file, as its row tells it. */
export function problemFromRow(problem: ProblemEntity, file: string): Problem {
  const { severity, code, sheet, row, column, seen, expected, message } = problem;
  return {
    ...{ severity: oneOf(['error', 'warning', 'notice'], severity), code, file },
    ...(sheet !== null && { sheet }),
    ...(row !== null && { row }),
    ...(column !== null && { column }),
    ...(seen !== null && { seen }),
    ...(expected !== null && { expected }),
    message,
  };
}
