import { openStore } from '#persistence';
import { migratedPostgres } from '../services/migrated-places.js';
import { storesContract } from './stores.contract.js';

const open = async () => {
  const { url, drop } = await migratedPostgres();
  const stores = await openStore(url, 'product');
  const close = async () => {
    await stores.close();
    await drop();
  };
  return { ...stores, place: url, close };
};

storesContract('stores in PostgreSQL', open);
