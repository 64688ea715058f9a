import type { Stores } from '#application';
import { failureOf, valueOf } from '../outcome-on-trial.js';
import { determined, half, MoneyOnTrial } from './money-on-trial.js';
import { moneyForEachTest, type OpenMoney } from './opened-money.js';

/** What holds where an award or a first payment was recorded wrongly. */
export function correctionsContract(name: string, open: OpenMoney): void {
  describe(`${name}: corrections`, () => {
    let stores: Stores;
    moneyForEachTest(open, (opened) => {
      ({ stores } = opened);
    });

    it('has its award corrected, also after releases, but to no less than went out', async () => {
      const money = await MoneyOnTrial.eligible(stores);
      valueOf(await money.correct('award', 16_000_000_000n, '二号'));
      const { id } = valueOf(await money.propose(6_000_000_000n));
      valueOf(await money.approve(id));
      valueOf(await money.pay(id));
      expect(await money.correct('award', 15_999_999_999n)).toMatchObject({
        failure: { kind: 'award-exceeded', fen: 15_999_999_999n, released: 6_000_000_000n },
      });
      expect(failureOf(await money.correct('award', 20_000_000_001n))).toBe('award-out-of-bounds');
      valueOf(await money.correct('award', 20_000_000_000n));
      expect(await money.position()).toMatchObject({ remaining: 4_000_000_000n });
      valueOf(await money.return(id, 6_000_000_000n));
      valueOf(await money.correct('award', 15_000_000_000n));
      expect(await money.position()).toMatchObject({ released: 0n, remaining: half });
      expect(failureOf(await money.enter('award', 15_000_000_000n))).toBe('award-exists');
      const entries = await stores.money.entries(money.key);
      expect(entries.filter(({ kind }) => kind === 'award')).toHaveLength(4);
    });

    it('has its first payment corrected until there is a conclusion', async () => {
      const money = await MoneyOnTrial.begin(stores);
      valueOf(await money.enter('award', 16_000_000_000n));
      valueOf(await money.enter('payment', 11_000_000_000n, '一号'));
      valueOf(await money.enter('payment', 4_000_000_000n, '二号'));
      // With the first one it would be within the award, but beyond what is paid first.
      expect(await money.correct('payment', 4_000_000_001n)).toMatchObject({
        failure: { kind: 'first-payment-out-of-bounds', paid: 15_000_000_001n },
      });
      expect(await money.correct('payment', 5_000_000_001n)).toMatchObject({
        failure: { kind: 'exceeds-remainder', remaining: 5_000_000_000n },
      });
      valueOf(await money.correct('payment', 1_000_000_000n, '三号'));
      expect(await money.position()).toMatchObject({ paid: 12_000_000_000n });
      valueOf(await money.enter('payment', 3_000_000_000n, '四号'));
      valueOf(await money.conclude('failed', null, 2020));
      expect(failureOf(await money.correct('payment', 1n))).toBe('payment-after-conclusion');
      valueOf(await money.correct('award', 15_000_000_000n));
      expect(await money.position()).toMatchObject({ remaining: 0n });
      const once = await MoneyOnTrial.eligible(stores, '999902');
      expect(failureOf(await once.correct('payment', half))).toBe('payment-after-conclusion');
    });

    it('has an entry corrected only while it is in force, by another of its kind', async () => {
      const money = await MoneyOnTrial.begin(stores);
      const other = await MoneyOnTrial.begin(stores, '999902');
      const refusal = 'not-the-current-money-entry';
      const wrong = valueOf(await money.enter('award', 15_000_000_000n, '一号')).entry.id;
      valueOf(await other.enter('award', 15_000_000_000n));
      const correct = (by: MoneyOnTrial, kind: 'award' | 'payment', document: string) =>
        by.enter(kind, 16_000_000_000n, document, wrong);
      expect(failureOf(await correct(money, 'payment', '二号'))).toBe(refusal);
      expect(failureOf(await correct(other, 'award', '二号'))).toBe(refusal);
      const right = valueOf(await correct(money, 'award', '二号'));
      expect(right).toMatchObject({ entry: { replaces: wrong }, isNew: true });
      expect(failureOf(await correct(money, 'award', '三号'))).toBe(refusal);
      // What was recorded before may be sent again, as it was.
      expect(valueOf(await correct(money, 'award', '二号'))).toEqual({ ...right, isNew: false });
      expect(valueOf(await money.enter('award', 15_000_000_000n, '一号')).isNew).toBe(false);
      expect(failureOf(await money.enter('award', 16_000_000_000n, '二号'))).toBe('document-used');
      // Only the entry was wrong, and not its document.
      const again = await money.enter('award', 17_000_000_000n, '二号', right.entry.id);
      expect(valueOf(again).isNew).toBe(true);
      valueOf(await money.enter('payment', 10_000_000_000n, '支一号'));
      const second = valueOf(await money.enter('payment', 1_000_000_000n, '支二号')).entry.id;
      const refused = await money.enter('payment', 2_000_000_000n, '支一号', second);
      expect(failureOf(refused)).toBe('document-used');
      const { items } = await stores.audit.list({ about: wrong }, { limit: 1 });
      expect(items).toMatchObject([{ about: { entry: right.entry.id, replaces: wrong } }]);
    });

    it('goes out by the number of a first payment that was corrected, and of no other', async () => {
      const money = await MoneyOnTrial.begin(stores);
      valueOf(await money.enter('award', 15_000_000_000n));
      valueOf(await money.enter('payment', 10_000_000_000n, '支一号'));
      valueOf(await money.correct('payment', 10_000_000_000n, '支二号'));
      await determined(stores, money.key);
      valueOf(await money.conclude('passed'));
      const { id } = valueOf(await money.propose(half));
      valueOf(await money.approve(id));
      expect(failureOf(await money.pay(id, '支二号'))).toBe('document-used');
      valueOf(await money.pay(id, '支一号'));
    });
  });
}
