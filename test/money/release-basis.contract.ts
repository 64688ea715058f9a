import { tmpdir } from 'node:os';
import { IssuePaper, type Stores } from '#application';
import { failureOf, valueOf } from '../outcome-on-trial.js';
import { approver, determined, half, MoneyOnTrial } from './money-on-trial.js';
import { moneyForEachTest, type OpenMoney } from './opened-money.js';

/** How a release keeps to what it rests on, whatever money is kept in. */
export function releaseBasisContract(name: string, open: OpenMoney): void {
  describe(name, () => {
    let stores: Stores;
    moneyForEachTest(open, (opened) => {
      ({ stores } = opened);
    });

    it('has no letter issued that tells of it as it was before it changed', async () => {
      const money = await MoneyOnTrial.eligible(stores);
      const { id: release } = valueOf(await money.propose(half));
      valueOf(await money.approve(release));
      const service = { ...money.service, scratch: tmpdir() };
      /** Writes papers while something happens, once. */
      const issue = (meanwhile: () => Promise<unknown>) => {
        let happens = () => {
          happens = () => Promise.resolve();
          return meanwhile();
        };
        const write = async ({ kind }: { kind: string }) => {
          await happens();
          return { ok: true, value: Buffer.from(kind) } as const;
        };
        return new IssuePaper(service, { write }).execute(approver, money.key, {
          ...{ kind: 'release-letter', release },
        });
      };
      const change = () => determined(stores, money.key, { note: 'another' });
      expect(failureOf(await issue(change))).toBe('release-basis-changed');
      await determined(stores, money.key);
      const cancel = () => money.move(release, { move: 'cancel', opinion: '不再拨付' });
      expect(failureOf(await issue(cancel))).toBe('release-not-approved');
      expect(await stores.papers.all(money.key)).toEqual([]);
    });

    describe('is void once what it rests on has changed', () => {
      const changes: Readonly<Record<string, (money: MoneyOnTrial) => Promise<unknown>>> = {
        'by a new determination': (money) => determined(stores, money.key, { note: 'another' }),
        'by a worse one': (money) => determined(stores, money.key, { overall: 'ineligible' }),
        'by an evaluation that is pending': ({ key }) =>
          stores.transactions.run(() =>
            stores.jobs.add({
              kind: 'evaluate-subject',
              ...key,
              year: 2021,
              standing: 'submitted',
            }),
          ),
        'by a corrected award': async (money) => {
          valueOf(await money.correct('award', 15_000_000_001n));
        },
        'by a corrected conclusion': async (money) => {
          const [first] = await stores.conclusions.all(money.key);
          valueOf(await money.conclude('passed', first?.id ?? null));
        },
      };
      const cases = Object.keys(changes).flatMap((what) =>
        (['proposed', 'approved'] as const).map((state) => [what, state] as const),
      );
      it.each(cases)('%s, while it is %s', async (what, state) => {
        const money = await MoneyOnTrial.eligible(stores);
        const { id } = valueOf(await money.propose(half - 1n));
        const before = await money.read(id);
        if (state === 'approved') valueOf(await money.approve(id));
        await changes[what]?.(money);
        const moved =
          state === 'proposed'
            ? await money.move(
                id,
                { move: 'approve', shown: before.shown, opinion: null },
                approver,
              )
            : await money.pay(id);
        expect(failureOf(moved)).toBe('release-void');
        const { release, moves } = await money.read(id);
        expect(release.state).toBe('void');
        expect(moves.at(-1)).toMatchObject({ move: 'void', who: 'system' });
        expect((await money.position()).released).toBe(0n);
        expect(failureOf(await money.approve(id))).toBe('move-not-possible');
      });
    });

    it('waits for the official conclusion, which has to agree with the determination', async () => {
      const money = await MoneyOnTrial.begin(stores);
      valueOf(await money.enter('award', 15_000_000_000n));
      valueOf(await money.enter('payment', 10_000_000_000n));
      expect((await money.gate()).why).toEqual(['no-determination', 'no-official-conclusion']);
      await determined(stores, money.key);
      expect((await money.gate()).why).toEqual(['no-official-conclusion']);
      const { id } = valueOf(await money.conclude('failed'));
      expect((await money.gate()).why).toEqual(['conclusion-failed', 'conclusion-disagrees']);
      expect(failureOf(await money.conclude('passed'))).toBe('conclusion-exists');
      valueOf(await money.conclude('passed', id));
      expect(failureOf(await money.conclude('passed', id))).toBe('not-the-current-conclusion');
      expect((await money.gate()).why).toEqual([]);
      await determined(stores, money.key, { overall: 'undetermined' });
      expect((await money.gate()).why).toEqual(['undetermined']);
      await determined(stores, money.key, { overall: 'ineligible' });
      expect((await money.gate()).why).toEqual(['not-eligible', 'conclusion-disagrees']);
      expect(failureOf(await money.propose(1n))).toBe('gate-closed');
    });
  });
}
