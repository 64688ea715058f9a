/** Why a file cannot be read at all. */
export type UnreadableCode =
  | 'file-missing'
  | 'file-empty'
  | 'not-a-workbook'
  | 'encrypted'
  | 'old-xls'
  | 'damaged'
  | 'too-large'
  | 'too-slow'
  | 'malformed'
  | 'json-malformed'
  | 'cover-missing'
  | 'format-unusable'
  | 'programme-unusable'
  | 'subject-unusable'
  | 'year-unusable';

/** A file that gets one plain sentence, and of which nothing else is kept. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly code: UnreadableCode;
  /** A sentence in Chinese that a clerk can act on. */
  readonly message: string;
}

/**
 * Ends the reading of a file from within the scanners; {@link readReport} turns it into the value
 * that it carries, so it never leaves the library.
 */
export class UnreadableFile extends Error {
  constructor(
    readonly code: UnreadableCode,
    message: string,
  ) {
    super(message);
  }
}

/** The code of a system error, such as ENOENT; undefined of any other. */
export function systemErrorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('syscall' in error)) return undefined;
  return 'code' in error ? String(error.code) : undefined;
}
