import { openStore } from '#persistence';
import { storesContract } from './stores.contract.js';

storesContract('stores in SQLite', async (folder) => ({
  ...(await openStore(folder, 'product')),
  place: folder,
}));
