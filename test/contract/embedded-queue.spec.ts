import { EmbeddedQueue } from '#queue';
import { queueContract } from './queue.contract.js';

queueContract('the embedded queue', (poll) => {
  const faults: unknown[] = [];
  return { queue: new EmbeddedQueue((fault) => faults.push(fault), poll), faults };
});
