import type { Page, Stores, SubjectKey } from '#application';
import { storesForEachTest, type OpenStores } from './stores-on-trial.js';

const at = '2026-11-21T12:00:00.000+08:00';
const key: SubjectKey = { programme: '2019-city-operation', code: '999901' };

/** What every list of something about a subject must hold. */
export function listsContract(name: string, open: OpenStores): void {
  describe(`${name}: lists of a subject`, () => {
    let stores: Stores;
    const within = storesForEachTest(open, (opened) => {
      stores = opened;
    });

    it('come page by page, and the last page says that it is', async () => {
      const evaluated = (year: number, hash: string) => {
        const gate = {
          ...({ quantified: 'eligible', overall: 'undetermined' } as const),
          ...{ policy: '', clause: { document: '', article: '', quote: '' } },
          blocking: { quantified: [], overall: [] },
        };
        const document = { year, gate, rulebook: '1', engine: '2', targets: [] };
        return { hash, canonical: hash, document };
      };
      const entry = { kind: 'award' as const, fen: 1n, replaces: null, recordedAt: at };
      const finding = {
        ...{ target: 't', on: 'o', year: 2021, outcome: 'met' as const, reason: 'r' },
        ...{ replaces: null, recordedAt: at },
      };
      for (const id of ['1', '2', '3']) {
        await within(async () => {
          await stores.money.add(key, { ...entry, id, document: id });
          await stores.findings.add(key, { ...finding, id });
          await stores.determinations.add(key, 'draft', evaluated(2021, id), at);
        });
      }
      const { determinations, findings, money } = stores;
      const told = async <T>(
        list: (page: { limit: number; from?: number }) => Promise<Page<T>>,
        name: (item: T) => string,
      ) => {
        const first = await list({ limit: 2 });
        if (first.next === null) throw new Error('there is another page');
        const second = await list({ limit: 1, from: first.next });
        expect(second.next).toBeNull();
        return [...first.items, ...second.items].map(name);
      };
      expect(
        await told(
          (page) => money.list(key, page),
          ({ id }) => id,
        ),
      ).toEqual(['1', '2', '3']);
      expect(
        await told(
          (page) => findings.list(key, page),
          ({ id }) => id,
        ),
      ).toEqual([...['1', '2', '3']]);
      expect(
        await told(
          (page) => determinations.evaluations(key, page),
          ({ hash }) => hash,
        ),
      ).toEqual(['3', '2', '1']);
      expect(await determinations.current(key, 2021, 'draft')).toEqual({
        ...{ hash: '3', year: 2021, standing: 'draft', at, rulebook: '1', engine: '2' },
        ...{ quantified: 'eligible', overall: 'undetermined' },
      });
      expect(await determinations.current(key, 2020, 'draft')).toBeUndefined();
    });
  });
}
