import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string) => ({ name, type: 'text' });
const integer = (name: string) => ({ name, type: 'integer' });
const number = {
  ...{ ...integer('number'), isPrimary: true },
  ...({ isGenerated: true, generationStrategy: 'increment' } as const),
};

const tables = [
  new Table({
    name: 'sample',
    columns: [
      ...[number, { ...text('id'), isUnique: true }, text('programme'), text('subject_code')],
      ...[integer('year'), text('seed'), integer('population')],
      ...[text('drawn_at'), text('drawn_by')],
    ],
    indices: [{ name: 'sample_of_year', columnNames: ['programme', 'subject_code', 'year'] }],
  }),
  new Table({
    name: 'sample_row',
    columns: [
      ...['sample', 'position'].map((name) => ({ ...integer(name), isPrimary: true })),
      ...[integer('report'), text('ledger'), integer('row')],
    ],
  }),
  new Table({
    name: 'sample_mark',
    columns: [
      ...[number, integer('sample'), integer('position')],
      ...['outcome', 'reason', 'marked_at', 'marked_by'].map(text),
    ],
    indices: [{ name: 'sample_mark_of', columnNames: ['sample'] }],
  }),
];

/** Samples of rows, and what was found of them. */
export class Samples1795219200009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.dropTable(table);
  }
}
