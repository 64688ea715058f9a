import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string) => ({ name, type: 'text' });
const integer = (name: string) => ({ name, type: 'integer' });
const number = {
  ...{ ...integer('number'), isPrimary: true },
  ...({ isGenerated: true, generationStrategy: 'increment' } as const),
};

const tables = [
  new Table({
    name: 'deadline',
    columns: [
      ...[number, { ...text('id'), isUnique: true }, text('programme'), integer('year')],
      ...[text('step'), text('due'), { ...integer('workdays'), isNullable: true }],
      ...[{ ...text('counted_after'), isNullable: true }, text('remind_from'), text('document')],
      { ...text('replaces'), isNullable: true, isUnique: true },
      ...[text('recorded_at'), text('recorded_by')],
    ],
    indices: [{ name: 'deadline_by_programme', columnNames: ['programme'] }],
  }),
  new Table({
    name: 'holiday_table',
    columns: [
      ...[number, integer('year')],
      ...['document', 'holidays', 'workdays', 'recorded_at', 'recorded_by'].map(text),
    ],
  }),
  new Table({
    name: 'reminder',
    columns: [
      ...[number, { ...text('id'), isUnique: true }],
      ...['programme', 'deadline', 'kind', 'account', 'at'].map(text),
    ],
  }),
  new Table({
    name: 'reminder_subject',
    columns: [
      ...[integer('reminder'), text('code')].map((column) => ({ ...column, isPrimary: true })),
      ...['deadline', 'kind', 'account'].map(text),
    ],
    uniques: [{ name: 'reminder_once', columnNames: ['deadline', 'kind', 'account', 'code'] }],
    indices: [{ name: 'reminder_by_subject', columnNames: ['code', 'reminder'] }],
  }),
  new Table({
    name: 'reminder_delivery',
    columns: [
      ...[number, integer('reminder'), text('outcome')],
      ...[{ ...text('reason'), isNullable: true }, text('at')],
    ],
    indices: [{ name: 'reminder_delivery_of', columnNames: ['reminder'] }],
  }),
];

/** Deadlines, the holidays that they are counted by, and reminders of them. */
export class Deadlines1795219200010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.dropTable(table);
  }
}
