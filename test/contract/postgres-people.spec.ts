import { openStore } from '#persistence';
import { migratedPostgres } from '../services/migrated-places.js';
import { peopleContract } from './people.contract.js';

peopleContract('people in PostgreSQL', async () => {
  const { url, drop } = await migratedPostgres();
  const one = await openStore(url, 'product');
  const close = async () => {
    await one.close();
    await drop();
  };
  return [{ ...one, close }, await openStore(url, 'product')];
});
