import { queueContract } from './queue.contract.js';

queueContract('the queue on Redis', process.env['TEST_REDIS_URL'] ?? '');
