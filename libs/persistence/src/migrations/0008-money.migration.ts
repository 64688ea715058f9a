import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string) => ({ name, type: 'text' });
const key = { isPrimary: true };

const tables = [
  new Table({
    name: 'answer',
    columns: [
      ...[
        { ...text('account'), ...key },
        { ...text('key'), ...key },
      ],
      ...[text('request'), text('answer'), text('at')],
    ],
    indices: [{ name: 'answer_by_age', columnNames: ['at'] }],
  }),
];

/** Calls are answered once, whatever became of the answer. */
export class Money1795219200008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.dropTable(table);
  }
}
