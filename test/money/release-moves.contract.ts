import type { Stores } from '#application';
import { failureOf, valueOf } from '../outcome-on-trial.js';
import { approver, half, MoneyOnTrial, person } from './money-on-trial.js';
import { moneyForEachTest, type OpenMoney } from './opened-money.js';

/** What every move of a release must hold to, whatever money is kept in. */
export function releaseMovesContract(name: string, open: OpenMoney): void {
  describe(name, () => {
    let stores: Stores;
    moneyForEachTest(open, (opened) => {
      ({ stores } = opened);
    });

    it('goes out once one proposed it and another approved it, in instalments', async () => {
      const money = await MoneyOnTrial.eligible(stores);
      const first = valueOf(await money.propose(2_000_000_000n));
      expect(await money.position()).toMatchObject({ released: 0n, remaining: half });
      valueOf(await money.approve(first.id));
      expect(await money.position()).toMatchObject({ remaining: 3_000_000_000n });
      expect((await money.gate()).why).toEqual(['release-open']);
      expect(failureOf(await money.propose(1n))).toBe('gate-closed');
      expect(valueOf(await money.pay(first.id, '支〔2022〕1号')).release.state).toBe('paid');
      expect(failureOf(await money.propose(3_000_000_001n))).toBe('exceeds-releasable');
      const second = valueOf(await money.propose(3_000_000_000n));
      valueOf(await money.approve(second.id));
      expect(failureOf(await money.pay(second.id, '支〔2022〕1号'))).toBe('document-used');
      valueOf(await money.pay(second.id));
      expect(await money.position()).toEqual({ paid: 10n ** 10n, released: half, remaining: 0n });
      expect((await money.gate()).why).toEqual(['nothing-remains']);
      expect((await money.read(first.id)).moves.map(({ move, who }) => [move, who])).toEqual([
        ['propose', 'finance-reviewer'],
        ['approve', 'finance-approver'],
        ['pay', 'finance-reviewer'],
      ]);
    });

    it('comes back in part or in full, and may go out again', async () => {
      const money = await MoneyOnTrial.eligible(stores);
      const { id } = valueOf(await money.propose(half));
      valueOf(await money.approve(id));
      expect(failureOf(await money.return(id, 1n))).toBe('move-not-possible');
      valueOf(await money.pay(id));
      valueOf(await money.return(id, 1n));
      expect(await money.position()).toMatchObject({ released: half - 1n, remaining: 1n });
      expect(failureOf(await money.return(id, half))).toBe('exceeds-release');
      expect(failureOf(await money.return(id, 0n))).toBe('amount-needed');
      valueOf(await money.return(id, half - 1n));
      expect(await money.position()).toMatchObject({ released: 0n, remaining: half });
      expect((await money.gate()).money.releasable).toBe(half);
    });

    it('comes back once by a document, of whichever release', async () => {
      const money = await MoneyOnTrial.eligible(stores);
      const paid = async (fen: bigint, document: string) => {
        const { id } = valueOf(await money.propose(fen));
        valueOf(await money.approve(id));
        valueOf(await money.pay(id, document));
        return id;
      };
      const [first, second] = [await paid(1000n, '一号'), await paid(1000n, '二号')];
      // A payment's number is another's to give.
      valueOf(await money.return(first, 300n, '二号'));
      for (const id of [first, second]) {
        expect(await money.return(id, 200n, '二号')).toMatchObject({
          failure: { kind: 'document-used', document: '二号', fen: 300n },
        });
      }
      valueOf(await money.return(second, 300n, '三号'));
      expect(await money.position()).toMatchObject({ released: 1400n });
    });

    it.each([
      ['rejected', 'reject'],
      ['withdrawn', 'withdraw'],
    ] as const)('takes nothing where it was %s', async (state, move) => {
      const money = await MoneyOnTrial.eligible(stores);
      const { id } = valueOf(await money.propose(half));
      const who = move === 'reject' ? approver : person('finance-reviewer');
      const moved = await money.move(id, { move, opinion: '材料不全' }, who);
      expect(valueOf(moved).release.state).toBe(state);
      expect(await money.position()).toMatchObject({ remaining: half });
      expect(await money.approve(id)).toMatchObject({
        failure: { kind: 'move-not-possible', move: 'approve', state, possible: [] },
      });
      valueOf(await money.propose(half));
    });

    it.each([
      ['cancelled', { move: 'cancel', opinion: '取消' }],
      ['failed', { move: 'fail', opinion: '退票', document: '退〔2022〕1号' }],
    ] as const)('gives back what it took where it was %s', async (state, move) => {
      const money = await MoneyOnTrial.eligible(stores);
      const { id } = valueOf(await money.propose(half));
      expect(failureOf(await money.move(id, move))).toBe('move-not-possible');
      valueOf(await money.approve(id));
      expect(await money.position()).toMatchObject({ remaining: 0n });
      expect(valueOf(await money.move(id, move)).release.state).toBe(state);
      expect(await money.position()).toMatchObject({ remaining: half });
      expect(failureOf(await money.pay(id))).toBe('move-not-possible');
    });

    it('is approved by nobody who proposed it, nor in another role', async () => {
      const money = await MoneyOnTrial.eligible(stores);
      const { id } = valueOf(await money.propose(half));
      const same = person('finance-approver', 'finance-reviewer');
      expect(failureOf(await money.approve(id, same))).toBe('own-proposal');
      for (const role of ['finance-reviewer', 'ip-reviewer', 'system-administrator'] as const) {
        expect(failureOf(await money.approve(id, person(role, 'other')))).toBe(
          'move-of-another-role',
        );
      }
      valueOf(await money.approve(id));
    });

    it('is approved as it is shown, or not at all', async () => {
      const money = await MoneyOnTrial.eligible(stores);
      const { id } = valueOf(await money.propose(half));
      const approval = { move: 'approve', shown: '0'.repeat(64), opinion: null } as const;
      expect(failureOf(await money.move(id, approval, approver))).toBe('not-what-is-shown');
      valueOf(await money.approve(id));
    });
  });
}
