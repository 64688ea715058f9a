import { Table, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';
import type { TypeOfBytes } from '../entities/file.entity.js';

type Options = Partial<TableColumnOptions>;
const text = (name: string, options?: Options) => ({ name, type: 'text', ...options });
const integer = (name: string, options?: Options) => ({ name, type: 'integer', ...options });
const key = { isPrimary: true };
const unique = { isUnique: true };
const blank = { isNullable: true };
const zero = { default: 0 };
const number = integer('number', { ...key, isGenerated: true, generationStrategy: 'increment' });

const tablesWith = (bytes: TypeOfBytes) => [
  new Table({ name: 'installation', columns: [text('purpose', key)] }),
  new Table({ name: 'file', columns: [number, text('sha256', unique)] }),
  new Table({
    name: 'file_piece',
    columns: [number, integer('file'), { name: 'bytes', type: bytes }],
    indices: [{ name: 'file_piece_by_file', columnNames: ['file', 'number'] }],
  }),
  new Table({
    name: 'report',
    columns: [
      ...[number, text('id', unique), text('file', unique), text('file_name')],
      ...[integer('file_size'), text('received_at'), text('state'), integer('tries', zero)],
      ...[
        text('settled_at', blank),
        text('code', blank),
        text('message', blank),
        text('programme', blank),
      ],
      ...[text('subject_code', blank), text('subject_name', blank), integer('year', blank)],
      ...[text('filled_on', blank), text('filled_by', blank), text('contact', blank)],
      ...[text('phone', blank), integer('accepted', zero), integer('rejected', zero)],
      ...[integer('errors', zero), integer('warnings', zero), integer('notices', zero)],
    ],
    indices: [{ name: 'report_by_subject', columnNames: ['programme', 'subject_code', 'year'] }],
  }),
  new Table({
    name: 'ledger_content',
    columns: [integer('report', key), text('ledger', key), integer('rejected')],
    withoutRowid: true,
  }),
  new Table({
    name: 'ledger_row',
    columns: [integer('report', key), text('ledger', key), integer('row', key), text('item')],
    withoutRowid: true,
  }),
  new Table({
    name: 'figure',
    columns: [
      ...[integer('report', key), integer('row', key), text('code'), integer('year')],
      ...[text('value'), text('unit')],
    ],
    withoutRowid: true,
  }),
  new Table({
    name: 'statement',
    columns: [
      ...[integer('report', key), integer('row', key), text('target'), text('completion')],
      ...[text('deviation'), text('proof')],
    ],
    withoutRowid: true,
  }),
  new Table({
    name: 'problem',
    columns: [
      ...[integer('report', key), integer('position', key), text('severity'), text('code')],
      ...[text('sheet', blank), integer('row', blank), text('column', blank)],
      ...[text('seen', blank), text('expected', blank), text('message')],
    ],
    withoutRowid: true,
  }),
  new Table({
    name: 'determination',
    columns: [
      ...[text('hash', key), text('canonical'), text('quantified'), text('overall')],
      ...[text('rulebook'), text('engine')],
    ],
  }),
  new Table({
    name: 'evaluation',
    columns: [
      ...[number, text('programme'), text('subject_code'), integer('year')],
      ...[text('determination'), text('at')],
    ],
    indices: [
      {
        name: 'evaluation_by_subject',
        columnNames: ['programme', 'subject_code', 'year', 'number'],
      },
    ],
  }),
  new Table({
    name: 'finding',
    columns: [
      ...[number, text('id', unique), text('programme'), text('subject_code'), integer('year')],
      ...[text('target'), text('aspect'), text('outcome'), text('reason')],
      ...[text('document', blank), text('replaces', { ...blank, ...unique }), text('recorded_at')],
    ],
    indices: [{ name: 'finding_by_subject', columnNames: ['programme', 'subject_code'] }],
  }),
  new Table({
    name: 'money_entry',
    columns: [
      ...[number, text('id', unique), text('programme'), text('subject_code'), text('kind')],
      ...[text('fen'), text('document'), text('recorded_at')],
    ],
    uniques: [
      {
        name: 'money_entry_document',
        columnNames: ['programme', 'subject_code', 'kind', 'document'],
      },
    ],
  }),
  new Table({
    name: 'audit_entry',
    columns: [number, text('at'), text('who'), text('what'), text('about')],
  }),
  new Table({
    name: 'job',
    columns: [
      ...[number, text('key'), text('state'), integer('attempts', zero), integer('failures', zero)],
      text('not_before'),
      ...[text('worker', blank), text('lease_until', blank), text('reason', blank)],
      text('finished_at', blank),
    ],
    indices: [
      {
        name: 'job_waiting_once',
        columnNames: ['key'],
        isUnique: true,
        where: "state = 'waiting'",
      },
      { name: 'job_by_key', columnNames: ['key', 'number'] },
      {
        name: 'job_unfinished',
        columnNames: ['state', 'number'],
        where: "state IN ('waiting', 'running')",
      },
    ],
  }),
];

/** Everything that the first slice of the service keeps. */
export class FirstSlice1795219200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const isPostgres = runner.dataSource.options.type === 'postgres';
    for (const table of tablesWith(isPostgres ? 'bytea' : 'blob')) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tablesWith('blob').toReversed()) await runner.dropTable(table);
  }
}
