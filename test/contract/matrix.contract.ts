import type { Area, FrozenDetermination, MatrixLine, Standing, Stores } from '#application';
import { exampleSubject } from '../example-subject.js';
import { storesForEachTest, type OpenStores } from './stores-on-trial.js';

const at = '2026-11-21T12:00:00.000+08:00';
const programme = '2019-city-operation';
const nation: Area = { kind: 'nation' };
const codes = ['950001', '950002', '960001'];
const [first = '', second = ''] = codes;

const line = {
  ...({ target: 't', outcome: 'met', overall: 'undetermined', due: true } as const),
  ...({ margin: '-0.01', unit: '万元', difference: 'within-5' } as const),
};

function frozen(hash: string, year = 2021): FrozenDetermination {
  const gate = { quantified: 'eligible', overall: 'undetermined' } as const;
  return {
    ...{ hash, canonical: hash },
    document: { year, gate, rulebook: '1', engine: '2', targets: [line] },
  };
}

/** What every matrix of subjects and targets must hold. */
export function matrixContract(name: string, open: OpenStores): void {
  describe(`${name}: the matrix of a year`, () => {
    let stores: Stores;
    const within = storesForEachTest(open, (opened) => {
      stores = opened;
    });
    beforeEach(async () => {
      for (const code of codes.toReversed()) {
        await within(() => stores.subjects.add(exampleSubject(code)));
      }
    });

    const evaluated = (code: string, standing: Standing, ...given: Parameters<typeof frozen>) =>
      within(() => stores.determinations.add({ programme, code }, standing, frozen(...given), at));
    const moved = (code: string, year: number, sequence: number, to: 'submitted' | 'returned') =>
      within(() =>
        stores.moves.add(
          { programme, code },
          {
            ...{ id: `${code} ${year} ${sequence}`, year, round: 1, sequence, to, at },
            ...({ move: 'submit', from: 'draft', who: 'a clerk', role: 'city-clerk' } as const),
            ...{ opinion: '', reasons: [], parts: [] },
          },
        ),
      );
    const matrix = async (area = nation, year = 2021) =>
      (await stores.matrix.ofYear(programme, year, area, { limit: 10 })).items;
    const lineOf = async (code: string): Promise<MatrixLine | undefined> =>
      (await matrix()).find((each) => each.code === code);

    it('has a line a subject of the area, by code, page by page', async () => {
      expect((await matrix()).map(({ code }) => code)).toEqual(codes);
      expect(await matrix({ kind: 'province', province: '95' })).toHaveLength(2);
      expect(await matrix({ kind: 'subject', code: second })).toMatchObject([{ code: second }]);
      const page = await stores.matrix.ofYear(programme, 2021, nation, { limit: 2 });
      expect(page).toMatchObject({ items: [{ code: first }, { code: second }], next: 2 });
      const last = await stores.matrix.ofYear(programme, 2021, nation, { limit: 2, from: 2 });
      expect(last).toMatchObject({ items: [{ code: '960001' }], next: null });
      expect(await stores.matrix.ofYear('another', 2021, nation, { limit: 2 })).toEqual({
        ...{ items: [], next: null },
      });
    });

    it('tells the same page until anything is committed, and within a transaction what it did', async () => {
      const page = () => stores.matrix.ofYear(programme, 2021, nation, { limit: 10 });
      const isRemembered = async () => (await page()) === (await page());
      // PostgreSQL counts what is committed in its other databases, as by other suites, too.
      const isRememberedOnce = async (tries = 20): Promise<boolean> =>
        (await isRemembered()) || (tries > 1 && isRememberedOnce(tries - 1));
      expect(await isRememberedOnce()).toBe(true);
      await within(async () => {
        await stores.subjects.add(exampleSubject('960002'));
        expect((await page()).items).toHaveLength(4);
      });
      expect((await page()).items).toHaveLength(4);
      expect(await isRememberedOnce()).toBe(true);
    });

    it('says nothing of who has done nothing', async () => {
      const { name: called } = exampleSubject(first);
      expect(await lineOf(first)).toEqual({
        ...{ code: first, name: called, underDirectPlanning: false },
        ...{ state: null, determination: null },
      });
    });

    it('tells a draft, and the last move of that year', async () => {
      const key = { programme, code: first };
      await within(async () => {
        await stores.reports.add({
          ...{ id: 'a', subject: key, file: 'a', fileName: 'a', fileSize: 1, beside: false },
          ...{ receivedAt: at, receivedFrom: 'a clerk' },
        });
        const content = await stores.reports.write('a');
        await content.accept(
          { ledgers: {}, figures: [], statements: [], problems: [] },
          {
            ...{ subjectName: '示例市', year: 2021, filledOn: null, filledBy: '', contact: '' },
            ...{ phone: '', rows: { accepted: 0, rejected: 0 } },
            problems: { error: 0, warning: 0, notice: 0 },
          },
          at,
        );
      });
      expect(await lineOf(first)).toMatchObject({ state: 'draft' });
      await moved(first, 2021, 1, 'submitted');
      await moved(first, 2021, 2, 'returned');
      await moved(first, 2020, 1, 'submitted');
      await moved(second, 2021, 1, 'submitted');
      expect(await lineOf(first)).toMatchObject({ state: 'returned' });
      expect(await lineOf(second)).toMatchObject({ state: 'submitted' });
    });

    it('shows the last determination on what was submitted, and no other', async () => {
      await evaluated(first, 'submitted', 'earlier');
      await evaluated(first, 'submitted', 'in force');
      await evaluated(first, 'draft', 'a draft');
      await evaluated(first, 'submitted', 'the year before', 2020);
      await evaluated(second, 'draft', 'a draft');
      expect(await lineOf(first)).toMatchObject({
        determination: {
          ...{ hash: 'in force', quantified: 'eligible', overall: 'undetermined' },
          lines: JSON.stringify([line]),
        },
      });
      expect(await lineOf(second)).toMatchObject({ determination: null });
    });
  });
}
