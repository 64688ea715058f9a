import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** A database on the server of the tests. */
export interface FreshPostgres {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/**
 * A new database on the server of the tests; remove it with `drop`.
 * @param template the URL of one that nobody is connected to, which it is a copy of; else it is empty
 */
export async function freshPostgres(template?: string): Promise<FreshPostgres> {
  const server = process.env['TEST_POSTGRES_URL'];
  if (server === undefined) throw new Error('TEST_POSTGRES_URL names no server');
  const name = `trial_${randomUUID().replaceAll('-', '')}`;
  const like = template === undefined ? '' : ` TEMPLATE ${new URL(template).pathname.slice(1)}`;
  await onServer(server, `CREATE DATABASE ${name}${like}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
