import { openStore } from '#persistence';
import { movesContract } from './moves.contract.js';
import { plansContract } from './plans.contract.js';
import { storesContract } from './stores.contract.js';

const open = async (folder: string) => ({
  ...(await openStore(folder, 'product')),
  place: folder,
});

storesContract('stores in SQLite', open);
movesContract('stores in SQLite', open);
plansContract('stores in SQLite', open);
