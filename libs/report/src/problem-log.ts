import type { Problem } from '#engine';
import { problemCatalogue, type ProblemCode } from './problem-catalogue.js';

/** Records of one code in one column before the rest are only counted. */
const mostRecords = 1000;
const longestSeen = 100;

/** Where a problem is; what is not known is left out. */
export interface Place {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
}

export interface ProblemDetail extends Place {
  readonly seen?: string;
  readonly expected?: string;
  /** What is wrong and what to do, as the end of a sentence that the place begins (中文). */
  readonly says: string;
}

/** Collects a file's problems; past a thousand of one code in one column it only counts. */
export class ProblemLog {
  private readonly records: Problem[] = [];
  private readonly counts = new Map<string, { readonly first: Problem; count: number }>();

  /** @param file SHA-256 of the file */
  constructor(private readonly file: string) {}

  add(code: ProblemCode, { sheet, says, seen: found, expected, ...within }: ProblemDetail): void {
    const place = { ...(sheet !== undefined && { sheet: legible(sheet) }), ...within };
    const seen = found === undefined ? undefined : legible(shortened(found));
    const { severity } = problemCatalogue[code];
    const key = JSON.stringify([code, place.sheet, place.column]);
    const known = this.counts.get(key);
    if (known && ++known.count > mostRecords) return;
    const problem: Problem = {
      severity,
      code,
      file: this.file,
      ...place,
      ...(seen !== undefined && { seen }),
      ...(expected !== undefined && { expected }),
      message: placeInWords(place) + (seen ? `填的是“${seen}”，` : '') + legible(says),
    };
    this.records.push(problem);
    if (!known) this.counts.set(key, { first: problem, count: 1 });
  }

  /** Everything found, in the order found, the counts last. */
  all(): readonly Problem[] {
    return [...this.records, ...this.countRecords()];
  }

  private countRecords(): readonly Problem[] {
    return [...this.counts.values()]
      .filter(({ count }) => count > mostRecords)
      .map(({ first: { severity, code, file, sheet, column }, count }) => ({
        ...{ severity, code, file, seen: String(count) },
        ...(sheet !== undefined && { sheet }),
        ...(column !== undefined && { column }),
        message:
          placeInWords({ ...(sheet && { sheet }), ...(column && { column }) }) +
          `同样的问题共${count}处，只列出前${mostRecords}处。`,
      }));
  }
}

/** As a sentence about a place begins (中文). */
export function placeInWords({ sheet, row, column }: Place): string {
  const words =
    (sheet === undefined ? '' : `“${sheet}”表`) +
    (row === undefined ? '' : `第${row}行`) +
    (column === undefined ? '' : `“${column}”`);
  return words && `${words}：`;
}

/** Without the control characters that JSON may hold, and neither a workbook nor every database. */
export const legible = (text: string) => text.replace(/[^\P{Cc}\t\n\r]/gu, '\uFFFD');

/** Copied, as a slice would keep the whole text alive. */
function shortened(seen: string): string {
  if (seen.length <= longestSeen) return seen;
  return Buffer.from(`${seen.slice(0, longestSeen)}…`).toString();
}
