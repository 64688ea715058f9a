import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string) => ({ name, type: 'text' });

const tables = [
  new Table({
    name: 'plan_filing',
    columns: [
      {
        ...{ name: 'number', type: 'integer', isPrimary: true },
        ...({ isGenerated: true, generationStrategy: 'increment' } as const),
      },
      { ...text('id'), isUnique: true },
      ...['programme', 'subject_code', 'document'].map(text),
      ...['approval', 'amends'].map((name) => ({ ...text(name), isNullable: true })),
      ...['content', 'filed_at', 'filed_by'].map(text),
    ],
    indices: [{ name: 'plan_filing_by_subject', columnNames: ['programme', 'subject_code'] }],
  }),
  new Table({
    name: 'plan_decision',
    columns: [
      { ...text('filing'), isPrimary: true },
      ...['outcome', 'opinion', 'decided_at', 'decided_by'].map(text),
    ],
  }),
];

/** Filed plans, and the decisions on them. */
export class Plans1795219200006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.dropTable(table);
  }
}
