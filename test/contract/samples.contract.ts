import type { Mark, Sample, Stores, SubjectKey } from '#application';
import { rowAsJson } from '#report';
import { storesForEachTest, type OpenStores } from './stores-on-trial.js';

const at = '2026-11-21T12:00:00.000+08:00';
const key: SubjectKey = { programme: '2019-city-operation', code: '999901' };
const row = (number: number) => ({
  ...{ report: 'a report', file: 'a hash', ledger: 'institutions', row: number },
});
const sample: Sample = {
  ...{ id: 'one', year: 2021, seed: 's', population: 2, drawnAt: at, drawnBy: 'a reviewer' },
  rows: [row(3), row(2)],
};

/** What every store of samples must hold. */
export function samplesContract(name: string, open: OpenStores): void {
  describe(`${name}: samples`, () => {
    let stores: Stores;
    const within = storesForEachTest(open, (opened) => {
      stores = opened;
    });
    beforeEach(async () => {
      await within(async () => {
        await stores.reports.add({
          ...{ id: 'a report', subject: key, file: 'a hash', fileName: 'a.xlsx', fileSize: 1 },
          ...{ receivedAt: at, receivedFrom: 'a clerk', beside: false },
        });
        const content = await stores.reports.write('a report');
        const rows = [2, 3].map((number) => ({ row: number, values: { name: `第${number}行` } }));
        await content.rows('institutions', rows.map(rowAsJson));
      });
    });

    it('come back in the order drawn, with the cells of their rows', async () => {
      await within(() => stores.samples.add(key, sample));
      await within(() => stores.samples.add(key, { ...sample, id: 'two', rows: [row(2)] }));
      expect(await stores.samples.ofYear(key, 2021)).toEqual([
        sample,
        { ...sample, id: 'two', rows: [row(2)] },
      ]);
      expect(await stores.samples.cells('one')).toEqual([{ name: '第3行' }, { name: '第2行' }]);
      expect(await stores.samples.ofYear(key, 2020)).toEqual([]);
      expect(await stores.samples.ofYear({ ...key, code: '999902' }, 2021)).toEqual([]);
    });

    it('are drawn from all rows of the reports', async () => {
      const rows = await stores.samples.rowsOf([{ id: 'a report', file: 'a hash' }]);
      expect(rows.toSorted((a, b) => a.row - b.row)).toEqual([row(2), row(3)]);
      expect(await stores.samples.rowsOf([])).toEqual([]);
    });

    it('keep every mark in the order made', async () => {
      await within(() => stores.samples.add(key, sample));
      const mark: Mark = {
        ...{ position: 1, outcome: 'confirmed', reason: '实地核对' },
        ...{ markedAt: at, markedBy: 'a reviewer' },
      };
      const second: Mark = { ...mark, outcome: 'not-confirmed', reason: '查无此证' };
      for (const each of [mark, second]) await within(() => stores.samples.addMark('one', each));
      expect(await stores.samples.marks('one')).toEqual([mark, second]);
    });
  });
}
