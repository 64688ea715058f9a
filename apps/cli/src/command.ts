/** Exit statuses; scripts depend on them. */
export const exitStatus = {
  done: 0,
  notEligible: 1,
  deviates: 1,
  wrongUsage: 2,
  fileRefused: 3,
  otherVersion: 3,
  fault: 70,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** How a command ends: its status, the result for stdout and the talk for stderr. */
export interface Ending {
  readonly status: ExitStatus;
  readonly result?: string;
  readonly talk?: string;
}

/** One command of the command line, given the words after its name. */
export type Command = (words: readonly string[]) => Promise<Ending>;

/** Ends a command that was called wrongly: what is wrong, and how it is called. */
export function wrongUsage(sentence: string, usage: string): Ending {
  return { status: exitStatus.wrongUsage, talk: `${sentence}\n${usage}` };
}

/** Ends a command whose file cannot be used. */
export function fileRefused(sentence: string): Ending {
  return { status: exitStatus.fileRefused, talk: sentence };
}
