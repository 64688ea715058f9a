import type { Accepted, RowFindingRecord, Stores, SubjectKey } from '#application';
import { claimKeys, type CellValue } from '#engine';
import { rowAsJson } from '#report';
import { programmes } from '#rulebook';
import { storesForEachTest, type OpenStores } from './stores-on-trial.js';

const at = '2026-11-21T12:00:00.000+08:00';
const programme = '2019-city-operation';
const one: SubjectKey = { programme, code: '950001' };
const other: SubjectKey = { programme, code: '960001' };
const ledgers = programmes.find(({ id }) => id === programme)?.ledgers ?? [];
const accepted: Accepted = {
  ...{ subjectName: '示例市', year: 2021, filledOn: null, filledBy: '', contact: '', phone: '' },
  ...{ rows: { accepted: 0, rejected: 0 }, problems: { error: 0, warning: 0, notice: 0 } },
};
type Rows = Readonly<Record<string, readonly Readonly<Record<string, CellValue>>[]>>;
const unit = (creditCode: string, name = '示例单位') => ({ creditCode, name });
const policy = (number: string) => ({ policy: number });

/** What every store of claims and of findings on rows must hold. */
export function claimsContract(name: string, open: OpenStores): void {
  describe(name, () => {
    let stores: Stores;
    const within = storesForEachTest(open, (opened) => {
      stores = opened;
    });
    const report = (id: string, subject: SubjectKey, rows: Rows, year = 2021) =>
      within(async () => {
        await stores.reports.add({
          ...{ id, subject, file: `hash of ${id}`, fileName: id, fileSize: 1, beside: false },
          ...{ receivedAt: at, receivedFrom: 'a clerk' },
        });
        const content = await stores.reports.write(id);
        for (const [ledger, items] of Object.entries(rows)) {
          const numbered = items.map((values, index) => rowAsJson({ row: index + 2, values }));
          await content.rows(ledger, numbered);
        }
        const figures = [{ code: 'f', year, value: 1n, unit: '家' as const, row: 2 }];
        const statement = { target: 't', completion: id, deviation: '', proof: '', row: 2 };
        const rest = { ledgers: {}, figures, statements: [statement], problems: [] };
        await content.accept(rest, { ...accepted, year }, at);
      });
    const claim = (id: string) => within(() => stores.claims.add(id, ledgers));
    const contested = async (...ids: string[]) =>
      (await stores.claims.contested(ids)).map(
        ({ ledger, claim: said, code, report: of, row }) =>
          `${ledger} ${said.replaceAll(/[{}"]/g, '')} ${code} ${of}/${row}`,
      );

    describe('claims', () => {
      it('are contested once a second subject makes them, whichever came first', async () => {
        await report('a', one, { 'certified-units': [unit('X'), unit('Y')] });
        await report('b', other, { 'certified-units': [unit('Z'), unit('X', '又名')] });
        await claim('a');
        expect(await contested('a')).toEqual([]);
        await claim('b');
        const both = [
          'certified-units creditCode:X 950001 a/2',
          'certified-units creditCode:X 960001 b/3',
        ];
        expect(await contested('a')).toEqual(both);
        expect(await contested('b')).toEqual(both);
        expect(await contested()).toEqual([]);
        expect((await stores.claims.contested(['a'])).at(-1)).toEqual({
          ...{ ledger: 'certified-units', claim: '{"creditCode":"X"}', code: '960001' },
          ...{ report: 'b', file: 'hash of b', year: 2021, row: 3, values: unit('X', '又名') },
        });
      });

      it('are the same only within a ledger and a programme, and never those of one subject', async () => {
        await report('a', one, { 'certified-units': [unit('X')] });
        await report('again', one, { 'certified-units': [unit('X')] }, 2020);
        await report('b', other, { 'custody-smes': [unit('X')] });
        const elsewhere = { programme: 'another', code: '960001' };
        await report('c', elsewhere, { 'certified-units': [unit('X')] });
        for (const id of ['a', 'again', 'b', 'c']) await claim(id);
        expect(await contested('a', 'again', 'b', 'c')).toEqual([]);
      });

      it('take in what one subject claims later, and what is in many rows', async () => {
        const many = Array.from({ length: 2500 }, (_, index) => policy(`P${index}`));
        await report('a', one, { 'insurance-policies': many });
        await report('b', other, { 'insurance-policies': many.slice(0, 2100).toReversed() });
        await report('later', one, { 'insurance-policies': [policy('P7'), policy('own')] }, 2020);
        for (const id of ['a', 'b', 'later']) await claim(id);
        expect(await stores.claims.contested(['a'])).toHaveLength(4201);
        expect(await contested('later')).toEqual([
          'insurance-policies policy:P7 950001 later/2',
          'insurance-policies policy:P7 950001 a/9',
          'insurance-policies policy:P7 960001 b/2094',
        ]);
      });

      it('are written as the engine writes them, and none where a cell is blank', async () => {
        const projects: readonly Readonly<Record<string, CellValue>>[] = [
          { name: '“导航”"一"\\期\n\u0001', undertaker: '𠮷示例\u2028/公司' },
          { name: 7, undertaker: true, kind: '{"name":"x"}' },
          { name: 'null', undertaker: '' },
          { name: '无承担单位' },
          { name: '无承担单位', undertaker: null },
        ];
        for (const [id, subject] of [
          ['a', one],
          ['b', other],
        ] as const) {
          await report(id, subject, { 'navigation-projects': projects });
          await claim(id);
        }
        const navigation = ledgers.filter(({ id }) => id === 'navigation-projects');
        const expected = projects.flatMap((values) =>
          navigation.flatMap((ledger) => claimKeys(ledger, values)),
        );
        const found = await stores.claims.contested(['a']);
        expect(new Set(found.map(({ claim: said }) => said))).toEqual(new Set(expected));
        expect(found).toHaveLength(2 * 3);
      });

      it('of a transaction that fails are none', async () => {
        await report('a', one, { 'certified-units': [unit('X')] });
        await report('b', other, { 'certified-units': [unit('X')] });
        await claim('a');
        const failing = within(async () => {
          await stores.claims.add('b', ledgers);
          throw new Error('a fault');
        });
        await expect(failing).rejects.toThrow('a fault');
        expect(await contested('a')).toEqual([]);
        await claim('b');
        expect(await contested('a')).toHaveLength(2);
        await expect(claim('b')).rejects.toHaveProperty(
          'message',
          expect.stringMatching(/unique/i),
        );
      });
    });

    describe('reports', () => {
      it('tell rows that others have not, or not as often', async () => {
        const [x, y, z] = [unit('X'), unit('Y'), unit('Z')];
        await report('a', one, { 'certified-units': [x, y, y], 'custody-smes': [z] });
        await report('b', one, { 'certified-units': [y, x] });
        await report('c', one, { 'certified-units': [z] });
        const differing = async (ids: string[], others: string[]) =>
          (await stores.reports.rowsNotIn(ids, others, 'certified-units')).map(
            ({ part, row, values }) => `${part}/${row} ${String(values['creditCode'])}`,
          );
        expect(await differing(['a'], ['b'])).toEqual(['a/4 Y']);
        expect(await differing(['b'], ['a'])).toEqual([]);
        expect(await differing(['b', 'c'], ['a'])).toEqual(['c/2 Z']);
        expect(await differing(['a'], [])).toEqual(['a/2 X', 'a/3 Y', 'a/4 Y']);
        expect(await differing([], ['a'])).toEqual([]);
      });

      it('tell a single row, and what they state beside their ledgers', async () => {
        await report('a', one, { 'certified-units': [unit('X')] });
        await report('b', one, {});
        expect(await stores.reports.row('a', 'certified-units', 2)).toEqual(unit('X'));
        expect(await stores.reports.row('a', 'certified-units', 3)).toBeUndefined();
        expect(await stores.reports.row('x', 'certified-units', 2)).toBeUndefined();
        const { figures, statements } = await stores.reports.stated(['b', 'a']);
        expect(figures.map(({ part, value }) => [part, value])).toEqual([
          ['a', 1n],
          ['b', 1n],
        ]);
        expect(statements.map(({ part, completion }) => [part, completion])).toEqual([
          ['a', 'a'],
          ['b', 'b'],
        ]);
      });
    });

    describe('findings on rows', () => {
      const finding: RowFindingRecord = {
        ...{ id: '1', ledger: 'certified-units', item: 'X', year: 2021, part: 'a', row: 2 },
        ...{ outcome: 'excluded', reason: '查无此证', replaces: null, recordedAt: at },
      };
      const add = (record: RowFindingRecord, of = one) =>
        within(() => stores.rowFindings.add(of, record));

      it('come back in the order recorded, page by page', async () => {
        const correction: RowFindingRecord = {
          ...finding,
          ...{ id: '2', outcome: 'confirmed', replaces: '1' },
        };
        await add(finding);
        await add(correction);
        await add({ ...finding, id: '3' }, other);
        expect(await stores.rowFindings.all(one)).toEqual([finding, correction]);
        const first = await stores.rowFindings.list(one, { limit: 1 });
        expect(first.items).toEqual([finding]);
        if (first.next === null) throw new Error('there is another page');
        const second = await stores.rowFindings.list(one, { limit: 1, from: first.next });
        expect(second).toEqual({ items: [correction], next: null });
      });

      it('correct each other once', async () => {
        await add(finding);
        await add({ ...finding, id: '2', replaces: '1' });
        await expect(add({ ...finding, id: '3', replaces: '1' })).rejects.toThrow();
      });
    });
  });
}
