import type { Area, Stores, SubjectKey } from '#application';
import { exampleSubject } from '../example-subject.js';
import { storesForEachTest, type OpenStores } from './stores-on-trial.js';

const key: SubjectKey = { programme: '2019-city-operation', code: '999901' };

/** What every store of subjects must hold. */
export function subjectsContract(name: string, open: OpenStores): void {
  describe(`${name}: subjects`, () => {
    let stores: Stores;
    const within = storesForEachTest(open, (opened) => {
      stores = opened;
    });

    it('are listed by code within an area, page by page', async () => {
      const codes = ['960001', '950002', '950001'];
      for (const code of codes) await within(() => stores.subjects.add(exampleSubject(code)));
      const listed = async (area: Area, page = { limit: 5 }) => {
        const { items, next } = await stores.subjects.list(key.programme, area, page);
        return [...items.map(({ code }) => code), next];
      };
      const nation: Area = { kind: 'nation' };
      expect(await listed(nation)).toEqual(['950001', '950002', '960001', null]);
      expect(await listed(nation, { limit: 2 })).toEqual(['950001', '950002', 2]);
      expect(
        (await stores.subjects.list(key.programme, nation, { limit: 2, from: 2 })).items,
      ).toEqual([exampleSubject('960001')]);
      expect(await listed({ kind: 'province', province: '95' })).toEqual([
        '950001',
        '950002',
        null,
      ]);
      expect(await listed({ kind: 'subject', code: '960001' })).toEqual(['960001', null]);
      expect((await stores.subjects.list('another', nation, { limit: 2 })).items).toEqual([]);
    });

    it('cannot be enrolled twice', async () => {
      const enrol = () => within(() => stores.subjects.add(exampleSubject()));
      await enrol();
      expect(await stores.subjects.byKey(key)).toEqual(exampleSubject());
      expect(await stores.subjects.byKey({ ...key, programme: 'another' })).toBeUndefined();
      await expect(enrol()).rejects.toThrow();
    });
  });
}
