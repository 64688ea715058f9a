import { join } from 'node:path';
import type { Stores } from '#application';
import { AuditRepository } from './audit.repository.js';
import type { Database } from './database.js';
import { DeterminationRepository } from './determination.repository.js';
import { InstallationEntity } from './entities/installation.entity.js';
import { FileRepository } from './file.repository.js';
import { FindingRepository } from './finding.repository.js';
import { JobRepository } from './job.repository.js';
import { MoneyRepository } from './money.repository.js';
import { PostgresDatabase } from './postgres-database.js';
import { ReportRepository } from './report.repository.js';
import { SqliteDatabase } from './sqlite-database.js';

/** What a database is for; decided when it is first used. */
export type Purpose = 'product' | 'demonstration';

/**
 * Opens the database in a data folder, made where there is none, or the PostgreSQL database that a
 * URL names. Throws where it is another purpose's: invented figures and real ones never meet.
 * @param place a folder, or a URL that begins with `postgres:`
 */
export async function openStore(
  place: string,
  purpose: Purpose,
): Promise<Stores & { close(): Promise<void> }> {
  const database = place.startsWith('postgres:')
    ? await PostgresDatabase.open(place)
    : await SqliteDatabase.open(join(place, 'pilot-targets.sqlite'));
  try {
    await claimFor(database, purpose);
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    transactions: database,
    files: new FileRepository(database),
    reports: new ReportRepository(database),
    determinations: new DeterminationRepository(database),
    findings: new FindingRepository(database),
    money: new MoneyRepository(database),
    audit: new AuditRepository(database),
    jobs: new JobRepository(database),
    close: () => database.close(),
  };
}

async function claimFor(database: Database, purpose: Purpose): Promise<void> {
  await database.run(async () => {
    const [installed] = await database.writer.find(InstallationEntity);
    if (!installed) await database.writer.insert(InstallationEntity, { purpose });
    else if (installed.purpose !== purpose) {
      throw new Error(
        `数据库已用于“${installed.purpose}”，不能用于“${purpose}”，请更换 DATA_DIR 或 DATABASE_URL。` +
          `The database belongs to the ${installed.purpose}; choose another.`,
      );
    }
  });
}
