import { TableUnique, type MigrationInterface, type QueryRunner } from 'typeorm';

const sums = [
  'money_entry_within_award',
  'money_release_proposed_within_award',
  'money_release_within_award',
];
const guard = 'money_entry_replaces_its_like';

const byDocument = 'programme, subject_code, kind, document';

/** An entry of money may correct another, also by the same document, and counts in its place. */
export class CorrectedMoney1795219200014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What sums entries up is made anew by guardMoney. SQLite keeps a trigger that there is, and
    // renames no table while one is about it.
    if (!isPostgres(runner)) await dropTriggers(runner, sums);
    await runner.dropUniqueConstraint('money_entry', 'money_entry_document');
    await runner.query('ALTER TABLE money_entry ADD COLUMN replaces text');
    await runner.query('CREATE UNIQUE INDEX money_entry_replaces ON money_entry (replaces)');
    await runner.query(
      `CREATE UNIQUE INDEX money_entry_document ON money_entry (${byDocument})
       WHERE replaces IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    if (isPostgres(runner)) await runner.query(`DROP FUNCTION IF EXISTS ${guard} CASCADE`);
    else await dropTriggers(runner, [guard, ...sums]);
    await runner.query('DROP INDEX money_entry_document');
    await runner.query('DROP INDEX money_entry_replaces');
    await runner.query('ALTER TABLE money_entry DROP COLUMN replaces');
    const columnNames = byDocument.split(', ');
    const unique = new TableUnique({ name: 'money_entry_document', columnNames });
    await runner.createUniqueConstraint('money_entry', unique);
  }
}

const isPostgres = (runner: QueryRunner) => runner.dataSource.options.type === 'postgres';

async function dropTriggers(runner: QueryRunner, names: readonly string[]): Promise<void> {
  for (const name of names) await runner.query(`DROP TRIGGER IF EXISTS ${name}`);
}
