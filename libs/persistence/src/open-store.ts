import type { Stores } from '#application';
import type { AuditHash } from './audit/audit-hash.js';
import { AnswerRepository } from './answer.repository.js';
import { AccountRepository } from './account.repository.js';
import { AuditRepository } from './audit.repository.js';
import { CredentialRepository } from './credential.repository.js';
import { ConclusionRepository } from './conclusion.repository.js';
import { ClaimRepository } from './claim.repository.js';
import type { Beginning, Database } from './database.js';
import { DeadlineRepository } from './deadline.repository.js';
import { DeterminationRepository } from './determination.repository.js';
import { FileEntity } from './entities/file.entity.js';
import { FileRepository } from './file.repository.js';
import { FindingRepository } from './finding.repository.js';
import { JobRepository } from './job.repository.js';
import { MoveRepository } from './move.repository.js';
import { MatrixRepository } from './matrix.repository.js';
import { MoneyRepository } from './money.repository.js';
import { placeOf } from './place.js';
import { PlanRepository } from './plan.repository.js';
import { PostgresDatabase } from './postgres-database.js';
import type { Purpose } from './prepare-database.js';
import { ReleaseRepository } from './release.repository.js';
import { ReminderRepository } from './reminder.repository.js';
import { ReportRepository } from './report.repository.js';
import { RowFindingRepository } from './row-finding.repository.js';
import { openSnapshot } from './snapshot.js';
import { SessionRepository } from './session.repository.js';
import { SampleRepository } from './sample.repository.js';
import { SubjectRepository } from './subject.repository.js';
import { PaperRepository } from './paper.repository.js';
import { WeightsRepository } from './weights.repository.js';
import { YearlyRunRepository } from './yearly-run.repository.js';
import { SqliteDatabase } from './sqlite-database.js';

/**
 * Opens the database in a data folder, made where there is none, or the PostgreSQL database that a
 * URL names. Throws where it is another purpose's.
 * @param place a folder, or a URL that begins with `postgres:`
 * @param hash what the audit chain is made with, decided when the database is first used
 */
export async function openStore(
  place: string,
  purpose: Purpose,
  hash?: AuditHash,
): Promise<Stores & { close(): Promise<void> }> {
  const database = await openDatabase(place, purpose, hash);
  return {
    transactions: database,
    subjects: new SubjectRepository(database),
    files: new FileRepository(database),
    reports: new ReportRepository(database),
    moves: new MoveRepository(database),
    determinations: new DeterminationRepository(database),
    matrix: new MatrixRepository(database),
    findings: new FindingRepository(database),
    rowFindings: new RowFindingRepository(database),
    claims: new ClaimRepository(database),
    plans: new PlanRepository(database),
    samples: new SampleRepository(database),
    deadlines: new DeadlineRepository(database),
    reminders: new ReminderRepository(database),
    money: new MoneyRepository(database),
    conclusions: new ConclusionRepository(database),
    releases: new ReleaseRepository(database),
    yearlyRuns: new YearlyRunRepository(database),
    weights: new WeightsRepository(database),
    papers: new PaperRepository(database),
    audit: new AuditRepository(database),
    accounts: new AccountRepository(database),
    credentials: new CredentialRepository(database),
    sessions: new SessionRepository(database),
    jobs: new JobRepository(database),
    answers: new AnswerRepository(database),
    check: () => check(database),
    close: () => database.close(),
  };
}

/**
 * Opens what determinations were made from, with the audit that holds them, over connections that
 * cannot write.
 * @param place as for {@link openStore}
 * @throws UnfitPlace where there is no store, or one of an earlier version
 */
export async function openEvaluated(
  place: string,
): Promise<
  Pick<Stores, 'determinations' | 'reports' | 'plans' | 'audit'> & { close(): Promise<void> }
> {
  await (await openSnapshot(place)).close();
  const at = placeOf(place);
  const database =
    at.kind === 'postgres'
      ? await PostgresDatabase.openToRead(at.url)
      : await SqliteDatabase.openToRead(at.path);
  return {
    determinations: new DeterminationRepository(database),
    reports: new ReportRepository(database),
    plans: new PlanRepository(database),
    audit: new AuditRepository(database),
    close: () => database.close(),
  };
}

/** Opens the database of a store, which may be new. */
export function openDatabase(
  place: string,
  beginning: Beginning,
  hash?: AuditHash,
): Promise<Database> {
  const at = placeOf(place);
  return at.kind === 'postgres'
    ? PostgresDatabase.open(at.url, beginning, hash)
    : SqliteDatabase.open(at.path, beginning, hash);
}

/** A lock would be given on a full disk too, so something is written; nothing of it stays. */
async function check(database: Database): Promise<void> {
  const nothing = { sha256: 'a check' };
  await database.reader.existsBy(FileEntity, nothing);
  await database.run(async () => {
    await database.writer.insert(FileEntity, nothing);
    await database.writer.delete(FileEntity, nothing);
  });
}
