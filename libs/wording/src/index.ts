export * from './paint.js';
export * from './words.js';
