import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string) => ({ name, type: 'text' });
const integer = (name: string) => ({ name, type: 'integer' });
const number = {
  ...{ ...integer('number'), isPrimary: true },
  ...({ isGenerated: true, generationStrategy: 'increment' } as const),
};

const tables = [
  new Table({
    name: 'weights',
    columns: [
      ...[number, { ...text('id'), isUnique: true }, text('programme'), integer('year')],
      ...[text('document'), text('points')],
      { ...text('replaces'), isNullable: true, isUnique: true },
      ...[text('recorded_at'), text('recorded_by')],
    ],
    indices: [
      new TableIndex({
        ...{ name: 'weights_first', columnNames: ['programme', 'year'] },
        ...{ isUnique: true, where: 'replaces IS NULL' },
      }),
    ],
  }),
  new Table({
    name: 'paper',
    columns: [
      ...[number, ...['id', 'code'].map((name) => ({ ...text(name), isUnique: true }))],
      ...['kind', 'programme', 'subject_code'].map(text),
      ...[integer('year'), text('standing'), { ...text('release'), isNullable: true }],
      ...['determination', 'content', 'gist', 'issued_at', 'issued_by'].map(text),
    ],
    indices: [{ name: 'paper_by_subject', columnNames: ['programme', 'subject_code'] }],
  }),
  new Table({
    name: 'paper_file',
    columns: [
      ...['paper', 'format'].map((name) => ({ ...text(name), isPrimary: true })),
      text('sha256'),
    ],
  }),
];

/** What targets are worth on paper, and the papers that were issued. */
export class Papers1795219200013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.dropTable(table);
  }
}
