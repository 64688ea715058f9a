import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readIntoMemory } from './file-in-memory.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-in-memory-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string, size = content.length) {
  const path = join(folder, 'file');
  await writeFile(path, content);
  return readIntoMemory(path, size);
}

it('reads a file into the memory that was given back, and no byte beyond the file', async () => {
  const first = await read('a long file');
  expect(first.bytes.toString()).toBe('a long file');
  first.giveBack();
  const second = await read('short');
  expect(second.bytes.toString()).toBe('short');
  expect(second.bytes.buffer).toBe(first.bytes.buffer);
  const third = await read('another');
  expect(third.bytes.buffer).not.toBe(second.bytes.buffer);
  expect(second.bytes.toString()).toBe('short');
});

it('takes what there is of a file that became shorter', async () => {
  expect((await read('short', 100)).bytes.toString()).toBe('short');
});
