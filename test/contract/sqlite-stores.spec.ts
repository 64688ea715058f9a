import { openStore } from '#persistence';
import { migrateFolder } from '../services/migrated-places.js';
import { deadlinesContract } from './deadlines.contract.js';
import { matrixContract } from './matrix.contract.js';
import { claimsContract } from './claims.contract.js';
import { movesContract } from './moves.contract.js';
import { papersContract } from './papers.contract.js';
import { plansContract } from './plans.contract.js';
import { samplesContract } from './samples.contract.js';
import { storesContract } from './stores.contract.js';

const open = async (folder: string) => {
  await migrateFolder(folder);
  return { ...(await openStore(folder, 'product')), place: folder };
};

storesContract('stores in SQLite', open);
matrixContract('stores in SQLite', open);
movesContract('stores in SQLite', open);
papersContract('stores in SQLite', open);
plansContract('stores in SQLite', open);
samplesContract('stores in SQLite', open);
deadlinesContract('stores in SQLite', open);
claimsContract('stores in SQLite', open);
