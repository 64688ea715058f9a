import { AnswerEntity } from './answer.entity.js';
import { AccountEntity } from './account.entity.js';
import { AuditEntryEntity } from './audit-entry.entity.js';
import { CredentialEntity, FirstCodeEntity, SecretsKeyEntity } from './credential.entity.js';
import { ConclusionEntity } from './conclusion.entity.js';
import { DeadlineEntity, HolidayTableEntity } from './deadline.entity.js';
import { ClaimEntity, ContestedClaimEntity } from './claim.entity.js';
import { DeterminationEntity, EvaluationEntity } from './determination.entity.js';
import { FileEntity, filePieceSchema, type TypeOfBytes } from './file.entity.js';
import { FindingEntity } from './finding.entity.js';
import { InstallationEntity } from './installation.entity.js';
import { JobEntity } from './job.entity.js';
import { MoneyEntryEntity } from './money-entry.entity.js';
import { PlanDecisionEntity, PlanFilingEntity } from './plan-filing.entity.js';
import { MoneyReleaseEntity, MoneyReleaseMoveEntity } from './money-release.entity.js';
import {
  FigureEntity,
  LedgerContentEntity,
  LedgerRowEntity,
  ProblemEntity,
  StatementEntity,
} from './report-content.entity.js';
import { ReportMoveEntity } from './report-move.entity.js';
import {
  ReminderDeliveryEntity,
  ReminderEntity,
  ReminderSubjectEntity,
} from './reminder.entity.js';
import { ReportEntity } from './report.entity.js';
import { SampleEntity, SampleMarkEntity, SampleRowEntity } from './sample.entity.js';
import { RowFindingEntity } from './row-finding.entity.js';
import { SealEntity } from './seal.entity.js';
import { ApiTokenEntity, SessionEntity } from './session.entity.js';
import { PaperEntity, PaperFileEntity } from './paper.entity.js';
import { WeightsEntity } from './weights.entity.js';
import { SubjectEntity } from './subject.entity.js';
import { VerdictLinesEntity } from './verdict-lines.entity.js';
import {
  YearlyRunEntity,
  YearlyRunResultEntity,
  YearlyRunSubjectEntity,
  YearlyRunSummaryEntity,
} from './yearly-run.entity.js';

/** Every table. */
export const entities = (bytes: TypeOfBytes) => [
  filePieceSchema(bytes),
  AnswerEntity,
  AccountEntity,
  ApiTokenEntity,
  AuditEntryEntity,
  CredentialEntity,
  ConclusionEntity,
  DeadlineEntity,
  ClaimEntity,
  ContestedClaimEntity,
  DeterminationEntity,
  EvaluationEntity,
  FigureEntity,
  FileEntity,
  FindingEntity,
  FirstCodeEntity,
  HolidayTableEntity,
  InstallationEntity,
  JobEntity,
  LedgerContentEntity,
  LedgerRowEntity,
  MoneyEntryEntity,
  PlanDecisionEntity,
  PlanFilingEntity,
  MoneyReleaseEntity,
  MoneyReleaseMoveEntity,
  ProblemEntity,
  ReminderDeliveryEntity,
  ReminderEntity,
  ReminderSubjectEntity,
  ReportEntity,
  ReportMoveEntity,
  SampleEntity,
  SampleMarkEntity,
  SampleRowEntity,
  RowFindingEntity,
  SealEntity,
  SecretsKeyEntity,
  SessionEntity,
  StatementEntity,
  SubjectEntity,
  PaperEntity,
  PaperFileEntity,
  WeightsEntity,
  VerdictLinesEntity,
  YearlyRunEntity,
  YearlyRunResultEntity,
  YearlyRunSubjectEntity,
  YearlyRunSummaryEntity,
];
