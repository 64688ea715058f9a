export { isSubjectCode, type Cover } from './cover-reader.js';
export { problemCatalogue, type ProblemCode, type ProblemKind } from './problem-catalogue.js';
export {
  readReport,
  readWholeReport,
  type LedgerTally,
  type ReadReport,
  type WholeReport,
} from './read-report.js';
export { GuardedReader, isOutOfMemory, type GuardedSink } from './guarded-reader.js';
export { rowAsJson, type RowAsJson } from './row-as-json.js';
export { figureHeaders, figuresSheet, statementHeaders, statementsSheet } from './sheet-names.js';
export { systemErrorCode, type Unreadable, type UnreadableCode } from './unreadable.js';
export { parsePlan, type PlanReading } from './plan.js';
export { writeTemplate } from './template.js';
export { writeMarkedCopy } from './marked-copy.js';
export { formatDocs } from './format-docs.js';
