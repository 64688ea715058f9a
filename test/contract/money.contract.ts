import type { Stores, SubjectKey } from '#application';
import { storesForEachTest, type OpenStores } from './stores-on-trial.js';

const at = '2026-11-21T12:00:00.000+08:00';
const key: SubjectKey = { programme: '2019-city-operation', code: '999901' };

/** What every store of money entries must hold. */
export function moneyContract(name: string, open: OpenStores): void {
  describe(`${name}: money`, () => {
    let stores: Stores;
    const within = storesForEachTest(open, (opened) => {
      stores = opened;
    });

    const award = {
      ...({ kind: 'award', fen: 1n, document: '一号' } as const),
      ...{ replaces: null, recordedAt: at },
    };

    it('is exact beyond what a double holds', async () => {
      const fen = 2n ** 60n + 1n;
      const entry = { ...award, id: '1', fen };
      await within(() => stores.money.add(key, entry));
      expect(await stores.money.entries(key)).toEqual([entry]);
      expect(await stores.money.entries({ ...key, code: '999902' })).toEqual([]);
    });

    it('cannot name one document twice for one kind', async () => {
      await within(() => stores.money.add(key, { ...award, id: '1' }));
      await expect(within(() => stores.money.add(key, { ...award, id: '2' }))).rejects.toThrow();
    });

    it('is corrected once by another entry, which names the one that it replaces', async () => {
      const add = (id: string, replaces: string | null) => {
        const entry = { ...award, id, document: id, replaces };
        return within(() => stores.money.add(key, entry));
      };
      await add('1', null);
      await add('2', '1');
      expect(await stores.money.entries(key)).toMatchObject([
        { id: '1', replaces: null },
        { id: '2', replaces: '1' },
      ]);
      await expect(add('3', '1')).rejects.toThrow();
      await add('3', '2');
    });
  });
}
