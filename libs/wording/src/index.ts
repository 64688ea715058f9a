export * from './gate-lines.js';
export * from './outcome-table.js';
export * from './paint.js';
export * from './words.js';
