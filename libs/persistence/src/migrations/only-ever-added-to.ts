import type { QueryRunner } from 'typeorm';

/** Makes the database itself refuse to change or remove rows of a table. */
export async function onlyEverAddedTo(runner: QueryRunner, table: string): Promise<void> {
  const refusal = `${table} is only ever added to`;
  if (runner.dataSource.options.type === 'postgres') {
    await runner.query(
      `CREATE FUNCTION ${table}_refuses() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION '${refusal}'; END $$`,
    );
    await runner.query(
      `CREATE TRIGGER ${table}_refuses BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
       FOR EACH STATEMENT EXECUTE FUNCTION ${table}_refuses()`,
    );
    return;
  }
  for (const change of ['UPDATE', 'DELETE']) {
    await runner.query(
      `CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
       BEGIN SELECT RAISE(ABORT, '${refusal}'); END`,
    );
  }
}
