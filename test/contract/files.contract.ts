import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stores, SubjectKey } from '#application';
import { storesForEachTest, type OpenStores } from './stores-on-trial.js';

const at = '2026-11-21T12:00:00.000+08:00';
const key: SubjectKey = { programme: '2019-city-operation', code: '999901' };

/** What every store of files must hold. */
export function filesContract(name: string, open: OpenStores): void {
  describe(`${name}: files`, () => {
    let stores: Stores;
    let folder: string;
    const within = storesForEachTest(open, (opened, kept) => {
      [stores, folder] = [opened, kept];
    });

    it('come back to the byte, however long', async () => {
      const bytes = Buffer.from(Array.from({ length: 700_000 }, (_, index) => index % 251));
      await writeFile(join(folder, 'in'), bytes);
      await within(() => stores.files.add('a hash', join(folder, 'in')));
      await stores.files.copyTo('a hash', join(folder, 'out'));
      expect((await readFile(join(folder, 'out'))).equals(bytes)).toBe(true);
    });

    it('are kept once', async () => {
      await writeFile(join(folder, 'in'), 'bytes');
      for (const time of [1, 2]) {
        await within(() => stores.files.add('a hash', join(folder, 'in')));
        await stores.files.copyTo('a hash', join(folder, `out ${time}`));
      }
      expect(await readFile(join(folder, 'out 2'), 'utf8')).toBe('bytes');
    });

    it('are gone once removed', async () => {
      await writeFile(join(folder, 'in'), 'bytes');
      await within(() => stores.files.add('a hash', join(folder, 'in')));
      await within(() => stores.files.remove('a hash'));
      await expect(stores.files.copyTo('a hash', join(folder, 'out'))).rejects.toThrow();
    });

    it('stay where an issued paper is made of them', async () => {
      await writeFile(join(folder, 'in'), 'bytes');
      await within(async () => {
        await stores.files.add('a hash', join(folder, 'in'));
        await stores.papers.add({
          ...{ id: 'one', code: 'A', kind: 'self-assessment', subject: key, year: 2021 },
          ...{ standing: 'draft', release: null, determination: '', content: '', gist: '' },
          ...{ issuedAt: at, issuedBy: 'a clerk' },
          files: [{ format: 'pdf', sha256: 'a hash' }],
        });
      });
      await within(() => stores.files.remove('a hash'));
      await stores.files.copyTo('a hash', join(folder, 'out'));
      expect(await readFile(join(folder, 'out'), 'utf8')).toBe('bytes');
    });
  });
}
