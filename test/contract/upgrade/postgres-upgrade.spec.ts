import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { freshPostgres } from '../../services/fresh-postgres.js';
import { upgradeContract } from './upgrade.contract.js';

upgradeContract('a PostgreSQL database of the first version', async () => {
  const { url, drop } = await freshPostgres();
  const client = new Client(url);
  await client.connect();
  await client.query(await readFile('test/contract/upgrade/0001.postgres.sql', 'utf8'));
  await client.end();
  return { place: url, remove: drop };
});
