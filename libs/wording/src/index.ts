export * from './audit-words.js';
export * from './capital-amount.js';
export * from './code-words.js';
export * from './failure-words.js';
export * from './paint.js';
export * from './words.js';
export * from './provinces.js';
