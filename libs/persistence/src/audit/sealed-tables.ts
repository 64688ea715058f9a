import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { AnswerEntity } from '../entities/answer.entity.js';
import { AccountEntity } from '../entities/account.entity.js';
import { AuditEntryEntity } from '../entities/audit-entry.entity.js';
import {
  CredentialEntity,
  FirstCodeEntity,
  SecretsKeyEntity,
} from '../entities/credential.entity.js';
import { ConclusionEntity } from '../entities/conclusion.entity.js';
import { DeadlineEntity, HolidayTableEntity } from '../entities/deadline.entity.js';
import { ClaimEntity, ContestedClaimEntity } from '../entities/claim.entity.js';
import { DeterminationEntity, EvaluationEntity } from '../entities/determination.entity.js';
import { FileEntity, filePiece } from '../entities/file.entity.js';
import { FindingEntity } from '../entities/finding.entity.js';
import { InstallationEntity } from '../entities/installation.entity.js';
import { JobEntity } from '../entities/job.entity.js';
import { MoneyEntryEntity } from '../entities/money-entry.entity.js';
import { PlanDecisionEntity, PlanFilingEntity } from '../entities/plan-filing.entity.js';
import { MoneyReleaseEntity, MoneyReleaseMoveEntity } from '../entities/money-release.entity.js';
import {
  FigureEntity,
  LedgerContentEntity,
  LedgerRowEntity,
  ProblemEntity,
  StatementEntity,
} from '../entities/report-content.entity.js';
import { ReportMoveEntity } from '../entities/report-move.entity.js';
import {
  ReminderDeliveryEntity,
  ReminderEntity,
  ReminderSubjectEntity,
} from '../entities/reminder.entity.js';
import { ReportEntity } from '../entities/report.entity.js';
import { SampleEntity, SampleMarkEntity, SampleRowEntity } from '../entities/sample.entity.js';
import { RowFindingEntity } from '../entities/row-finding.entity.js';
import { SealEntity } from '../entities/seal.entity.js';
import { ApiTokenEntity, SessionEntity } from '../entities/session.entity.js';
import { PaperEntity, PaperFileEntity } from '../entities/paper.entity.js';
import { WeightsEntity } from '../entities/weights.entity.js';
import { SubjectEntity } from '../entities/subject.entity.js';
import { VerdictLinesEntity } from '../entities/verdict-lines.entity.js';
import {
  YearlyRunEntity,
  YearlyRunResultEntity,
  YearlyRunSubjectEntity,
  YearlyRunSummaryEntity,
} from '../entities/yearly-run.entity.js';

type Target = EntityTarget<ObjectLiteral>;

/**
 * Every table stands in one of these lists. A sealed one takes a line here, `add` where its rows
 * are added and `changed` where they are changed or removed. A column that is added to it later
 * must be empty in the rows that there are, as an empty one leaves a digest as it was.
 */
export const sealedTables: readonly {
  readonly entity: Target;
  /** Columns by their names in the database that the seal leaves out. */
  readonly except?: readonly string[];
}[] = [
  { entity: AccountEntity },
  { entity: ApiTokenEntity },
  { entity: AuditEntryEntity },
  // They change with every try to sign in, which the audit log tells.
  {
    entity: CredentialEntity,
    except: ['failures', 'locked_until', 'last_step', 'offered_device'],
  },
  { entity: ConclusionEntity },
  { entity: DeadlineEntity },
  { entity: DeterminationEntity },
  { entity: EvaluationEntity },
  { entity: FileEntity },
  // Its bytes are what the name of the file is the hash of.
  { entity: filePiece, except: ['bytes'] },
  { entity: FindingEntity },
  { entity: HolidayTableEntity },
  { entity: InstallationEntity },
  { entity: MoneyEntryEntity },
  { entity: PlanDecisionEntity },
  { entity: PlanFilingEntity },
  { entity: MoneyReleaseEntity },
  { entity: MoneyReleaseMoveEntity },
  // They say how far reading is, and count no more once it has ended.
  { entity: ReportEntity, except: ['tries', 'read'] },
  { entity: SecretsKeyEntity },
  { entity: ReportMoveEntity },
  { entity: ReminderDeliveryEntity },
  { entity: ReminderEntity },
  { entity: ReminderSubjectEntity },
  { entity: SampleEntity },
  { entity: SampleMarkEntity },
  { entity: SampleRowEntity },
  { entity: RowFindingEntity },
  { entity: SubjectEntity },
  { entity: PaperEntity },
  { entity: PaperFileEntity },
  { entity: WeightsEntity },
  { entity: VerdictLinesEntity },
  { entity: YearlyRunEntity },
  { entity: YearlyRunResultEntity },
  { entity: YearlyRunSubjectEntity },
  { entity: YearlyRunSummaryEntity },
];

/** What a report contains: not sealed row by row, but by digests in the report's own row. */
export const contentTables: readonly Target[] = [
  LedgerContentEntity,
  LedgerRowEntity,
  FigureEntity,
  StatementEntity,
  ProblemEntity,
];

/** What follows from sealed rows: not sealed either, but made again from them and compared. */
export const derivedTables: readonly Target[] = [ClaimEntity, ContestedClaimEntity];

/** What is not sealed. */
export const unsealedTables: readonly Target[] = [
  // What calls were answered, which is forgotten after a while; their effects are sealed.
  AnswerEntity,
  // Intents that follow from sealed facts, and change with every sign of life of a worker.
  JobEntity,
  // Signing in and out are audit entries; what is between them changes with every request.
  SessionEntity,
  // They serve only while there is no account.
  FirstCodeEntity,
  // The chain itself.
  SealEntity,
];
