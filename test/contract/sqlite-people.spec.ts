import { openStore } from '#persistence';
import { peopleContract } from './people.contract.js';

peopleContract('SQLite', async (folder) => [
  await openStore(folder, 'product'),
  await openStore(folder, 'product'),
]);
