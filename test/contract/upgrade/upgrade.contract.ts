import { createHash } from 'node:crypto';
import { openContents, openStore } from '#persistence';
import { demandWholeAudit } from '../../whole-audit.js';

const key = { programme: '2019-city-operation', code: '999901' };

/**
 * What a database of an earlier version must hold once this one has opened it. It was filled over
 * HTTP: reports for 2018, 2020 and 2021 and a file that is none, a finding, an award and a payment.
 * @param load puts the earlier version's data in a place of its own
 */
export function upgradeContract(
  name: string,
  load: () => Promise<{ place: string; remove: () => Promise<void> }>,
): void {
  describe(name, () => {
    let loaded: Awaited<ReturnType<typeof load>>;
    let stores: Awaited<ReturnType<typeof openStore>>;
    beforeEach(async () => {
      loaded = await load();
      stores = await openStore(loaded.place, 'product');
    });
    afterEach(async () => {
      await stores.close();
      await loaded.remove();
    });

    it('has its subject take part, with all that it reported', async () => {
      expect(await stores.subjects.byKey(key)).toMatchObject({ ...key, name: '示例市' });
      expect(await stores.reports.years(key, 'draft')).toEqual([2018, 2020, 2021]);
      const { items } = await stores.reports.list(key, { limit: 10 });
      expect(items).toHaveLength(3);
      for (const { state } of items) {
        expect(state).toMatchObject({ kind: 'accepted', rows: { accepted: 2, rejected: 1 } });
      }
    });

    it('keeps contents, findings and money', async () => {
      const [report] = await stores.reports.accepted(key, 2018, 'draft');
      if (!report) throw new Error('the report of 2018 is missing');
      const contents = await openContents(loaded.place);
      expect(await contents.of(report)).toMatchObject({
        year: 2018,
        ledgers: {
          'certified-units': { rows: [{ row: 2 }], rejected: 1 },
          'insurance-policies': {
            rows: [{ row: 2, values: { amount: 100_500_000 } }],
            rejected: 0,
          },
        },
        figures: [{ code: 'insurance-amount', value: 100_000_000n }],
      });
      await contents.close();
      expect(await stores.findings.all(key)).toMatchObject([
        { target: 'insurance-amount-growth', on: 'base', year: 2021, outcome: 'met' },
      ]);
      expect(await stores.money.entries(key)).toMatchObject([
        { kind: 'award', fen: 18_000_000_000n },
        { kind: 'payment', fen: 12_000_000_000n },
      ]);
    });

    it('is what its audit chain says, which begins with it', async () => {
      await expect(demandWholeAudit(loaded.place)).resolves.toBeUndefined();
    });

    it('keeps every determination to the byte', async () => {
      const { items } = await stores.determinations.evaluations(key, { limit: 10 });
      expect(items.map(({ year }) => year)).toEqual([2021, 2021, 2020]);
      expect(new Set(items.map(({ standing }) => standing))).toEqual(new Set(['draft']));
      for (const { hash } of items) {
        const canonical = (await stores.determinations.canonical(key, hash)) ?? '';
        expect(createHash('sha256').update(canonical).digest('hex')).toBe(hash);
      }
    });
  });
}
