import { BullQueue } from '#queue';
import { queueContract } from './queue.contract.js';

const server = process.env['TEST_POSTGRES_URL'] ?? '';

queueContract('the queue on PostgreSQL', (poll) => {
  const faults: unknown[] = [];
  return { queue: new BullQueue(server, (fault) => faults.push(fault), poll), faults };
});
