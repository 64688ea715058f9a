export { EmbeddedQueue, mostAttempts } from './embedded-queue.js';
