import { RunJob, type Stores } from '#application';
import { yearlySummaryView } from '#contracts';
import { failureOf, valueOf } from '../outcome-on-trial.js';
import { determined, half, MoneyOnTrial } from './money-on-trial.js';
import { moneyForEachTest, type OpenMoney } from './opened-money.js';

/** How much money may go out at most, whatever money is kept in. */
export function releasableContract(name: string, open: OpenMoney): void {
  describe(name, () => {
    let stores: Stores;
    moneyForEachTest(open, (opened) => {
      ({ stores } = opened);
    });

    it('is not paid first once there is a conclusion, whatever that says', async () => {
      for (const [result, code] of [
        ['passed', '999901'],
        ['failed', '999902'],
      ] as const) {
        const money = await MoneyOnTrial.begin(stores, code);
        valueOf(await money.enter('award', 15_000_000_000n));
        valueOf(await money.enter('payment', 10_000_000_000n, '一号'));
        valueOf(await money.enter('payment', 1n));
        valueOf(await money.conclude(result, null, 2020));
        expect(failureOf(await money.enter('payment', 1n))).toBe('payment-after-conclusion');
        // What was recorded before may be sent again.
        valueOf(await money.enter('payment', 10_000_000_000n, '一号'));
        expect(await money.position()).toMatchObject({ remaining: half - 1n });
      }
    });

    it('is released only after a first payment, without which it is unknown what remains', async () => {
      const money = await MoneyOnTrial.begin(stores);
      valueOf(await money.enter('award', 15_000_000_000n));
      await determined(stores, money.key);
      valueOf(await money.conclude('passed'));
      expect((await money.gate()).why).toEqual(['no-first-payment']);
      expect(failureOf(await money.propose(1n))).toBe('gate-closed');
      valueOf(await money.enter('payment', 10_000_000_000n));
      expect(await money.gate()).toMatchObject({ why: [], money: { releasable: half } });
    });

    it('may be paid first where that was left out until there was a conclusion', async () => {
      const money = await MoneyOnTrial.begin(stores);
      valueOf(await money.enter('award', 15_000_000_000n));
      valueOf(await money.conclude('passed', null, 2020));
      valueOf(await money.enter('payment', 10_000_000_000n));
      expect(await money.position()).toMatchObject({ remaining: half });
      expect(failureOf(await money.enter('payment', half))).toBe('payment-after-conclusion');
    });

    it('lets out the share that the points reach, rounded down to whole 分, and no more', async () => {
      const money = await MoneyOnTrial.begin(stores);
      valueOf(await money.enter('award', 15_000_000_001n));
      valueOf(await money.enter('payment', 10_000_000_000n));
      valueOf(await money.conclude('passed'));
      await determined(stores, money.key, { share: 33 });
      // A third less a little of 5,000,000,001 分 is 1,650,000,000.33 分.
      expect((await money.gate()).money.releasable).toBe(1_650_000_000n);
      expect(failureOf(await money.propose(1_650_000_001n))).toBe('exceeds-releasable');
      const { id } = valueOf(await money.propose(1_000_000_000n));
      valueOf(await money.approve(id));
      valueOf(await money.pay(id));
      expect((await money.gate()).money.releasable).toBe(650_000_000n);
      const rest = valueOf(await money.propose(650_000_000n));
      valueOf(await money.approve(rest.id));
      valueOf(await money.pay(rest.id));
      expect((await money.gate()).why).toEqual(['share-released']);
      await determined(stores, money.key, { year: 2020, share: 50 });
      // The other year opens half of what the first left.
      expect((await money.gate(2020)).money.releasable).toBe(1_675_000_000n);
    });

    it('is summed up by a yearly run as far as nothing but the conclusion is open', async () => {
      const at = '2022-07-01T09:00:00.000+08:00';
      const [programme, year] = ['2019-city-operation', 2021];
      const since: Readonly<Record<string, (money: MoneyOnTrial) => Promise<unknown>>> = {
        999901: () => Promise.resolve(),
        999902: (money) => money.conclude('passed'),
        999903: (money) => money.conclude('failed'),
        999904: (money) => determined(stores, money.key, { note: 'another' }),
      };
      const cities: [string, MoneyOnTrial, string][] = [];
      for (const code of Object.keys(since)) {
        const money = await MoneyOnTrial.begin(stores, code);
        valueOf(await money.enter('award', 15_000_000_000n));
        valueOf(await money.enter('payment', 10_000_000_000n));
        cities.push([code, money, await determined(stores, money.key)]);
      }
      await stores.transactions.run(async () => {
        await stores.audit.add({ at, who: 'x', what: 'yearly-run-started', about: {} });
        await stores.yearlyRuns.begin({ programme, year, startedAt: at, startedBy: 'x' });
        for (const [code, , determination] of cities) {
          await stores.yearlyRuns.addResult(programme, year, { code, determination }, at);
        }
      });
      for (const [code, money] of cities) await since[code]?.(money);
      const [first] = cities;
      if (first)
        await new RunJob(first[1].service).run({ kind: 'sum-up-run', programme, year }, true);
      const canonical = (await stores.yearlyRuns.summary(programme, year))?.canonical ?? '';
      const summary = yearlySummaryView.parse(JSON.parse(canonical));
      const [all, none] = [String(half), '0'];
      expect(summary.subjects.map(({ releasable }) => releasable)).toEqual([all, all, none, none]);
      expect(summary.releasable).toBe(String(2n * half));
    });
  });
}
