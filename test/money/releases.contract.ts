import { tmpdir } from 'node:os';
import { IssuePaper, RunJob, type Stores } from '#application';
import { yearlySummaryView } from '#contracts';
import { approver, determined, kindOf, MoneyOnTrial, person, value } from './money-on-trial.js';

const half = 5_000_000_000n;

/** A database, spoken to past the application. */
export interface BareDatabase {
  /** With `?` for each value. */
  readonly run: (sql: string, values?: readonly (string | number)[]) => Promise<unknown>;
}

/** What money must hold, whatever it is kept in. */
export function releasesContract(
  name: string,
  open: () => Promise<{ stores: Stores; bare: BareDatabase; readonly close: () => Promise<void> }>,
): void {
  describe(name, () => {
    let stores: Stores;
    let bare: BareDatabase;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ stores, bare, close } = await open());
    });
    afterEach(() => close());

    it('goes out once one proposed it and another approved it, in instalments', async () => {
      const money = await MoneyOnTrial.eligible(stores);
      const first = value(await money.propose(2_000_000_000n));
      expect(await money.position()).toMatchObject({ released: 0n, remaining: half });
      value(await money.approve(first.id));
      expect(await money.position()).toMatchObject({ remaining: 3_000_000_000n });
      expect((await money.gate()).why).toEqual(['release-open']);
      expect(kindOf(await money.propose(1n))).toBe('gate-closed');
      expect(value(await money.pay(first.id, '支〔2022〕1号')).release.state).toBe('paid');
      expect(kindOf(await money.propose(3_000_000_001n))).toBe('exceeds-releasable');
      const second = value(await money.propose(3_000_000_000n));
      value(await money.approve(second.id));
      expect(kindOf(await money.pay(second.id, '支〔2022〕1号'))).toBe('document-used');
      value(await money.pay(second.id));
      expect(await money.position()).toEqual({ paid: 10n ** 10n, released: half, remaining: 0n });
      expect((await money.gate()).why).toEqual(['nothing-remains']);
      expect((await money.read(first.id)).moves.map(({ move, who }) => [move, who])).toEqual([
        ['propose', 'finance-reviewer'],
        ['approve', 'finance-approver'],
        ['pay', 'finance-reviewer'],
      ]);
    });

    it('has no letter issued that tells of it as it was before it changed', async () => {
      const money = await MoneyOnTrial.eligible(stores);
      const { id: release } = value(await money.propose(half));
      value(await money.approve(release));
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
      expect(kindOf(await issue(change))).toBe('release-basis-changed');
      await determined(stores, money.key);
      const cancel = () => money.move(release, { move: 'cancel', opinion: '不再拨付' });
      expect(kindOf(await issue(cancel))).toBe('release-not-approved');
      expect(await stores.papers.all(money.key)).toEqual([]);
    });

    it('comes back in part or in full, and may go out again', async () => {
      const money = await MoneyOnTrial.eligible(stores);
      const { id } = value(await money.propose(half));
      value(await money.approve(id));
      expect(kindOf(await money.return(id, 1n))).toBe('move-not-possible');
      value(await money.pay(id));
      value(await money.return(id, 1n));
      expect(await money.position()).toMatchObject({ released: half - 1n, remaining: 1n });
      expect(kindOf(await money.return(id, half))).toBe('exceeds-release');
      expect(kindOf(await money.return(id, 0n))).toBe('amount-needed');
      value(await money.return(id, half - 1n));
      expect(await money.position()).toMatchObject({ released: 0n, remaining: half });
      expect((await money.gate()).money.releasable).toBe(half);
    });

    it('comes back once by a document, of whichever release', async () => {
      const money = await MoneyOnTrial.eligible(stores);
      const paid = async (fen: bigint, document: string) => {
        const { id } = value(await money.propose(fen));
        value(await money.approve(id));
        value(await money.pay(id, document));
        return id;
      };
      const [first, second] = [await paid(1000n, '一号'), await paid(1000n, '二号')];
      // A payment's number is another's to give.
      value(await money.return(first, 300n, '二号'));
      for (const id of [first, second]) {
        expect(await money.return(id, 200n, '二号')).toMatchObject({
          failure: { kind: 'document-used', document: '二号', fen: 300n },
        });
      }
      value(await money.return(second, 300n, '三号'));
      expect(await money.position()).toMatchObject({ released: 1400n });
    });

    it.each([
      ['rejected', 'reject'],
      ['withdrawn', 'withdraw'],
    ] as const)('takes nothing where it was %s', async (state, move) => {
      const money = await MoneyOnTrial.eligible(stores);
      const { id } = value(await money.propose(half));
      const who = move === 'reject' ? approver : person('finance-reviewer');
      const moved = await money.move(id, { move, opinion: '材料不全' }, who);
      expect(value(moved).release.state).toBe(state);
      expect(await money.position()).toMatchObject({ remaining: half });
      expect(await money.approve(id)).toMatchObject({
        failure: { kind: 'move-not-possible', move: 'approve', state, possible: [] },
      });
      value(await money.propose(half));
    });

    it.each([
      ['cancelled', { move: 'cancel', opinion: '取消' }],
      ['failed', { move: 'fail', opinion: '退票', document: '退〔2022〕1号' }],
    ] as const)('gives back what it took where it was %s', async (state, move) => {
      const money = await MoneyOnTrial.eligible(stores);
      const { id } = value(await money.propose(half));
      expect(kindOf(await money.move(id, move))).toBe('move-not-possible');
      value(await money.approve(id));
      expect(await money.position()).toMatchObject({ remaining: 0n });
      expect(value(await money.move(id, move)).release.state).toBe(state);
      expect(await money.position()).toMatchObject({ remaining: half });
      expect(kindOf(await money.pay(id))).toBe('move-not-possible');
    });

    it('is approved by nobody who proposed it, nor in another role', async () => {
      const money = await MoneyOnTrial.eligible(stores);
      const { id } = value(await money.propose(half));
      const same = person('finance-approver', 'finance-reviewer');
      expect(kindOf(await money.approve(id, same))).toBe('own-proposal');
      for (const role of ['finance-reviewer', 'ip-reviewer', 'system-administrator'] as const) {
        expect(kindOf(await money.approve(id, person(role, 'other')))).toBe('move-of-another-role');
      }
      value(await money.approve(id));
    });

    it('is approved as it is shown, or not at all', async () => {
      const money = await MoneyOnTrial.eligible(stores);
      const { id } = value(await money.propose(half));
      const approval = { move: 'approve', shown: '0'.repeat(64), opinion: null } as const;
      expect(kindOf(await money.move(id, approval, approver))).toBe('not-what-is-shown');
      value(await money.approve(id));
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
          value(await money.correct('award', 15_000_000_001n));
        },
        'by a corrected conclusion': async (money) => {
          const [first] = await stores.conclusions.all(money.key);
          value(await money.conclude('passed', first?.id ?? null));
        },
      };
      const cases = Object.keys(changes).flatMap((what) =>
        (['proposed', 'approved'] as const).map((state) => [what, state] as const),
      );
      it.each(cases)('%s, while it is %s', async (what, state) => {
        const money = await MoneyOnTrial.eligible(stores);
        const { id } = value(await money.propose(half - 1n));
        const before = await money.read(id);
        if (state === 'approved') value(await money.approve(id));
        await changes[what]?.(money);
        const moved =
          state === 'proposed'
            ? await money.move(
                id,
                { move: 'approve', shown: before.shown, opinion: null },
                approver,
              )
            : await money.pay(id);
        expect(kindOf(moved)).toBe('release-void');
        const { release, moves } = await money.read(id);
        expect(release.state).toBe('void');
        expect(moves.at(-1)).toMatchObject({ move: 'void', who: 'system' });
        expect((await money.position()).released).toBe(0n);
        expect(kindOf(await money.approve(id))).toBe('move-not-possible');
      });
    });

    it('waits for the official conclusion, which has to agree with the determination', async () => {
      const money = await MoneyOnTrial.begin(stores);
      value(await money.enter('award', 15_000_000_000n));
      value(await money.enter('payment', 10_000_000_000n));
      expect((await money.gate()).why).toEqual(['no-determination', 'no-official-conclusion']);
      await determined(stores, money.key);
      expect((await money.gate()).why).toEqual(['no-official-conclusion']);
      const { id } = value(await money.conclude('failed'));
      expect((await money.gate()).why).toEqual(['conclusion-failed', 'conclusion-disagrees']);
      expect(kindOf(await money.conclude('passed'))).toBe('conclusion-exists');
      value(await money.conclude('passed', id));
      expect(kindOf(await money.conclude('passed', id))).toBe('not-the-current-conclusion');
      expect((await money.gate()).why).toEqual([]);
      await determined(stores, money.key, { overall: 'undetermined' });
      expect((await money.gate()).why).toEqual(['undetermined']);
      await determined(stores, money.key, { overall: 'ineligible' });
      expect((await money.gate()).why).toEqual(['not-eligible', 'conclusion-disagrees']);
      expect(kindOf(await money.propose(1n))).toBe('gate-closed');
    });

    it('is not paid first once there is a conclusion, whatever that says', async () => {
      for (const [result, code] of [
        ['passed', '999901'],
        ['failed', '999902'],
      ] as const) {
        const money = await MoneyOnTrial.begin(stores, code);
        value(await money.enter('award', 15_000_000_000n));
        value(await money.enter('payment', 10_000_000_000n, '一号'));
        value(await money.enter('payment', 1n));
        value(await money.conclude(result, null, 2020));
        expect(kindOf(await money.enter('payment', 1n))).toBe('payment-after-conclusion');
        // What was recorded before may be sent again.
        value(await money.enter('payment', 10_000_000_000n, '一号'));
        expect(await money.position()).toMatchObject({ remaining: half - 1n });
      }
    });

    it('is released only after a first payment, without which it is unknown what remains', async () => {
      const money = await MoneyOnTrial.begin(stores);
      value(await money.enter('award', 15_000_000_000n));
      await determined(stores, money.key);
      value(await money.conclude('passed'));
      expect((await money.gate()).why).toEqual(['no-first-payment']);
      expect(kindOf(await money.propose(1n))).toBe('gate-closed');
      value(await money.enter('payment', 10_000_000_000n));
      expect(await money.gate()).toMatchObject({ why: [], money: { releasable: half } });
    });

    it('may be paid first where that was left out until there was a conclusion', async () => {
      const money = await MoneyOnTrial.begin(stores);
      value(await money.enter('award', 15_000_000_000n));
      value(await money.conclude('passed', null, 2020));
      value(await money.enter('payment', 10_000_000_000n));
      expect(await money.position()).toMatchObject({ remaining: half });
      expect(kindOf(await money.enter('payment', half))).toBe('payment-after-conclusion');
    });

    it('has its award corrected, also after releases, but to no less than went out', async () => {
      const money = await MoneyOnTrial.eligible(stores);
      value(await money.correct('award', 16_000_000_000n, '二号'));
      const { id } = value(await money.propose(6_000_000_000n));
      value(await money.approve(id));
      value(await money.pay(id));
      expect(await money.correct('award', 15_999_999_999n)).toMatchObject({
        failure: { kind: 'award-exceeded', fen: 15_999_999_999n, released: 6_000_000_000n },
      });
      expect(kindOf(await money.correct('award', 20_000_000_001n))).toBe('award-out-of-bounds');
      value(await money.correct('award', 20_000_000_000n));
      expect(await money.position()).toMatchObject({ remaining: 4_000_000_000n });
      value(await money.return(id, 6_000_000_000n));
      value(await money.correct('award', 15_000_000_000n));
      expect(await money.position()).toMatchObject({ released: 0n, remaining: half });
      expect(kindOf(await money.enter('award', 15_000_000_000n))).toBe('award-exists');
      const entries = await stores.money.entries(money.key);
      expect(entries.filter(({ kind }) => kind === 'award')).toHaveLength(4);
    });

    it('has its first payment corrected until there is a conclusion', async () => {
      const money = await MoneyOnTrial.begin(stores);
      value(await money.enter('award', 16_000_000_000n));
      value(await money.enter('payment', 11_000_000_000n, '一号'));
      value(await money.enter('payment', 4_000_000_000n, '二号'));
      // With the first one it would be within the award, but beyond what is paid first.
      expect(await money.correct('payment', 4_000_000_001n)).toMatchObject({
        failure: { kind: 'first-payment-out-of-bounds', paid: 15_000_000_001n },
      });
      expect(await money.correct('payment', 5_000_000_001n)).toMatchObject({
        failure: { kind: 'exceeds-remainder', remaining: 5_000_000_000n },
      });
      value(await money.correct('payment', 1_000_000_000n, '三号'));
      expect(await money.position()).toMatchObject({ paid: 12_000_000_000n });
      value(await money.enter('payment', 3_000_000_000n, '四号'));
      value(await money.conclude('failed', null, 2020));
      expect(kindOf(await money.correct('payment', 1n))).toBe('payment-after-conclusion');
      value(await money.correct('award', 15_000_000_000n));
      expect(await money.position()).toMatchObject({ remaining: 0n });
      const once = await MoneyOnTrial.eligible(stores, '999902');
      expect(kindOf(await once.correct('payment', half))).toBe('payment-after-conclusion');
    });

    it('has an entry corrected only while it is in force, by another of its kind', async () => {
      const money = await MoneyOnTrial.begin(stores);
      const other = await MoneyOnTrial.begin(stores, '999902');
      const refusal = 'not-the-current-money-entry';
      const wrong = value(await money.enter('award', 15_000_000_000n, '一号')).entry.id;
      value(await other.enter('award', 15_000_000_000n));
      const correct = (by: MoneyOnTrial, kind: 'award' | 'payment', document: string) =>
        by.enter(kind, 16_000_000_000n, document, wrong);
      expect(kindOf(await correct(money, 'payment', '二号'))).toBe(refusal);
      expect(kindOf(await correct(other, 'award', '二号'))).toBe(refusal);
      const right = value(await correct(money, 'award', '二号'));
      expect(right).toMatchObject({ entry: { replaces: wrong }, isNew: true });
      expect(kindOf(await correct(money, 'award', '三号'))).toBe(refusal);
      // What was recorded before may be sent again, as it was.
      expect(value(await correct(money, 'award', '二号'))).toEqual({ ...right, isNew: false });
      expect(value(await money.enter('award', 15_000_000_000n, '一号')).isNew).toBe(false);
      expect(kindOf(await money.enter('award', 16_000_000_000n, '二号'))).toBe('document-used');
      // Only the entry was wrong, and not its document.
      const again = await money.enter('award', 17_000_000_000n, '二号', right.entry.id);
      expect(value(again).isNew).toBe(true);
      value(await money.enter('payment', 10_000_000_000n, '支一号'));
      const second = value(await money.enter('payment', 1_000_000_000n, '支二号')).entry.id;
      const refused = await money.enter('payment', 2_000_000_000n, '支一号', second);
      expect(kindOf(refused)).toBe('document-used');
      const { items } = await stores.audit.list({ about: wrong }, { limit: 1 });
      expect(items).toMatchObject([{ about: { entry: right.entry.id, replaces: wrong } }]);
    });

    it('goes out by the number of a first payment that was corrected, and of no other', async () => {
      const money = await MoneyOnTrial.begin(stores);
      value(await money.enter('award', 15_000_000_000n));
      value(await money.enter('payment', 10_000_000_000n, '支一号'));
      value(await money.correct('payment', 10_000_000_000n, '支二号'));
      await determined(stores, money.key);
      value(await money.conclude('passed'));
      const { id } = value(await money.propose(half));
      value(await money.approve(id));
      expect(kindOf(await money.pay(id, '支二号'))).toBe('document-used');
      value(await money.pay(id, '支一号'));
    });

    it('lets out the share that the points reach, rounded down to whole 分, and no more', async () => {
      const money = await MoneyOnTrial.begin(stores);
      value(await money.enter('award', 15_000_000_001n));
      value(await money.enter('payment', 10_000_000_000n));
      value(await money.conclude('passed'));
      await determined(stores, money.key, { share: 33 });
      // A third less a little of 5,000,000,001 分 is 1,650,000,000.33 分.
      expect((await money.gate()).money.releasable).toBe(1_650_000_000n);
      expect(kindOf(await money.propose(1_650_000_001n))).toBe('exceeds-releasable');
      const { id } = value(await money.propose(1_000_000_000n));
      value(await money.approve(id));
      value(await money.pay(id));
      expect((await money.gate()).money.releasable).toBe(650_000_000n);
      const rest = value(await money.propose(650_000_000n));
      value(await money.approve(rest.id));
      value(await money.pay(rest.id));
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
        value(await money.enter('award', 15_000_000_000n));
        value(await money.enter('payment', 10_000_000_000n));
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

    describe('is held by the database itself', () => {
      const insert = `INSERT INTO money_release (id, programme, subject_code, year, fen, shown,
        proposed_by, proposed_at, state, returned)
        VALUES (?, '2019-city-operation', '999901', 2021, ?, '', 'a', '', ?, '0')`;
      const entry = `INSERT INTO money_entry (id, programme, subject_code, kind, fen, document,
        recorded_at) VALUES (?, '2019-city-operation', '999901', ?, ?, ?, '')`;
      const move = `INSERT INTO money_release_move (release, move, to_state, who, at)
        VALUES (?, ?, ?, ?, '')`;
      const set = (state: string, id: string) =>
        bare.run(`UPDATE money_release SET state = ? WHERE id = ?`, [state, id]);
      const approved = async (id: string) => {
        await bare.run(move, [id, 'approve', 'approved', 'b']);
        await set('approved', id);
      };
      const left = String(half);
      beforeEach(() => MoneyOnTrial.eligible(stores));

      it('to one open release', async () => {
        await bare.run(insert, ['1', '1', 'proposed']);
        await expect(bare.run(insert, ['2', '1', 'proposed'])).rejects.toThrow(/unique/i);
      });

      it('to the award, to the 分, whatever is added', async () => {
        await expect(bare.run(insert, ['1', String(half + 1n), 'proposed'])).rejects.toThrow(
          'award',
        );
        await bare.run(insert, ['1', left, 'proposed']);
        await approved('1');
        await expect(bare.run(entry, ['p', 'payment', '1', 'p'])).rejects.toThrow('award');
        await bare.run(move, ['1', 'pay', 'paid', 'a']);
        await set('paid', '1');
        await expect(bare.run(insert, ['2', '1', 'proposed'])).rejects.toThrow('award');
        await bare.run(move, ['1', 'return', 'returned', 'a']);
        await bare.run(
          `UPDATE money_release SET state = 'returned', returned = '1' WHERE id = '1'`,
        );
        await bare.run(insert, ['2', '1', 'proposed']);
        await approved('2');
      });

      it('to the award as it was corrected, each entry by one of its like', async () => {
        const correction = entry
          .replace('recorded_at)', 'recorded_at, replaces)')
          .replace(`'')`, `'', ?)`);
        const key = { programme: '2019-city-operation', code: '999901' };
        const [award = '', payment = ''] = (await stores.money.entries(key)).map(({ id }) => id);
        const correct = (id: string, kind: string, fen: bigint, replaces: string) =>
          bare.run(correction, [id, kind, String(fen), id, replaces]);
        const like = 'replaces_its_like';
        await expect(correct('a', 'award', 2n * half - 1n, award)).rejects.toThrow('within_award');
        await expect(correct('a', 'award', 3n * half, payment)).rejects.toThrow(like);
        await expect(correct('a', 'award', 3n * half, 'none')).rejects.toThrow(like);
        await expect(
          bare.run(correction.replace('999901', '999902'), ['a', 'award', '1', 'a', award]),
        ).rejects.toThrow(like);
        await correct('a', 'award', 2n * half, award);
        await expect(bare.run(entry, ['p', 'payment', '1', 'p'])).rejects.toThrow('within_award');
        await expect(correct('b', 'award', 3n * half, award)).rejects.toThrow(/unique/i);
        await correct('p', 'payment', half, payment);
        await expect(bare.run(insert, ['1', String(half + 1n), 'proposed'])).rejects.toThrow(
          'proposed_within_award',
        );
        await bare.run(insert, ['1', left, 'proposed']);
        await approved('1');
        await expect(correct('q', 'payment', half + 1n, 'p')).rejects.toThrow('within_award');
      });

      it('to the award at its approval, where a payment came between', async () => {
        await bare.run(insert, ['1', left, 'proposed']);
        await bare.run(entry, ['p', 'payment', '1', 'p']);
        await expect(approved('1')).rejects.toThrow('award');
      });

      it('to the moves that there are, each written down', async () => {
        await expect(bare.run(insert, ['1', '1', 'approved'])).rejects.toThrow('begins');
        await bare.run(insert, ['1', '1', 'proposed']);
        await expect(set('approved', '1')).rejects.toThrow('moves_on');
        await bare.run(move, ['1', 'pay', 'paid', 'a']);
        await expect(set('paid', '1')).rejects.toThrow('moves_on');
        for (const change of [`fen = '2'`, `proposed_by = 'b'`, `returned = '1'`, `year = 2020`]) {
          await expect(bare.run(`UPDATE money_release SET ${change}`)).rejects.toThrow('moves_on');
        }
        await expect(bare.run('DELETE FROM money_release')).rejects.toThrow('stays');
        await expect(bare.run('DELETE FROM money_release_move')).rejects.toThrow('only ever added');
        await expect(bare.run(`UPDATE conclusion SET result = 'passed'`)).rejects.toThrow(
          'only ever added',
        );
      });

      it('to two persons', async () => {
        await bare.run(insert, ['1', '1', 'proposed']);
        await expect(bare.run(move, ['1', 'approve', 'approved', 'a'])).rejects.toThrow('by_two');
      });

      it('to one first conclusion a year', async () => {
        const conclusion = `INSERT INTO conclusion (id, programme, subject_code, year, document,
          date, result, recorded_at) VALUES ('x', '2019-city-operation', '999901', 2021, '', '',
          'passed', '')`;
        await expect(bare.run(conclusion)).rejects.toThrow(/unique/i);
      });
    });
  });
}
