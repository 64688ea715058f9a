import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import { guardAppendOnly } from './append-only.js';
import { guardMoney } from './money-guards.js';
import { InstallationEntity } from './entities/installation.entity.js';

/** What a database is for; decided when it is first used. */
export type Purpose = 'product' | 'demonstration';

/**
 * Brings a database to the state of this version, within the transaction that is open on the runner.
 * Throws, with nothing changed, where it is another purpose's: invented figures and real ones
 * never meet.
 */
export async function prepareDatabase(
  source: DataSource,
  runner: QueryRunner,
  purpose: Purpose,
): Promise<void> {
  const known = (await runner.hasTable('installation')) ? await purposeOf(runner) : undefined;
  if (known !== undefined && known !== purpose) {
    throw new Error(
      `数据库已用于“${known}”，不能用于“${purpose}”，请更换 DATA_DIR 或 DATABASE_URL。` +
        `The database belongs to the ${known}; choose another.`,
    );
  }
  const executor = new MigrationExecutor(source, runner);
  executor.transaction = 'none';
  await executor.executePendingMigrations();
  await guardAppendOnly(runner);
  await guardMoney(runner);
  if (known === undefined) await runner.manager.insert(InstallationEntity, { purpose });
}

async function purposeOf(runner: QueryRunner): Promise<string | undefined> {
  return (await runner.manager.find(InstallationEntity))[0]?.purpose;
}
