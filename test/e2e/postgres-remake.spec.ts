import { Client } from 'pg';
import { freshPostgres } from '../services/fresh-postgres.js';
import { run } from './cli-on-trial.js';
import { ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

describe('a determination stored in PostgreSQL and made again', () => {
  let place: Awaited<ReturnType<typeof freshPostgres>>;
  let service: ServiceOnTrial;
  let client: Client;
  beforeAll(async () => {
    place = await freshPostgres();
    service = await ServiceOnTrial.start({ DATABASE_URL: place.url });
    for (const year of [2020, 2021]) await service.submit(smallReport(year));
    client = new Client(place.url);
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await service.stop();
    await place.drop();
  });

  const command = (way: string) => run([way], { DATABASE_URL: place.url });
  /** Every row of every table, by who wrote it and where it lies. */
  const rowsKept = async () => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'",
    );
    const kept = rows.map(({ name }) => `SELECT '${name}', ctid::text, xmin::text FROM ${name}`);
    return (await client.query({ text: kept.join(' UNION ALL '), rowMode: 'array' })).rows;
  };
  const tamper = (from: string, to: string) =>
    client.query('UPDATE ledger_row SET item = replace(item, $1, $2)', [from, to]);

  it.each(['verify', 'replay'])('is the same by %s, which writes nothing', async (way) => {
    const before = await rowsKept();
    const { status, stdout } = command(way);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/ 2 · 全部一致/)]);
    expect(await rowsKept()).toEqual(before);
  });

  it.each(['verify', 'replay'])('differs by %s while a row of it is another', async (way) => {
    await tamper('"amount":100500000', '"amount":900500000');
    const { status, stdout } = command(way);
    await tamper('"amount":900500000', '"amount":100500000');
    expect([status, stdout]).toEqual([1, expect.stringMatching(/不同 \d/)]);
  });
});
