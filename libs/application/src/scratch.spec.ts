import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeScratch } from './scratch.js';

const hour = 60 * 60;

describe('the folder for short-lived files', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scratch-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('loses what nobody touched for a day, and nothing that another process may be using', async () => {
    const scratch = await makeScratch(folder);
    for (const [name, hours] of [
      ['left behind', 25],
      ['in use', 23],
    ] as const) {
      const then = Date.now() / 1000 - hours * hour;
      await writeFile(join(scratch, name), '');
      await utimes(join(scratch, name), then, then);
    }
    expect(await makeScratch(folder)).toBe(scratch);
    expect(await readdir(scratch)).toEqual(['in use']);
  });
});
