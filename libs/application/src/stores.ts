import type { AnswerStore } from './ports/answer-store.port.js';
import type { AccountStore } from './ports/account-store.port.js';
import type { AuditLog } from './ports/audit-log.port.js';
import type { CredentialStore } from './ports/credential-store.port.js';
import type { ConclusionStore } from './ports/conclusion-store.port.js';
import type { DeadlineStore } from './ports/deadline-store.port.js';
import type { ClaimStore } from './ports/claim-store.port.js';
import type { DeterminationStore } from './ports/determination-store.port.js';
import type { FileStore } from './ports/file-store.port.js';
import type { FindingStore } from './ports/finding-store.port.js';
import type { JobStore } from './ports/job-store.port.js';
import type { Matrix } from './ports/matrix.port.js';
import type { MoneyLedger } from './ports/money-ledger.port.js';
import type { MoveStore } from './ports/move-store.port.js';
import type { PlanStore } from './ports/plan-store.port.js';
import type { ReleaseStore } from './ports/release-store.port.js';
import type { ReminderStore } from './ports/reminder-store.port.js';
import type { ReportStore } from './ports/report-store.port.js';
import type { RowFindingStore } from './ports/row-finding-store.port.js';
import type { SessionStore } from './ports/session-store.port.js';
import type { SampleStore } from './ports/sample-store.port.js';
import type { SubjectStore } from './ports/subject-store.port.js';
import type { Transactions } from './ports/transactions.port.js';
import type { PaperStore } from './ports/paper-store.port.js';
import type { WeightsStore } from './ports/weights-store.port.js';
import type { YearlyRunStore } from './ports/yearly-run-store.port.js';

/** Everything that is kept, in one place where it changes together. */
export interface Stores {
  readonly transactions: Transactions;
  readonly subjects: SubjectStore;
  readonly files: FileStore;
  readonly reports: ReportStore;
  readonly moves: MoveStore;
  readonly determinations: DeterminationStore;
  readonly matrix: Matrix;
  readonly findings: FindingStore;
  readonly rowFindings: RowFindingStore;
  readonly claims: ClaimStore;
  readonly plans: PlanStore;
  readonly samples: SampleStore;
  readonly deadlines: DeadlineStore;
  readonly reminders: ReminderStore;
  readonly money: MoneyLedger;
  readonly conclusions: ConclusionStore;
  readonly releases: ReleaseStore;
  readonly yearlyRuns: YearlyRunStore;
  readonly weights: WeightsStore;
  readonly papers: PaperStore;
  readonly audit: AuditLog;
  readonly accounts: AccountStore;
  readonly credentials: CredentialStore;
  readonly sessions: SessionStore;
  readonly jobs: JobStore;
  readonly answers: AnswerStore;
  /** Reads and writes; throws where either is impossible. Changes nothing. */
  check(): Promise<void>;
}
