import { openStore } from '#persistence';
import { freshPostgres } from '../services/fresh-postgres.js';
import { peopleContract } from './people.contract.js';

peopleContract('PostgreSQL', async () => {
  const { url, drop } = await freshPostgres();
  const one = await openStore(url, 'product');
  const close = async () => {
    await one.close();
    await drop();
  };
  return [{ ...one, close }, await openStore(url, 'product')];
});
