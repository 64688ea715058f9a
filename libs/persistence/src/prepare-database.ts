import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import { guardAppendOnly } from './append-only.js';
import { guardMoney } from './money-guards.js';
import { UnfitPlace } from './place.js';
import { InstallationEntity } from './entities/installation.entity.js';

/** What a database is for; decided when it is first used. */
export type Purpose = 'product' | 'demonstration';

/**
 * Brings a database to the state of this version, within the transaction that is open on the runner.
 * Throws, with nothing changed, where it is another purpose's: invented figures and real ones
 * never meet.
 * @param beginning what a new database is for, or what fills it, which says so too
 * @throws UnfitPlace where one that is in use would be filled
 */
export async function prepareDatabase(
  source: DataSource,
  runner: QueryRunner,
  beginning: Purpose | (() => Promise<void>),
): Promise<void> {
  const known = (await runner.hasTable('installation')) ? await purposeOf(runner) : undefined;
  if (known !== undefined && typeof beginning === 'function') {
    throw new UnfitPlace(
      '数据库里已有数据，只能恢复到空的位置，请更换 DATA_DIR 或 DATABASE_URL。' +
        'The database is in use; restore into an empty place.',
    );
  }
  if (known !== undefined && typeof beginning === 'string' && known !== beginning) {
    throw new Error(
      `数据库已用于“${known}”，不能用于“${beginning}”，请更换 DATA_DIR 或 DATABASE_URL。` +
        `The database belongs to the ${known}; choose another.`,
    );
  }
  const executor = new MigrationExecutor(source, runner);
  executor.transaction = 'none';
  await executor.executePendingMigrations();
  // What is restored went through the guards when it came about.
  if (typeof beginning === 'function') await beginning();
  else if (known === undefined) {
    await runner.manager.insert(InstallationEntity, { purpose: beginning });
  }
  await guardAppendOnly(runner);
  await guardMoney(runner);
}

async function purposeOf(runner: QueryRunner): Promise<string | undefined> {
  return (await runner.manager.find(InstallationEntity))[0]?.purpose;
}
