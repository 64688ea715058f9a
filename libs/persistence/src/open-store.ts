import { join } from 'node:path';
import type { Stores } from '#application';
import { AuditRepository } from './audit.repository.js';
import { Database } from './database.js';
import { DeterminationRepository } from './determination.repository.js';
import { InstallationEntity } from './entities/installation.entity.js';
import { FileRepository } from './file.repository.js';
import { FindingRepository } from './finding.repository.js';
import { JobRepository } from './job.repository.js';
import { MoneyRepository } from './money.repository.js';
import { ReportRepository } from './report.repository.js';

/** What a data folder is for; decided when it is first used. */
export type Purpose = 'product' | 'demonstration';

/**
 * Opens the database in a data folder, made where there is none.
 * Throws where the folder is another purpose's: invented figures and real ones never meet.
 */
export async function openStore(
  folder: string,
  purpose: Purpose,
): Promise<Stores & { close(): Promise<void> }> {
  const database = await Database.open(join(folder, 'pilot-targets.sqlite'));
  await claimFor(database, purpose, folder);
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

async function claimFor(database: Database, purpose: Purpose, folder: string): Promise<void> {
  await database.run(async () => {
    const [installed] = await database.writer.find(InstallationEntity);
    if (!installed) await database.writer.insert(InstallationEntity, { purpose });
    else if (installed.purpose !== purpose) {
      throw new Error(
        `数据目录 ${folder} 已用于“${installed.purpose}”，不能用于“${purpose}”。` +
          `The data folder belongs to the ${installed.purpose}; choose another DATA_DIR.`,
      );
    }
  });
}
