export { EmbeddedQueue } from './embedded-queue.js';
