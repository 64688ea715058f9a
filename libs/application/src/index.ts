export * from './instant.js';
export { checkpointText } from './checkpoint-text.js';
export { determine } from './determine.js';
export { JobRunner, type JobHandler, type JobOutcome } from './job-runner.js';
export * from './jobs.js';
export { positionOf, releasableOf, type MoneyPosition } from './money/position.js';
export {
  openStates,
  nextMoves,
  releaseMoves,
  releaseStates,
  takingStates,
} from './money/release-moves.js';
export { once } from './once.js';
export { steps, type Step } from './deadlines/step.js';
export type { Obstacle } from './obstacle.js';
export * from './outcome.js';
export * from './people/actor.js';
export * from './people/area.js';
export { hashOfBearer } from './people/bearer.js';
export type { DeviceSecret } from './people/device.js';
export type { People } from './people/people.js';
export { areaKinds, roles, rolesWithDevice, type Grant, type Role } from './people/role.js';
export { SecretBox } from './people/secret-box.js';
export { acceptedPlans } from './plan-in-force.js';
export { programmeOf } from './programme-of.js';
export type * from './ports/answer-store.port.js';
export type * from './ports/account-store.port.js';
export type * from './ports/audit-log.port.js';
export type * from './ports/claim-store.port.js';
export type * from './ports/clock.port.js';
export * from './ports/credential-store.port.js';
export type * from './ports/conclusion-store.port.js';
export type * from './ports/deadline-store.port.js';
export type * from './ports/determination-store.port.js';
export type * from './ports/evaluator.port.js';
export type * from './ports/file-store.port.js';
export type * from './ports/finding-store.port.js';
export type * from './ports/id-generator.port.js';
export type * from './ports/job-queue.port.js';
export type * from './ports/job-store.port.js';
export type * from './ports/mailer.port.js';
export type * from './ports/matrix.port.js';
export type * from './ports/money-ledger.port.js';
export type * from './ports/move-store.port.js';
export type * from './ports/page.js';
export type * from './ports/paper-writer.port.js';
export type * from './ports/plan-store.port.js';
export type * from './ports/release-store.port.js';
export type * from './ports/reminder-store.port.js';
export * from './ports/report-store.port.js';
export type * from './ports/row-finding-store.port.js';
export * from './ports/session-store.port.js';
export * from './ports/paper-store.port.js';
export type * from './ports/sample-store.port.js';
export type * from './ports/weights-store.port.js';
export type * from './ports/subject-store.port.js';
export type * from './ports/transactions.port.js';
export type * from './ports/yearly-run-store.port.js';
export * from './report-moves.js';
export { makeScratch } from './scratch.js';
export type { Service } from './service.js';
export { randomIds, systemClock } from './surroundings.js';
export { shownCells } from './shown-cells.js';
export * from './standing.js';
export type { Stores } from './stores.js';
export type { SubjectKey } from './subject.js';
export * from './use-cases/people/api-tokens.use-case.js';
export { CloseAccount } from './use-cases/people/close-account.use-case.js';
export { CreateAccount, type Person } from './use-cases/people/create-account.use-case.js';
export { EndSession } from './use-cases/people/end-session.use-case.js';
export { Enrol } from './use-cases/people/enrol.use-case.js';
export * from './use-cases/people/first-administrators.use-case.js';
export { GrantRole } from './use-cases/people/grant-role.use-case.js';
export * from './use-cases/people/identify.use-case.js';
export { KeepSecretsKey } from './use-cases/people/keep-secrets-key.use-case.js';
export { RecordRefusal, type Stranger } from './use-cases/people/record-refusal.use-case.js';
export {
  ResetCredentials,
  type EnrolmentCode,
} from './use-cases/people/reset-credentials.use-case.js';
export { SignIn, type SignedIn } from './use-cases/people/sign-in.use-case.js';
export { UnlockAccount } from './use-cases/people/unlock-account.use-case.js';
export { DecidePlan } from './use-cases/decide-plan.use-case.js';
export { DrawSample } from './use-cases/draw-sample.use-case.js';
export { enrolled, EnrolSubject, type NewSubject } from './use-cases/enrol-subject.use-case.js';
export { FilePlan } from './use-cases/file-plan.use-case.js';
export { FollowDeadlines } from './use-cases/follow-deadlines.use-case.js';
export { FollowReport, type Progress } from './use-cases/follow-report.use-case.js';
export { FollowYear, type YearRecord } from './use-cases/follow-year.use-case.js';
export { ListMoney, type MoneyLine } from './use-cases/list-money.use-case.js';
export { MarkReport } from './use-cases/mark-report.use-case.js';
export { MoveReport } from './use-cases/move-report.use-case.js';
export { MoveRelease, type NewReleaseMove } from './use-cases/move-release.use-case.js';
export { ProposeRelease, type NewRelease } from './use-cases/propose-release.use-case.js';
export { ReadGate, type Gate } from './use-cases/read-gate.use-case.js';
export { ReadInbox } from './use-cases/read-inbox.use-case.js';
export { ReadRelease, type ShownRelease } from './use-cases/read-release.use-case.js';
export { RecordConclusion, type NewConclusion } from './use-cases/record-conclusion.use-case.js';
export { currentDeadlines, RecordDeadline } from './use-cases/record-deadline.use-case.js';
export { MarkSample } from './use-cases/mark-sample.use-case.js';
export { ReadSample, type SampleFound } from './use-cases/read-sample.use-case.js';
export { ReadMatrix } from './use-cases/read-matrix.use-case.js';
export { RecordFinding, type NewFinding } from './use-cases/record-finding.use-case.js';
export { RecordHolidays } from './use-cases/record-holidays.use-case.js';
export { ListChanges } from './use-cases/list-changes.use-case.js';
export {
  ListConflicts,
  type Conflict,
  type ConflictRow,
} from './use-cases/list-conflicts.use-case.js';
export { ReadRow } from './use-cases/read-row.use-case.js';
export { RecordRowFinding } from './use-cases/record-row-finding.use-case.js';
export { RecordMoneyEntry } from './use-cases/record-money-entry.use-case.js';
export { verdictLines, type VerdictLine } from './verdict-lines.js';
export { frozenDocument } from './frozen-document.js';
export type { YearlySummary } from './yearly-run/summary.js';
export { RemakeDetermination, type Remade } from './use-cases/remake-determination.use-case.js';
export { Remind } from './use-cases/remind.use-case.js';
export { RunJob } from './use-cases/run-job.use-case.js';
export { IssuePaper, type AskedPaper } from './use-cases/issue-paper.use-case.js';
export { ReadPaper } from './use-cases/read-paper.use-case.js';
export { VerifyPaper, type VerifiedPaper } from './use-cases/verify-paper.use-case.js';
export { RecordWeights, type NewWeights } from './use-cases/record-weights.use-case.js';
export { ReadYearlyRun, type YearlyRunStanding } from './use-cases/read-yearly-run.use-case.js';
export { StartYearlyRun } from './use-cases/start-yearly-run.use-case.js';
export { SubmitReport, type IncomingFile } from './use-cases/submit-report.use-case.js';
