import type { Stores, SubjectKey } from '#application';
import { storesForEachTest, type OpenStores } from './stores-on-trial.js';

const at = '2026-11-21T12:00:00.000+08:00';
const key: SubjectKey = { programme: '2019-city-operation', code: '999901' };

/** What every store of findings must hold. */
export function findingsContract(name: string, open: OpenStores): void {
  describe(`${name}: findings`, () => {
    let stores: Stores;
    const within = storesForEachTest(open, (opened) => {
      stores = opened;
    });

    it('come back in the order recorded', async () => {
      const finding = {
        ...{ target: 'cluster-zone', on: 'built', year: 2021, outcome: 'met' as const },
        ...{ reason: '实地核查', recordedAt: at },
      };
      const first = { ...finding, id: '1', replaces: null };
      const second = { ...finding, id: '2', replaces: '1', document: '核查〔2022〕1号' };
      for (const each of [first, second]) await within(() => stores.findings.add(key, each));
      expect(await stores.findings.all(key)).toEqual([first, second]);
    });
  });
}
