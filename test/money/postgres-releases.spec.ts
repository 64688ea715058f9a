import { Client } from 'pg';
import { openStore } from '#persistence';
import { migratedPostgres } from '../services/migrated-places.js';
import { MoneyOnTrial } from './money-on-trial.js';
import { releasesContract } from './releases.contract.js';

async function openPostgres() {
  const { url, drop } = await migratedPostgres();
  const stores = await openStore(url, 'product');
  const connected = async () => {
    const client = new Client(url);
    await client.connect();
    return client;
  };
  const [one, other] = await Promise.all([connected(), connected()]);
  const close = async () => {
    await Promise.all([one, other].map((each) => each.end()));
    await stores.close();
    await drop();
  };
  return { stores, one, other, close };
}

releasesContract('money in PostgreSQL', async () => {
  const { stores, one, close } = await openPostgres();
  const run = (sql: string, values: readonly (string | number)[] = []) => {
    let place = 0;
    return one.query(
      sql.replaceAll('?', () => `$${++place}`),
      [...values],
    );
  };
  return { stores, bare: { run }, close };
});

describe('PostgreSQL', () => {
  it('keeps two writers who do not see each other within the award', async () => {
    const { stores, one, other, close } = await openPostgres();
    await MoneyOnTrial.eligible(stores);
    const settled = await Promise.allSettled(
      [one, other].map(async (client, index) => {
        await client.query('BEGIN');
        await client.query(
          `INSERT INTO money_entry
             (id, programme, subject_code, kind, fen, document, recorded_at)
           VALUES ($1, '2019-city-operation', '999901', 'payment', '5000000000', $1, '')`,
          [String(index)],
        );
        await client.query('COMMIT');
      }),
    );
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await close();
  });
});
