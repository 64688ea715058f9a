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

    it('is exact beyond what a double holds', async () => {
      const fen = 2n ** 60n + 1n;
      const entry = { id: '1', kind: 'award' as const, fen, document: '一号', recordedAt: at };
      await within(() => stores.money.add(key, entry));
      expect(await stores.money.entries(key)).toEqual([entry]);
      expect(await stores.money.entries({ ...key, code: '999902' })).toEqual([]);
    });

    it('cannot name one document twice for one kind', async () => {
      const entry = { kind: 'award' as const, fen: 1n, document: '一号', recordedAt: at };
      await within(() => stores.money.add(key, { ...entry, id: '1' }));
      await expect(within(() => stores.money.add(key, { ...entry, id: '2' }))).rejects.toThrow();
    });
  });
}
