import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string) => ({ name, type: 'text' });
const integer = (name: string) => ({ name, type: 'integer' });

const seal = new Table({
  name: 'seal',
  columns: [
    { ...integer('number'), isPrimary: true },
    ...[integer('entry'), text('of_table'), text('of_row')],
    ...[{ ...text('digest'), isNullable: true }, text('chain')],
  ],
  indices: [{ name: 'seal_by_row', columnNames: ['of_table', 'of_row', 'number'] }],
});

/** The chain over all that is kept. It begins once every migration has run. */
export class AuditChain1795219200002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(seal);
    await runner.query('ALTER TABLE report ADD COLUMN content text');
    await runner.query('ALTER TABLE report ADD COLUMN "read" integer NOT NULL DEFAULT 0');
    await runner.query(
      `UPDATE report SET "read" = accepted, accepted = 0 WHERE state = 'received'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE report DROP COLUMN "read"');
    await runner.query('ALTER TABLE report DROP COLUMN content');
    await runner.dropTable(seal);
  }
}
