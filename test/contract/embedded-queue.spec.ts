import { queueContract } from './queue.contract.js';

queueContract('the embedded queue', undefined);
