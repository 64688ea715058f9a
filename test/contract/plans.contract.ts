import type { PlanDecision, PlanFiling, Stores, SubjectKey } from '#application';
import { storesForEachTest, type OpenStores } from './stores-on-trial.js';

const at = '2026-11-21T12:00:00.000+08:00';
const key: SubjectKey = { programme: '2019-city-operation', code: '999901' };
const filed: Omit<PlanFiling, 'decision'> = {
  ...{ id: 'one', document: '示例政〔2019〕1号', approval: null, amends: null },
  ...{ content: '{"document":"示例政〔2019〕1号"}', filedAt: at, filedBy: 'a clerk' },
};
const accepted: PlanDecision = {
  ...{ outcome: 'accepted', opinion: '同意', decidedAt: at, decidedBy: 'a reviewer' },
};

/** What every store of filed plans must hold. */
export function plansContract(name: string, open: OpenStores): void {
  describe(`${name}: plans`, () => {
    let stores: Stores;
    const within = storesForEachTest(open, (opened) => {
      stores = opened;
    });

    it('come back in the order of filing, with what was decided about each', async () => {
      const amendment = { ...filed, id: 'two', approval: '同意函1号', amends: 'one' };
      for (const each of [filed, amendment]) await within(() => stores.plans.add(key, each));
      await within(() => stores.plans.add({ ...key, code: '999902' }, { ...filed, id: 'three' }));
      await within(() => stores.plans.decide('one', accepted));
      expect(await stores.plans.all(key)).toEqual([
        { ...filed, decision: accepted },
        { ...amendment, decision: null },
      ]);
      expect(await stores.plans.all({ ...key, programme: 'another' })).toEqual([]);
    });

    it('are decided once', async () => {
      await within(() => stores.plans.add(key, filed));
      await within(() => stores.plans.decide('one', accepted));
      const declined = { ...accepted, outcome: 'declined' as const };
      await expect(within(() => stores.plans.decide('one', declined))).rejects.toThrow();
      expect((await stores.plans.all(key))[0]?.decision).toEqual(accepted);
    });
  });
}
