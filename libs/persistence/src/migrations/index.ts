import { FirstSlice1795219200000 } from './0001-first-slice.migration.js';

/** Every migration, in order. */
export const migrations = [FirstSlice1795219200000];
