import {
  type Accepted,
  type Area,
  type MoveRecord,
  type PageRequest,
  type Standing,
  type Stores,
  type SubjectKey,
} from '#application';
import { exampleSubject } from '../example-subject.js';
import { storesForEachTest, type OpenStores } from './stores-on-trial.js';

const at = '2026-11-21T12:00:00.000+08:00';
const nation: Area = { kind: 'nation' };
const subject = (code: string): SubjectKey => ({ programme: '2019-city-operation', code });
const [first, second, direct] = [subject('950001'), subject('960001'), subject('950002')];
const accepted: Accepted = {
  ...{ subjectName: '示例市', year: 2021, filledOn: null, filledBy: '', contact: '', phone: '' },
  ...{ rows: { accepted: 0, rejected: 0 }, problems: { error: 0, warning: 0, notice: 0 } },
};
const submitted: MoveRecord = {
  ...{ id: '1', year: 2021, round: 1, sequence: 1, move: 'submit', from: 'draft', to: 'submitted' },
  ...{ who: 'a clerk', role: 'city-clerk', at, opinion: '报送', reasons: [], parts: ['a'] },
};
const returned: MoveRecord = {
  ...submitted,
  ...{ id: '2', sequence: 2, move: 'return', from: 'submitted', to: 'returned' },
  ...{ who: 'a reviewer', role: 'provincial-reviewer', opinion: '请更正' },
  reasons: [
    { target: 'certified-units', reason: '证书过期' },
    { part: 'a', sheet: '贯标单位', row: 3, reason: '查无此证' },
  ],
};
const again: MoveRecord = {
  ...submitted,
  ...{ id: '3', round: 2, sequence: 3, from: 'returned', parts: ['b'] },
};

