import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string) => ({ name, type: 'text' });
const key = (name: string, type: string) => ({ name, type, isPrimary: true });

const tables = [
  new Table({
    name: 'yearly_run',
    columns: [
      {
        ...key('number', 'integer'),
        ...({ isGenerated: true, generationStrategy: 'increment' } as const),
      },
      ...[text('programme'), { name: 'year', type: 'integer' }],
      ...[text('started_at'), text('started_by')],
    ],
    uniques: [{ name: 'yearly_run_once', columnNames: ['programme', 'year'] }],
  }),
  new Table({
    name: 'yearly_run_subject',
    columns: [key('run', 'integer'), key('code', 'text')],
  }),
  new Table({
    name: 'yearly_run_result',
    columns: [
      ...[key('run', 'integer'), key('code', 'text')],
      ...[{ ...text('determination'), isNullable: true }, text('at')],
    ],
  }),
  new Table({
    name: 'yearly_run_summary',
    columns: [key('run', 'integer'), text('hash'), text('canonical'), text('at')],
  }),
];

/** Yearly runs, with the subjects that each evaluates and what it came to. */
export class YearlyRuns1795219200011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.dropTable(table);
  }
}
