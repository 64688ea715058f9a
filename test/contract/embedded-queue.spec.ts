import { setTimeout as pause } from 'node:timers/promises';
import { openQueue } from '#queue';
import { queueContract } from './queue.contract.js';

queueContract('the embedded queue', undefined);

it('does two jobs at a time in a process, and no more', async () => {
  const queue = await openQueue(undefined, () => undefined);
  let [left, running, most] = [6, 0, 0];
  queue.start(async () => {
    if (left === 0) return false;
    left -= 1;
    most = Math.max(most, ++running);
    await pause(20);
    running -= 1;
    return true;
  });
  while (left > 0) await pause(5);
  await queue.stop();
  expect(most).toBe(2);
});