/** What every store of moves must hold, with the reports that they are about. */
export function movesContract(name: string, open: OpenStores): void {
  describe(`${name}: moves`, () => {
    let stores: Stores;
    const within = storesForEachTest(open, (opened) => {
      stores = opened;
    });
    beforeEach(async () => {
      for (const { code } of [first, second]) await enrol(exampleSubject(code));
      await enrol({ ...exampleSubject(direct.code), underDirectPlanning: true });
    });
    const enrol = (subject: ReturnType<typeof exampleSubject>) =>
      within(() => stores.subjects.add(subject));
    const add = (move: MoveRecord, of = first) => within(() => stores.moves.add(of, move));
    const draft = (id: string, { of = first, year = 2021, beside = false } = {}) =>
      within(async () => {
        await stores.reports.add({
          ...{ id, subject: of, file: `hash of ${id}`, fileName: id, fileSize: 1, beside },
          ...{ receivedAt: at, receivedFrom: 'a clerk' },
        });
        const content = await stores.reports.write(id);
        await content.rows('certified-units', [{ row: 3, values: '{}' }]);
        const problem = { severity: 'error', code: 'c', file: 'f', message: 'm' } as const;
        const rest = {
          ...{ ledgers: {}, statements: [], problems: [{ ...problem, sheet: '专利', row: 9 }] },
          figures: [{ code: 'f', year, value: 1n, unit: '家' as const, row: 2 }],
        };
        await content.accept(rest, { ...accepted, year }, at);
      });
    const partsOf = async (standing: Standing, upTo = 2021) =>
      (await stores.reports.accepted(first, upTo, standing)).map(({ id }) => id);

    it('come back as they were written, in order', async () => {
      for (const move of [submitted, returned, again]) await add(move);
      await add({ ...submitted, id: '4', year: 2020 });
      await add({ ...submitted, id: '5' }, second);
      expect(await stores.moves.ofYear(first, 2021)).toEqual([submitted, returned, again]);
      expect(await stores.moves.last(first)).toEqual([
        { ...submitted, id: '4', year: 2020 },
        again,
      ]);
      expect(await stores.moves.last(direct)).toEqual([]);
    });

    it('cannot be two of one place in a year, and are never changed', async () => {
      await add(submitted);
      await expect(add({ ...returned, sequence: 1 })).rejects.toThrow();
      await add({ ...submitted, id: '4', year: 2020 });
      await add({ ...submitted, id: '5' }, second);
    });

    it('make of the last file, and those beside it, the draft', async () => {
      await draft('a');
      await draft('b', { beside: true });
      expect(await partsOf('draft')).toEqual(['a', 'b']);
      await draft('c');
      expect(await partsOf('draft')).toEqual(['c']);
      await draft('d', { year: 2020, beside: true });
      expect(await partsOf('draft')).toEqual(['d', 'c']);
      expect(await partsOf('draft', 2020)).toEqual(['d']);
    });

    it('let an earlier file be the draft again', async () => {
      for (const [id, beside] of [
        ['a', false],
        ['b', true],
        ['c', false],
      ] as const) {
        await draft(id, { beside });
      }
      const sendAgain = (id: string, beside: boolean) =>
        within(() => stores.reports.sendAgain(id, beside));
      expect(await sendAgain('c', false)).toBe(false);
      expect(await sendAgain('a', false)).toBe(true);
      expect(await partsOf('draft')).toEqual(['a']);
      expect(await sendAgain('b', true)).toBe(true);
      expect(await sendAgain('b', true)).toBe(false);
      expect(await partsOf('draft')).toEqual(['a', 'b']);
      expect(await sendAgain('a', false)).toBe(true);
      expect(await partsOf('draft')).toEqual(['a']);
      expect((await stores.reports.byId('b'))?.beside).toBe(true);
    });

    it('make official what was submitted last, whatever was drafted since', async () => {
      await draft('a');
      expect(await partsOf('submitted')).toEqual([]);
      await add(submitted);
      await draft('b');
      expect(await partsOf('submitted')).toEqual(['a']);
      await add(returned);
      expect(await partsOf('submitted')).toEqual(['a']);
      await add(again);
      expect(await partsOf('submitted')).toEqual(['b']);
      expect(await stores.reports.years(first, 'submitted')).toEqual([2021]);
      expect(await stores.reports.years(second, 'submitted')).toEqual([]);
    });

    it('know the rows and the reading of their reports', async () => {
      await draft('a');
      const holds = (sheet: string, row: number, ledger: string | null = null) =>
        stores.reports.holds('a', { sheet, row, ledger });
      expect(await holds('贯标单位', 3, 'certified-units')).toBe(true);
      expect(await holds('贯标单位', 4, 'certified-units')).toBe(false);
      expect(await holds('专利', 9, 'patents')).toBe(true);
      expect([await holds('年度数据', 2), await holds('专项说明', 2)]).toEqual([true, false]);
      expect(await stores.reports.unread(first)).toBeUndefined();
      const incoming = { id: 'u', subject: first, file: 'u', fileName: 'u', fileSize: 1 };
      await within(() =>
        stores.reports.add({ ...incoming, receivedAt: at, receivedFrom: 'c', beside: false }),
      );
      expect(await stores.reports.unread(first)).toBe('u');
    });

    it('say what waits within an area, page by page, and how much', async () => {
      await draft('a');
      await draft('b', { year: 2020 });
      await draft('c', { of: second });
      await draft('d', { of: direct });
      await add(submitted);
      await add({ ...submitted, id: '4' }, direct);
      const waiting = async (
        area: Area,
        state: 'draft' | 'submitted',
        underDirectPlanning: boolean,
        page: PageRequest = { limit: 9 },
      ) => {
        const states = [{ state, underDirectPlanning }];
        const { items, next, total } = await stores.moves.waiting(area, states, page);
        return [...items.map(({ code, year }) => `${code} ${year}`), next, total];
      };
      expect(await waiting(nation, 'draft', false)).toEqual([
        ...['950001 2020', '960001 2021', null, 2],
      ]);
      expect(await waiting(nation, 'draft', false, { limit: 1 })).toEqual(['950001 2020', 1, 2]);
      expect(await waiting(nation, 'draft', false, { limit: 1, from: 1 })).toEqual([
        ...['960001 2021', null, 2],
      ]);
      const province: Area = { kind: 'province', province: '96' };
      expect(await waiting(province, 'draft', false)).toEqual(['960001 2021', null, 1]);
      expect(await waiting(nation, 'submitted', true)).toEqual(['950002 2021', null, 1]);
      const states = [{ state: 'submitted', underDirectPlanning: false } as const];
      expect(await stores.moves.waiting(nation, states, { limit: 1 })).toEqual({
        items: [{ ...first, name: '示例市', year: 2021, state: 'submitted', round: 1, since: at }],
        ...{ next: null, total: 1 },
      });
      expect(await stores.moves.waiting(nation, [], { limit: 1 })).toMatchObject({ total: 0 });
    });

    it('say where every subject stands with a year', async () => {
      for (const move of [submitted, returned]) await add(move);
      await add({ ...submitted, id: '4' }, direct);
      await add({ ...submitted, id: '5', year: 2020 }, second);
      const states = (await stores.moves.states(first.programme, 2021)).map(
        ({ code, state, underDirectPlanning }) => [code, state, underDirectPlanning],
      );
      expect(states).toEqual([
        ['950001', 'returned', false],
        ['950002', 'submitted', true],
        ['960001', 'draft', false],
      ]);
      expect(await stores.moves.states('another', 2021)).toEqual([]);
    });

    it('say what a role did within an area, latest first', async () => {
      for (const move of [submitted, returned, again]) await add(move);
      await add({ ...submitted, id: '4' }, second);
      const made = async (area: Area, page: PageRequest) => {
        const { items, next, total } = await stores.moves.made(area, 'city-clerk', page);
        return [...items.map(({ id }) => id), next, total];
      };
      expect(await made(nation, { limit: 9 })).toEqual(['4', '3', '1', null, 3]);
      expect(await made(nation, { limit: 2 })).toEqual(['4', '3', 2, 3]);
      expect(await made({ kind: 'subject', code: '950001' }, { limit: 9 })).toEqual([
        ...['3', '1', null, 2],
      ]);
      expect((await stores.moves.made(nation, 'provincial-reviewer', { limit: 9 })).items).toEqual([
        { ...first, name: '示例市', ...returned },
      ]);
    });
  });
}
