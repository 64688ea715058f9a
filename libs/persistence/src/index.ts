export { openStore } from './open-store.js';
export type { Purpose } from './prepare-database.js';
