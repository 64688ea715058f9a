import type { Stores } from '#application';
import { half, MoneyOnTrial } from './money-on-trial.js';
import { moneyForEachTest, type BareDatabase, type OpenMoney } from './opened-money.js';

/** What the database itself holds money to, whatever money is kept in. */
export function guardsContract(name: string, open: OpenMoney): void {
  describe(`${name} is held by the database itself`, () => {
    let stores: Stores;
    let bare: BareDatabase;
    moneyForEachTest(open, (opened) => {
      ({ stores, bare } = opened);
    });

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
      await expect(bare.run(insert, ['1', String(half + 1n), 'proposed'])).rejects.toThrow('award');
      await bare.run(insert, ['1', left, 'proposed']);
      await approved('1');
      await expect(bare.run(entry, ['p', 'payment', '1', 'p'])).rejects.toThrow('award');
      await bare.run(move, ['1', 'pay', 'paid', 'a']);
      await set('paid', '1');
      await expect(bare.run(insert, ['2', '1', 'proposed'])).rejects.toThrow('award');
      await bare.run(move, ['1', 'return', 'returned', 'a']);
      await bare.run(`UPDATE money_release SET state = 'returned', returned = '1' WHERE id = '1'`);
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
}
