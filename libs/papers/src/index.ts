export { paperWriters, type WrittenFormat } from './writers.js';
export type { Composed, Paper, Issue } from './paper.js';
export { releaseLetterPaper, type ReleaseLetter } from './release-letter.js';
export { pointsOfTargets } from './score.js';
export { selfAssessmentPaper, type SelfAssessment } from './self-assessment.js';
export { summaryPaper, type Summary } from './summary.js';
