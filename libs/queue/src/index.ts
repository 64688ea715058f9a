export { openQueue } from './open-queue.js';
