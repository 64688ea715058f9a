import { openStore } from '#persistence';
import { migratedPostgres } from '../services/migrated-places.js';
import { deadlinesContract } from './deadlines.contract.js';
import { matrixContract } from './matrix.contract.js';
import { claimsContract } from './claims.contract.js';
import { movesContract } from './moves.contract.js';
import { papersContract } from './papers.contract.js';
import { plansContract } from './plans.contract.js';
import { samplesContract } from './samples.contract.js';
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
matrixContract('stores in PostgreSQL', open);
movesContract('stores in PostgreSQL', open);
papersContract('stores in PostgreSQL', open);
plansContract('stores in PostgreSQL', open);
samplesContract('stores in PostgreSQL', open);
deadlinesContract('stores in PostgreSQL', open);
claimsContract('stores in PostgreSQL', open);
