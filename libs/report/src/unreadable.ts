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
  /** @param place where in the file it was found, in Chinese */
  constructor(
    readonly code: UnreadableCode,
    private readonly says: string,
    place = '',
  ) {
    super(place + says);
  }

  /** The same, found in this place. */
  within(place: string): UnreadableFile {
    return new UnreadableFile(this.code, this.says, place);
  }
}

/** Does part of the reading of a file; what ends it there tells the place, the outermost of several. */
export async function locating<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof UnreadableFile ? error.within(place) : error;
  }
}

/** The code of a system error, such as ENOENT; undefined of any other. */
export function systemErrorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('syscall' in error)) return undefined;
  return 'code' in error ? String(error.code) : undefined;
}
