import { queueContract } from './queue.contract.js';

queueContract('the queue on PostgreSQL', process.env['TEST_POSTGRES_URL'] ?? '');
