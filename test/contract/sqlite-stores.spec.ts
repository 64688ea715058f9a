import { openStore } from '#persistence';
import { storesContract } from './stores.contract.js';

storesContract('stores in SQLite', (folder) => openStore(folder, 'product'));
