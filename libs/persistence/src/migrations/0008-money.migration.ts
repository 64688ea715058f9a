import { Table, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';

type Options = Partial<TableColumnOptions>;
const text = (name: string, options?: Options) => ({ name, type: 'text', ...options });
const integer = (name: string, options?: Options) => ({ name, type: 'integer', ...options });
const key = { isPrimary: true };
const unique = { isUnique: true };
const blank = { isNullable: true };
const number = integer('number', { ...key, isGenerated: true, generationStrategy: 'increment' });
const subject = ['programme', 'subject_code'];

const tables = [
  new Table({
    name: 'answer',
    columns: [
      ...[text('account', key), text('key', key), text('request'), text('answer'), text('at')],
    ],
    indices: [{ name: 'answer_by_age', columnNames: ['at'] }],
  }),
  new Table({
    name: 'conclusion',
    columns: [
      ...[number, text('id', unique), text('programme'), text('subject_code'), integer('year')],
      ...[text('document'), text('date'), text('result')],
      ...[text('replaces', { ...blank, ...unique }), text('recorded_at')],
    ],
    indices: [
      { name: 'conclusion_by_subject', columnNames: subject },
      {
        ...{ name: 'conclusion_first', columnNames: [...subject, 'year'], isUnique: true },
        where: 'replaces IS NULL',
      },
    ],
  }),
  new Table({
    name: 'money_release',
    columns: [
      ...[number, text('id', unique), text('programme'), text('subject_code'), integer('year')],
      ...[text('fen'), text('shown'), text('proposed_by'), text('proposed_at')],
      ...[text('state'), text('returned')],
    ],
    indices: [
      { name: 'money_release_by_subject', columnNames: subject },
      {
        ...{ name: 'money_release_open_once', columnNames: subject, isUnique: true },
        where: "state IN ('proposed', 'approved')",
      },
    ],
  }),
  new Table({
    name: 'money_release_move',
    columns: [
      ...[number, text('release'), text('move'), text('to_state'), text('who'), text('at')],
      ...[text('opinion', blank), text('document', blank), text('returned', blank)],
      text('shown', blank),
    ],
    indices: [{ name: 'money_release_move_by_release', columnNames: ['release', 'number'] }],
  }),
];

/** Conclusions and releases; and calls that are answered once, whatever became of the answer. */
export class Money1795219200008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.dropTable(table);
  }
}
