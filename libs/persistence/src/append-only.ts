import type { QueryRunner } from 'typeorm';

/** What is decided is only ever added to; the database holds the last line. */
export const appendOnlyTables = [
  'subject',
  'yearly_run',
  'yearly_run_subject',
  'yearly_run_result',
  'yearly_run_summary',
  'report_move',
  'determination',
  'verdict_lines',
  'evaluation',
  'finding',
  'row_finding',
  'claim',
  'contested_claim',
  'plan_filing',
  'plan_decision',
  'sample',
  'sample_row',
  'sample_mark',
  'deadline',
  'holiday_table',
  'reminder',
  'reminder_subject',
  'reminder_delivery',
  'money_entry',
  'weights',
  'paper',
  'paper_file',
  'conclusion',
  'money_release_move',
  'audit_entry',
  'seal',
  'installation',
  'secrets_key',
];

/** Makes the database itself refuse to change or remove rows; where it does already, nothing. */
export async function guardAppendOnly(runner: QueryRunner): Promise<void> {
  const isPostgres = runner.dataSource.options.type === 'postgres';
  for (const table of appendOnlyTables) {
    const guards = isPostgres ? guardsInPostgres(table) : guardsInSqlite(table);
    for (const guard of guards) await runner.query(guard);
  }
}

const refusal = (table: string) => `${table} is only ever added to`;

function guardsInPostgres(table: string): readonly string[] {
  return [
    `CREATE OR REPLACE FUNCTION ${table}_refuses() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION '${refusal(table)}'; END $$`,
    `CREATE OR REPLACE TRIGGER ${table}_refuses BEFORE UPDATE OR DELETE ON ${table}
     FOR EACH ROW EXECUTE FUNCTION ${table}_refuses()`,
    `CREATE OR REPLACE TRIGGER ${table}_refuses_truncate BEFORE TRUNCATE ON ${table}
     FOR EACH STATEMENT EXECUTE FUNCTION ${table}_refuses()`,
  ];
}

/** A change of a table's columns makes it anew, without its triggers. */
function guardsInSqlite(table: string): readonly string[] {
  return ['UPDATE', 'DELETE'].map(
    (change) =>
      `CREATE TRIGGER IF NOT EXISTS ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
       BEGIN SELECT RAISE(ABORT, '${refusal(table)}'); END`,
  );
}
