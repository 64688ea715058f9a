export { EmbeddedQueue } from './embedded-queue.js';
export { BullQueue } from './bull-queue.js';
