/** What a reviewer's screen shows, in one statement each where one does; `@…` are the parameters. */

const of = 'programme = @programme AND subject_code = @code';

export const subject = `SELECT programme, code, name, under_direct_planning, document, enrolled_at
  FROM subject WHERE programme = @programme AND code = @code`;

export const matrix = `SELECT subject.code, subject.name, subject.under_direct_planning AS direct,
    COALESCE(made.to_state, CASE WHEN EXISTS (SELECT 1 FROM report
      WHERE report.programme = subject.programme AND report.subject_code = subject.code
      AND report.year = @year AND report.state = 'accepted') THEN 'draft' END) AS state,
    frozen.hash, frozen.quantified, frozen.overall, lines.targets,
    CASE WHEN lines.hash IS NULL THEN frozen.canonical END AS canonical
  FROM subject
  LEFT JOIN report_move made ON made.programme = subject.programme
    AND made.subject_code = subject.code AND made.year = @year AND made.sequence = (
      SELECT MAX(other.sequence) FROM report_move other
      WHERE other.programme = subject.programme AND other.subject_code = subject.code
      AND other.year = @year)
  LEFT JOIN evaluation ON evaluation.programme = subject.programme
    AND evaluation.subject_code = subject.code AND evaluation.year = @year
    AND evaluation.number = (SELECT MAX(other.number) FROM evaluation other
      WHERE other.programme = subject.programme AND other.subject_code = subject.code
      AND other.year = @year AND other.standing = 'submitted')
  LEFT JOIN determination frozen ON frozen.hash = evaluation.determination
  LEFT JOIN verdict_lines lines ON lines.hash = evaluation.determination
  WHERE subject.programme = @programme ORDER BY subject.code LIMIT @limit OFFSET @from`;

export const current = `SELECT frozen.hash, frozen.quantified, frozen.overall, evaluation.number,
    evaluation.year, evaluation.standing, evaluation.at, frozen.rulebook, frozen.engine
  FROM evaluation JOIN determination frozen ON frozen.hash = evaluation.determination
  WHERE ${of} AND evaluation.year = @year AND evaluation.standing = 'submitted'
  ORDER BY evaluation.number DESC LIMIT 1`;

export const frozen = 'SELECT canonical FROM determination WHERE hash = @hash';

export const reports = `SELECT id, programme, subject_code AS code, file, file_name AS fileName,
    file_size AS fileSize, received_at AS receivedAt, received_from AS receivedFrom, beside, state,
    settled_at AS at, subject_name AS subjectName, year, filled_on AS filledOn,
    filled_by AS filledBy, contact, phone, accepted, rejected, errors, warnings, notices
  FROM report WHERE ${of} ORDER BY number DESC LIMIT @limit`;

export const findings = `SELECT id, target, aspect AS "on", year, outcome, reason, replaces,
    recorded_at AS recordedAt
  FROM finding WHERE ${of} ORDER BY number LIMIT @limit`;

export const lastJob = `SELECT number, state, attempts, reason FROM job WHERE key = @key
  ORDER BY number DESC LIMIT 1`;

export const moves = `SELECT * FROM report_move WHERE ${of} ORDER BY year, sequence`;

export const conclusions = `SELECT * FROM conclusion WHERE ${of} ORDER BY number`;

export const releases = `SELECT * FROM money_release WHERE ${of} ORDER BY number`;

export const money = `SELECT id, kind, fen, document, replaces, recorded_at FROM money_entry
  WHERE ${of} ORDER BY number`;

/** What stands in the way of the example's money. */
export const whyNot = [
  {
    ...{ code: 'undetermined', message: '有绩效目标无法判定。' },
    messageEn: 'A target is undetermined.',
  },
  {
    ...{ code: 'no-official-conclusion', message: '尚未记录两部门的考核结论。' },
    messageEn: 'No official conclusion is recorded.',
  },
];
