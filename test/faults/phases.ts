/** A moment in the life of a report at which a server may be killed. */
export interface Phase {
  readonly name: string;
  readonly moment: 'before' | 'after';
  /** The statement at which it happens. */
  readonly statement: RegExp;
  /** What the transaction around it must have done before. */
  readonly having?: RegExp;
  /** How often each report but the first passes it at least: once, if it is not said. */
  readonly passes?: number;
}

const uploading = /^INSERT INTO "file"/;
const claiming = /^UPDATE job SET state = 'running'/;
const storing = /^INSERT INTO ledger_row/;
const accepting = /^UPDATE "report" SET .*"settled_at"/;
const evaluating = /^INSERT INTO "evaluation"/;

/** Statements carry their values, so that one bookkeeping of jobs is told from another. */
export const phases: readonly Phase[] = [
  { name: 'upload: nothing kept yet', moment: 'before', statement: uploading },
  { name: 'upload: bytes kept', moment: 'after', statement: /^INSERT INTO file_piece/ },
  { name: 'upload: report kept', moment: 'after', statement: /^INSERT INTO "report"/ },
  {
    name: 'upload: intent kept',
    moment: 'after',
    statement: /^INSERT INTO job/,
    having: uploading,
  },
  { name: 'upload: not committed', moment: 'before', statement: /^COMMIT/, having: uploading },
  { name: 'upload: not answered', moment: 'after', statement: /^COMMIT/, having: uploading },
  { name: 'job: not claimed', moment: 'before', statement: /^COMMIT/, having: claiming, passes: 2 },
  { name: 'job: claimed', moment: 'after', statement: /^COMMIT/, having: claiming, passes: 2 },
  {
    name: 'ingest: begun',
    moment: 'after',
    statement: /^COMMIT/,
    having: /^UPDATE "report" SET "tries"/,
  },
  { name: 'ingest: rows written', moment: 'after', statement: storing, passes: 3 },
  { name: 'ingest: rows committed', moment: 'after', statement: /^COMMIT/, having: storing },
  { name: 'ingest: report accepted', moment: 'after', statement: accepting },
  { name: 'ingest: problems written', moment: 'after', statement: /^INSERT INTO problem/ },
  { name: 'ingest: figures written', moment: 'after', statement: /^INSERT INTO figure/ },
  {
    name: 'ingest: evaluation asked',
    moment: 'after',
    statement: /^INSERT INTO job/,
    having: accepting,
  },
  { name: 'ingest: not committed', moment: 'before', statement: /^COMMIT/, having: accepting },
  { name: 'ingest: committed', moment: 'after', statement: /^COMMIT/, having: accepting },
  {
    name: 'evaluate: nothing kept yet',
    moment: 'before',
    statement: /^INSERT INTO "determination"/,
  },
  { name: 'evaluate: determination kept', moment: 'after', statement: evaluating },
  { name: 'evaluate: not committed', moment: 'before', statement: /^COMMIT/, having: evaluating },
  { name: 'evaluate: committed', moment: 'after', statement: /^COMMIT/, having: evaluating },
  {
    name: 'job: success not kept',
    moment: 'before',
    statement: /^COMMIT/,
    having: /^UPDATE job [^]*succeeded/,
    passes: 2,
  },
];
