import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const texts = (...names: readonly string[]) => names.map((name) => ({ name, type: 'text' }));
const integers = (...names: readonly string[]) => names.map((name) => ({ name, type: 'integer' }));

const reportMove = new Table({
  name: 'report_move',
  columns: [
    {
      ...{ name: 'number', type: 'integer', isPrimary: true },
      ...({ isGenerated: true, generationStrategy: 'increment' } as const),
    },
    { name: 'id', type: 'text', isUnique: true },
    ...texts('programme', 'subject_code'),
    ...integers('year', 'round', 'sequence'),
    ...texts('move', 'from_state', 'to_state', 'who', 'role', 'at', 'opinion', 'reasons', 'parts'),
  ],
  uniques: [
    {
      name: 'report_move_sequence',
      columnNames: ['programme', 'subject_code', 'year', 'sequence'],
    },
  ],
  indices: [{ name: 'report_move_by_role', columnNames: ['role', 'number'] }],
});

/** A year's report is drafted, submitted and moved on; evaluations say on which of its states. */
export class Moves1795219200005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(reportMove);
    for (const sql of [
      `ALTER TABLE report ADD COLUMN beside integer NOT NULL DEFAULT 0`,
      `ALTER TABLE report ADD COLUMN sent integer NOT NULL DEFAULT 0`,
      // So far all files of a year were parts of one report.
      `UPDATE report SET beside = 1, sent = number`,
      `ALTER TABLE evaluation ADD COLUMN standing text NOT NULL DEFAULT 'draft'`,
      `UPDATE job SET key = key || '/draft' WHERE key LIKE 'evaluate-subject/%'`,
    ]) {
      await runner.query(sql);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of [
      `UPDATE job SET key = replace(key, '/draft', '') WHERE key LIKE 'evaluate-subject/%'`,
      `ALTER TABLE evaluation DROP COLUMN standing`,
      `ALTER TABLE report DROP COLUMN sent`,
      `ALTER TABLE report DROP COLUMN beside`,
    ]) {
      await runner.query(sql);
    }
    await runner.dropTable(reportMove);
  }
}
