import { openStore } from '#persistence';
import { enrolExample, exampleSubject } from '../example-subject.js';
import { demandWholeAudit } from '../whole-audit.js';
import { storesForEachTest, type OpenStores, type PlacedStores } from './stores-on-trial.js';

const at = '2026-11-21T12:00:00.000+08:00';
const incoming = {
  ...{ id: 'one', subject: { programme: '2019-city-operation', code: '999901' }, file: 'a hash' },
  ...{ fileName: 'one.xlsx', fileSize: 3, receivedAt: at, receivedFrom: 'a clerk', beside: false },
};

/** What every change of a store must hold to. */
export function changesContract(name: string, open: OpenStores<PlacedStores>): void {
  describe(`${name}: changes`, () => {
    let stores: PlacedStores;
    storesForEachTest(open, (opened) => {
      stores = opened;
    });

    it('are refused without an audit entry', async () => {
      const change = stores.transactions.run(() => stores.reports.add(incoming));
      await expect(change).rejects.toThrow('a change without an audit entry: report');
      expect(await stores.reports.byId('one')).toBeUndefined();
    });

    it('make one chain, whichever of several processes they come from', async () => {
      const other = await openStore(stores.place, 'product');
      const codes = Array.from({ length: 20 }, (_, index) => String(999_910 + index));
      await Promise.all(
        codes.map((code, index) =>
          enrolExample([stores, other][index % 2] ?? stores, exampleSubject(code)),
        ),
      );
      expect(await other.audit.checkpoint()).toEqual(await stores.audit.checkpoint());
      await other.close();
      await demandWholeAudit(stores.place);
    });

    it('keep to the hash that the chain was begun with', async () => {
      await expect(openStore(stores.place, 'product', 'sm3')).rejects.toThrow('不能改用 sm3');
    });
  });
}
