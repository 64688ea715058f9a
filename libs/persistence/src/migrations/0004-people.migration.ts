import { Table, type MigrationInterface, type QueryRunner, type TableColumnOptions } from 'typeorm';

type Options = Partial<TableColumnOptions>;
const text = (name: string, options?: Options) => ({ name, type: 'text', ...options });
const integer = (name: string, options?: Options) => ({ name, type: 'integer', ...options });
const key = { isPrimary: true };
const unique = { isUnique: true };
const blank = { isNullable: true };
const number = integer('number', { ...key, isGenerated: true, generationStrategy: 'increment' });

const tables = [
  new Table({
    name: 'account',
    columns: [
      ...[number, text('id', unique), text('email'), text('name'), text('organisation')],
      ...[text('created_at'), text('role', blank), text('area', blank), text('closed_at', blank)],
    ],
    indices: [
      {
        name: 'account_open_email',
        columnNames: ['email'],
        isUnique: true,
        where: 'closed_at IS NULL',
      },
    ],
  }),
  new Table({
    name: 'credential',
    columns: [
      ...[text('account', key), text('password_hash', blank), text('device', blank)],
      ...[text('code_hash', { ...blank, ...unique }), text('code_until', blank)],
      ...[integer('failures'), text('locked_until', blank), integer('last_step')],
      text('offered_device', blank),
    ],
  }),
  new Table({ name: 'first_code', columns: [text('code_hash', key)] }),
  new Table({ name: 'secrets_key', columns: [text('mark', key)] }),
  new Table({
    name: 'session',
    columns: [
      ...[number, text('id', unique), text('secret_hash', unique), text('account')],
      ...[text('begun_at'), text('seen_at'), text('ends_at')],
    ],
    indices: [{ name: 'session_by_account', columnNames: ['account'] }],
  }),
  new Table({
    name: 'api_token',
    columns: [
      ...[number, text('id', unique), text('secret_hash', unique), text('account'), text('name')],
      ...[text('scopes'), text('issued_at'), text('expires_at'), text('revoked_at', blank)],
    ],
    indices: [{ name: 'api_token_by_account', columnNames: ['account'] }],
  }),
];

/** Accounts, what they sign in with, who is signed in, and which machines act for whom. */
export class People1795219200004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.dropTable(table);
  }
}
