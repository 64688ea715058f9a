export { openStore, type Purpose } from './open-store.js';
