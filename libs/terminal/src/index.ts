export * from './gate-lines.js';
export * from './outcome-table.js';
