import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  Overtaken,
  type Accepted,
  type Area,
  type Job,
  type Page,
  type RestOfContent,
  type Stores,
  type SubjectKey,
} from '#application';
import type { LedgerRow, Problem } from '#engine';
import { openContents, openStore } from '#persistence';
import { rowAsJson } from '#report';
import { enrolExample, exampleSubject } from '../example-subject.js';
import { demandWholeAudit } from '../whole-audit.js';
import { storesForEachTest, type OpenStores } from './stores-on-trial.js';

const at = '2026-11-21T12:00:00.000+08:00';
const later = '2026-11-21T12:00:05.000+08:00';
const muchLater = '2026-11-21T12:00:10.000+08:00';
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

/** With the place that they were opened at. */
type StoresOnTrial = Stores & { readonly place: string };

/** What every set of stores must hold, whatever it keeps things in. */
export function storesContract(name: string, open: OpenStores<StoresOnTrial>): void {
  describe(name, () => {
    let stores: StoresOnTrial;
    let folder: string;
    const within = storesForEachTest(open, (opened, kept) => {
      [stores, folder] = [opened, kept];
    });

    describe('changes', () => {
      it('are refused without an audit entry', async () => {
        const change = stores.transactions.run(() => stores.reports.add(incoming('one')));
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

    describe('files', () => {
      it('come back to the byte, however long', async () => {
        const bytes = Buffer.from(Array.from({ length: 700_000 }, (_, index) => index % 251));
        await writeFile(join(folder, 'in'), bytes);
        await within(() => stores.files.add('a hash', join(folder, 'in')));
        await stores.files.copyTo('a hash', join(folder, 'out'));
        expect((await readFile(join(folder, 'out'))).equals(bytes)).toBe(true);
      });

      it('are kept once', async () => {
        await writeFile(join(folder, 'in'), 'bytes');
        for (const time of [1, 2]) {
          await within(() => stores.files.add('a hash', join(folder, 'in')));
          await stores.files.copyTo('a hash', join(folder, `out ${time}`));
        }
        expect(await readFile(join(folder, 'out 2'), 'utf8')).toBe('bytes');
      });

      it('are gone once removed', async () => {
        await writeFile(join(folder, 'in'), 'bytes');
        await within(() => stores.files.add('a hash', join(folder, 'in')));
        await within(() => stores.files.remove('a hash'));
        await expect(stores.files.copyTo('a hash', join(folder, 'out'))).rejects.toThrow();
      });

      it('stay where an issued paper is made of them', async () => {
        await writeFile(join(folder, 'in'), 'bytes');
        await within(async () => {
          await stores.files.add('a hash', join(folder, 'in'));
          await stores.papers.add({
            ...{ id: 'one', code: 'A', kind: 'self-assessment', subject: key, year: 2021 },
            ...{ standing: 'draft', release: null, determination: '', content: '', gist: '' },
            ...{ issuedAt: at, issuedBy: 'a clerk' },
            files: [{ format: 'pdf', sha256: 'a hash' }],
          });
        });
        await within(() => stores.files.remove('a hash'));
        await stores.files.copyTo('a hash', join(folder, 'out'));
        expect(await readFile(join(folder, 'out'), 'utf8')).toBe('bytes');
      });
    });

    describe('reports', () => {
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

    describe('subjects', () => {
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

    describe('money', () => {
      const award = {
        ...({ kind: 'award', fen: 1n, document: '一号' } as const),
        ...{ replaces: null, recordedAt: at },
      };

      it('is exact beyond what a double holds', async () => {
        const fen = 2n ** 60n + 1n;
        const entry = { ...award, id: '1', fen };
        await within(() => stores.money.add(key, entry));
        expect(await stores.money.entries(key)).toEqual([entry]);
        expect(await stores.money.entries({ ...key, code: '999902' })).toEqual([]);
      });

      it('cannot name one document twice for one kind', async () => {
        await within(() => stores.money.add(key, { ...award, id: '1' }));
        await expect(within(() => stores.money.add(key, { ...award, id: '2' }))).rejects.toThrow();
      });

      it('is corrected once by another entry, which names the one that it replaces', async () => {
        const add = (id: string, replaces: string | null) => {
          const entry = { ...award, id, document: id, replaces };
          return within(() => stores.money.add(key, entry));
        };
        await add('1', null);
        await add('2', '1');
        expect(await stores.money.entries(key)).toMatchObject([
          { id: '1', replaces: null },
          { id: '2', replaces: '1' },
        ]);
        await expect(add('3', '1')).rejects.toThrow();
        await add('3', '2');
      });
    });

    describe('lists of a subject', () => {
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

    describe('findings', () => {
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

    describe('answers', () => {
      it('are kept by account and key until they are forgotten', async () => {
        const answer = { account: 'one', key: 'a key', request: 'hash', answer: '{}', at };
        await within(() => stores.answers.add(answer));
        await within(() => stores.answers.add({ ...answer, account: 'two', at: later }));
        await expect(within(() => stores.answers.add(answer))).rejects.toThrow();
        await within(() => stores.answers.forgetBefore(at));
        expect(await stores.answers.byKey('one', 'a key')).toEqual(answer);
        expect(await stores.answers.byKey('one', 'another')).toBeUndefined();
        await within(() => stores.answers.forgetBefore(later));
        expect(await stores.answers.byKey('one', 'a key')).toBeUndefined();
        expect(await stores.answers.byKey('two', 'a key')).toMatchObject({ at: later });
      });
    });

    describe('jobs', () => {
      const ingest: Job = { kind: 'ingest-report', report: 'one' };
      const other: Job = { kind: 'ingest-report', report: 'two' };
      const add = (job: Job) => within(() => stores.jobs.add(job));
      const claim = (worker = 'w', now = at, until = later) =>
        within(() => stores.jobs.claim(worker, now, until));

      it('go out oldest first, each to one worker', async () => {
        await add(ingest);
        await add(other);
        expect((await claim())?.job).toEqual(ingest);
        const claims = await Promise.all([claim('a'), claim('b'), claim('c')]);
        expect(claims.flatMap((each) => (each ? [each.job] : []))).toEqual([other]);
      });

      it('wait once, and a second time while the first runs', async () => {
        await add(ingest);
        await add(ingest);
        const first = await claim();
        expect(await claim()).toBeUndefined();
        await add(ingest);
        expect(await claim()).toBeUndefined();
        if (!first) throw new Error('nothing was claimed');
        await within(() => stores.jobs.succeed(first, at));
        expect((await claim())?.job).toEqual(ingest);
        expect(await stores.jobs.unfinished()).toBe(1);
      });

      it('are taken over once a lease has ended, and the late worker changes nothing', async () => {
        await add(ingest);
        const lost = await claim('dead', at, later);
        expect(await claim('live', later, muchLater)).toBeUndefined();
        const taken = await claim('live', muchLater, '2026-11-21T12:00:15.000+08:00');
        expect(taken).toMatchObject({ job: ingest, attempt: 2, failures: 0, worker: 'live' });
        if (!lost || !taken) throw new Error('nothing was claimed');
        await within(() => stores.jobs.succeed(lost, muchLater));
        expect(await within(() => stores.jobs.extend(lost, muchLater))).toBe(false);
        expect(await within(() => stores.jobs.fail(lost, 'late', muchLater))).toBe(false);
        expect((await stores.jobs.last(ingest))?.state).toBe('running');
        expect(await within(() => stores.jobs.extend(taken, muchLater))).toBe(true);
      });

      it('rest before they are tried again', async () => {
        await add(ingest);
        const claimed = await claim();
        if (!claimed) throw new Error('nothing was claimed');
        await within(() => stores.jobs.retry(claimed, 'a fault', at, later));
        expect(await claim('w', at)).toBeUndefined();
        expect(await claim('w', later, muchLater)).toMatchObject({ attempt: 2, failures: 1 });
      });

      it('give way to the same job added meanwhile', async () => {
        await add(ingest);
        const claimed = await claim();
        if (!claimed) throw new Error('nothing was claimed');
        await add(ingest);
        await within(() => stores.jobs.retry(claimed, 'a fault', at, muchLater));
        expect(await claim('w', later, muchLater)).toMatchObject({ attempt: 1, failures: 0 });
        expect(await stores.jobs.unfinished()).toBe(1);
      });

      it('keep the reason for which they were set aside', async () => {
        await add(ingest);
        const claimed = await claim();
        if (!claimed) throw new Error('nothing was claimed');
        expect(await within(() => stores.jobs.fail(claimed, 'no use', at))).toBe(true);
        expect(await stores.jobs.last(ingest)).toMatchObject({ state: 'failed', reason: 'no use' });
        expect(await stores.jobs.unfinished()).toBe(0);
      });

      it('are not added by a transaction that fails', async () => {
        const failing = within(async () => {
          await stores.jobs.add(ingest);
          throw new Error('a fault');
        });
        await expect(failing).rejects.toThrow('a fault');
        expect(await claim()).toBeUndefined();
      });
    });
  });
}
