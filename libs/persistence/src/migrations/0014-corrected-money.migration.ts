import type { MigrationInterface, QueryRunner } from 'typeorm';

const sums = [
  'money_entry_within_award',
  'money_release_proposed_within_award',
  'money_release_within_award',
];
const guard = 'money_entry_replaces_its_like';

/** An entry of money may correct another, and counts in its place. */
export class CorrectedMoney1795219200014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE money_entry ADD COLUMN replaces text');
    await runner.query('CREATE UNIQUE INDEX money_entry_replaces ON money_entry (replaces)');
    // What sums entries up is made anew by guardMoney; SQLite keeps a trigger that there is.
    if (!isPostgres(runner)) await dropTriggers(runner, sums);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (isPostgres(runner)) await runner.query(`DROP FUNCTION IF EXISTS ${guard} CASCADE`);
    else await dropTriggers(runner, [guard, ...sums]);
    await runner.query('DROP INDEX money_entry_replaces');
    await runner.query('ALTER TABLE money_entry DROP COLUMN replaces');
  }
}

const isPostgres = (runner: QueryRunner) => runner.dataSource.options.type === 'postgres';

async function dropTriggers(runner: QueryRunner, names: readonly string[]): Promise<void> {
  for (const name of names) await runner.query(`DROP TRIGGER IF EXISTS ${name}`);
}
