import { openStore } from '#persistence';
import { migrateFolder } from '../services/migrated-places.js';
import { peopleContract } from './people.contract.js';

peopleContract('people in SQLite', async (folder) => {
  await migrateFolder(folder);
  return [await openStore(folder, 'product'), await openStore(folder, 'product')];
});
