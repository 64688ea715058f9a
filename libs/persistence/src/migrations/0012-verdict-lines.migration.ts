import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const verdictLines = new Table({
  name: 'verdict_lines',
  columns: [
    { name: 'hash', type: 'text', isPrimary: true },
    { name: 'targets', type: 'text' },
  ],
});

/** What lists show of determinations, which are long. */
export class VerdictLines1795219200012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(verdictLines);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(verdictLines);
  }
}
