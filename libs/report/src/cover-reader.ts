import { reportYears, type Day, type Programme } from '#engine';
import { isFault, type CellReading } from './cells/cell-reading.js';
import { readText } from './cells/column-reader.js';
import { readCreditCode } from './cells/credit-code.js';
import { readDate } from './cells/date-cell.js';
import { fold } from './cells/fold.js';
import type { DateSystem, RawCell, RawRow } from './cells/raw-cell.js';
import { asShown } from './cells/shown-cell.js';
import type { ProblemLog } from './problem-log.js';
import { coverLabels, coverSheet, reportFormat } from './sheet-names.js';
import { UnreadableFile, type UnreadableCode } from './unreadable.js';

/** What 封面 says: whose report it is, of which programme and year. */
export interface Cover {
  readonly programme: Programme;
  readonly subject: { readonly code: string; readonly name: string };
  readonly year: number;
  /** Null where it is blank or no date. */
  readonly filledOn: Day | null;
  readonly filledBy: string;
  readonly contact: string;
  readonly phone: string;
}

/** Province codes run from 11 to 82; 95 to 99 are for invented places. */
const divisionCode = /^(?:[1-7]\d|8[0-2]|9[5-9])\d{4}$/;
const yearText = /^(\d{4})年?$/;

/**
 * Reads 封面, label in column A and value in column B.
 * @throws UnreadableFile where it does not say whose report this is
 */
export function readCover(
  rows: readonly RawRow[],
  programmes: readonly Programme[],
  dateSystem: DateSystem,
  log: ProblemLog,
): Cover {
  const fields = fieldsOf(rows);
  const text = (label: string): string => {
    const [cell] = fields.get(label) ?? [];
    const reading = cell && isPlain(cell) ? readText(cell) : '';
    return valueOf(reading) ?? '';
  };
  const key = (label: string, code: UnreadableCode): string => {
    const given = new Set((fields.get(label) ?? []).map((cell) => fold(cell.text)));
    if (given.size > 1) throw unusable(code, `“${label}”填了不止一个值，请只留一个`);
    return fold(text(label));
  };
  const format = key(coverLabels.format, 'format-unusable');
  if (format !== reportFormat) {
    throw unusable('format-unusable', `“${coverLabels.format}”应为${reportFormat}${found(format)}`);
  }
  const id = key(coverLabels.programme, 'programme-unusable');
  const programme = programmes.find((each) => each.id === id);
  if (!programme) {
    const known = programmes.map((each) => each.id).join('、');
    throw unusable('programme-unusable', `“${coverLabels.programme}”应为${known}${found(id)}`);
  }
  const year = readYear(key(coverLabels.year, 'year-unusable'), programme);
  const subjectCode = readSubjectCode(key(coverLabels.subjectCode, 'subject-unusable'), programme);
  const name = text(coverLabels.subjectName);
  if (name === '') {
    const says = '未填写，请补填。';
    log.add('cover-name-missing', { sheet: coverSheet, column: coverLabels.subjectName, says });
  }
  return {
    programme,
    subject: { code: subjectCode, name },
    year,
    filledOn: readFilingDate(fields.get(coverLabels.filledOn)?.[0], dateSystem, log),
    filledBy: text(coverLabels.filledBy),
    contact: text(coverLabels.contact),
    phone: text(coverLabels.phone),
  };
}

/** The cells beside each label; a label may end in a colon. */
function fieldsOf(rows: readonly RawRow[]): ReadonlyMap<string, readonly RawCell[]> {
  const fields = new Map<string, RawCell[]>();
  for (const { cells } of rows) {
    const [label, value] = cells;
    if (label?.kind !== 'text' || !value) continue;
    const name = fold(label.text).replace(/:$/, '').trim();
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return fields;
}

function readYear(text: string, programme: Programme): number {
  const year = Number(yearText.exec(text)?.[1] ?? NaN);
  const years = reportYears(programme);
  if (years.includes(year)) return year;
  const words = `“${coverLabels.year}”应为${years.join('、')}中的一年${found(text)}`;
  throw unusable('year-unusable', words);
}

/** True for a code that a report's cover may give a subject of this kind, written the plain way. */
export function isSubjectCode(code: string, kind: Programme['subject']): boolean {
  return kind === 'division' ? divisionCode.test(code) : readCreditCode(code) === code;
}

function readSubjectCode(text: string, { subject }: Programme): string {
  const label = `“${coverLabels.subjectCode}”`;
  if (subject === 'division') {
    if (isSubjectCode(text, subject)) return text;
    throw unusable('subject-unusable', `${label}应为六位行政区划代码${found(text)}`);
  }
  const code = readCreditCode(text);
  if (typeof code === 'string') return code;
  const why = isFault(code) ? code.says.replace(/。$/, '') : '';
  throw unusable('subject-unusable', `${label}应为统一社会信用代码${found(text)}：${why}`);
}

function readFilingDate(
  cell: RawCell | undefined,
  dateSystem: DateSystem,
  log: ProblemLog,
): Day | null {
  const place = { sheet: coverSheet, column: coverLabels.filledOn };
  if (!cell) {
    log.add('cover-date', { ...place, says: '未填写，请补填。' });
    return null;
  }
  const reading = readDate(cell, dateSystem);
  if (!isFault(reading)) return valueOf(reading) ?? null;
  const { expected, says } = reading;
  log.add('cover-date', { ...place, seen: asShown(cell, dateSystem).text, expected, says });
  return null;
}

function valueOf(reading: CellReading<string>): string | undefined {
  if (typeof reading === 'string') return reading;
  return isFault(reading) ? undefined : reading.value;
}

const isPlain = (cell: RawCell) => cell.kind === 'text' || cell.kind === 'number';

const found = (text: string) => (text === '' ? '，现为空白' : `，现为“${text.slice(0, 50)}”`);

const unusable = (code: UnreadableCode, words: string) =>
  new UnreadableFile(code, `封面${words}。`);
