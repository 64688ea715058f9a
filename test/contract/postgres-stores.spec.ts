import { openStore } from '#persistence';
import { freshPostgres } from '../services/fresh-postgres.js';
import { storesContract } from './stores.contract.js';

storesContract('stores in PostgreSQL', async () => {
  const { url, drop } = await freshPostgres();
  const stores = await openStore(url, 'product');
  const close = async () => {
    await stores.close();
    await drop();
  };
  return { ...stores, place: url, close };
});
