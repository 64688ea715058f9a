import { openStore } from '#persistence';
import { migrateFolder } from '../services/migrated-places.js';
import { storesContract } from './stores.contract.js';

const open = async (folder: string) => {
  await migrateFolder(folder);
  return { ...(await openStore(folder, 'product')), place: folder };
};

storesContract('stores in SQLite', open);
