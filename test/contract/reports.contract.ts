import { Overtaken, type Accepted, type RestOfContent, type SubjectKey } from '#application';
import type { LedgerRow, Problem } from '#engine';
import { openContents } from '#persistence';
import { rowAsJson } from '#report';
import { storesForEachTest, type OpenStores, type PlacedStores } from './stores-on-trial.js';

const at = '2026-11-21T12:00:00.000+08:00';
const later = '2026-11-21T12:00:05.000+08:00';
const key: SubjectKey = { programme: '2019-city-operation', code: '999901' };
const accepted: Accepted = {
  subjectName: '示例市',
  year: 2021,
  filledOn: '2022-01-10',
  filledBy: '示例市知识产权局',
  contact: '',
  phone: '',
  rows: { accepted: 2, rejected: 1 },
  problems: { error: 1, warning: 0, notice: 0 },
};
const incoming = (id: string, subject = key) => ({
  ...{ id, subject, file: `hash of ${id}`, fileName: `${id}.xlsx`, fileSize: 3 },
  ...{ receivedAt: at, receivedFrom: 'a clerk', beside: false },
});

/** What every store of reports and their contents must hold. */
export function reportsContract(name: string, open: OpenStores<PlacedStores>): void {
  describe(`${name}: reports`, () => {
    let stores: PlacedStores;
    const within = storesForEachTest(open, (opened) => {
      stores = opened;
    });

    const rows: LedgerRow[] = [
      { row: 2, values: { name: '甲', specialised: true, revenue: 9007199254740991 } },
      { row: 3, values: { name: '乙 "quoted"\n', specialised: false, revenue: null } },
    ];
    const problem: Problem = {
      ...{ severity: 'error', code: 'credit-code-check', file: 'hash of one', sheet: '运营机构' },
      ...{ row: 4, column: '统一社会信用代码', seen: 'x', expected: 'y', message: '请核对。' },
    };
    const rest: RestOfContent = {
      ledgers: { institutions: { rejected: 1 }, 'cluster-zones': { rejected: 0 } },
      figures: [{ code: 'pledge-amount', year: 2018, value: -(2n ** 70n), unit: '万元', row: 2 }],
      statements: [
        { target: 'mixed-pledge', completion: '完成', deviation: '', proof: '', row: 2 },
      ],
      problems: [problem, { severity: 'notice', code: 'c', file: 'f', message: 'm' }],
    };
    const accept = (id: string, said: Accepted = accepted, subject = key) =>
      within(async () => {
        await stores.reports.add(incoming(id, subject));
        const content = await stores.reports.write(id);
        await content.rows('institutions', rows.map(rowAsJson));
        await content.accept(rest, said, later);
      });

    it('are found by id and by file', async () => {
      await within(() => stores.reports.add(incoming('one')));
      const expected = { ...incoming('one'), state: { kind: 'received', rows: 0 } };
      expect(await stores.reports.byId('one')).toEqual(expected);
      expect(await stores.reports.byFile(key, 'hash of one')).toEqual(expected);
      expect(await stores.reports.byId('two')).toBeUndefined();
    });

    it('cannot be two of one file and subject', async () => {
      await within(() => stores.reports.add(incoming('one')));
      const same = { ...incoming('two'), file: 'hash of one' };
      await expect(within(() => stores.reports.add(same))).rejects.toThrow();
      await within(() => stores.reports.add({ ...same, subject: { ...key, code: '999902' } }));
    });

    it('give their content back as it was written', async () => {
      await accept('one');
      expect((await stores.reports.byId('one'))?.state).toEqual({
        ...accepted,
        ...{ kind: 'accepted', at: later },
      });
      const [report] = await stores.reports.accepted(key, 2021, 'draft');
      if (!report) throw new Error('the report is missing');
      const contents = await openContents(stores.place);
      const content = await contents.of(report);
      await contents.close();
      expect(content).toEqual({
        ...{ file: 'hash of one', year: 2021 },
        ledgers: {
          institutions: { rows, rejected: 1 },
          'cluster-zones': { rows: [], rejected: 0 },
        },
        figures: rest.figures,
        statements: rest.statements,
      });
    });

    it('give their problems page by page, in the order found', async () => {
      await accept('one');
      const first = await stores.reports.problems('one', { limit: 1 });
      expect(first).toEqual({ items: [problem], next: 1 });
      const second = await stores.reports.problems('one', { limit: 2, from: 1 });
      expect(second.items.map(({ code }) => code)).toEqual(['c']);
      expect(second.next).toBeNull();
    });

    it('leave nothing behind when their transaction fails', async () => {
      await within(() => stores.reports.add(incoming('one')));
      const failing = within(async () => {
        const content = await stores.reports.write('one');
        await content.rows('institutions', rows.map(rowAsJson));
        await content.accept(rest, accepted, later);
        throw new Error('a fault');
      });
      await expect(failing).rejects.toThrow('a fault');
      expect((await stores.reports.byId('one'))?.state).toEqual({ kind: 'received', rows: 0 });
      expect(await stores.reports.years(key, 'draft')).toEqual([]);
    });

    it('count nothing of a try before it is accepted, or once another has begun', async () => {
      await within(() => stores.reports.add(incoming('one')));
      const first = await within(() => stores.reports.write('one'));
      await within(() => first.rows('institutions', rows.map(rowAsJson)));
      expect((await stores.reports.byId('one'))?.state).toEqual({ kind: 'received', rows: 2 });
      expect(await stores.reports.years(key, 'draft')).toEqual([]);
      const second = await within(() => stores.reports.write('one'));
      expect((await stores.reports.byId('one'))?.state).toEqual({ kind: 'received', rows: 0 });
      await expect(within(() => first.rows('institutions', rows.map(rowAsJson)))).rejects.toThrow(
        Overtaken,
      );
      await within(() => second.rows('institutions', rows.map(rowAsJson)));
      await within(() => second.accept(rest, accepted, later));
      await expect(within(() => second.accept(rest, accepted, later))).rejects.toThrow(Overtaken);
      await expect(within(() => stores.reports.write('one'))).rejects.toThrow(Overtaken);
    });

    it('can be taken anew once refused or set aside, whatever an earlier try still does', async () => {
      await within(() => stores.reports.add(incoming('one')));
      const late = await within(() => stores.reports.write('one'));
      await within(() => late.rows('institutions', rows.map(rowAsJson)));
      await within(() => stores.reports.setAside('one', '没有成功', later));
      await within(() => stores.reports.takeAnew('one'));
      const received = { ...incoming('one'), state: { kind: 'received', rows: 0 } };
      expect(await stores.reports.byId('one')).toEqual(received);
      await expect(within(() => late.accept(rest, accepted, later))).rejects.toThrow(Overtaken);
      const next = await within(() => stores.reports.write('one'));
      await within(() => next.refuse({ code: 'too-slow', message: '太慢' }, later));
      await within(() => stores.reports.takeAnew('one'));
      expect(await stores.reports.byId('one')).toEqual(received);
      const last = await within(() => stores.reports.write('one'));
      await within(() => last.rows('institutions', rows.map(rowAsJson)));
      await within(() => last.accept(rest, accepted, later));
      await within(() => stores.reports.takeAnew('one'));
      expect((await stores.reports.byId('one'))?.state.kind).toBe('accepted');
    });

    it('say which years a subject has reported', async () => {
      await accept('b', { ...accepted, year: 2020 });
      await accept('a');
      await accept('c');
      await accept('d', { ...accepted, year: 2019 }, { ...key, code: '999902' });
      await within(() => stores.reports.add(incoming('unread')));
      expect(await stores.reports.years(key, 'draft')).toEqual([2020, 2021]);
      expect((await stores.reports.accepted(key, 2020, 'draft')).map(({ id }) => id)).toEqual([
        'b',
      ]);
    });

    it('are listed latest first, page by page', async () => {
      for (const id of ['one', 'two', 'three']) {
        await within(() => stores.reports.add(incoming(id)));
      }
      const first = await stores.reports.list(key, { limit: 2 });
      expect(first.items.map(({ id }) => id)).toEqual(['three', 'two']);
      if (first.next === null) throw new Error('there is another page');
      const second = await stores.reports.list(key, { limit: 2, from: first.next });
      expect(second.items.map(({ id }) => id)).toEqual(['one']);
      expect(second.next).toBeNull();
      expect((await stores.reports.list(key, { limit: 3 })).next).toBeNull();
    });
  });
}
