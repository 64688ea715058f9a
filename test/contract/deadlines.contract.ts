import type { Deadline, Reminder, Stores, SubjectKey } from '#application';
import { storesForEachTest, type OpenStores } from './stores-on-trial.js';

const at = '2026-11-21T12:00:00.000+08:00';
const programme = '2019-city-operation';
const key: SubjectKey = { programme, code: '999901' };
const deadline: Deadline = {
  ...{ id: 'one', programme, year: 2021, step: 'submit', due: '2022-01-31' },
  ...{ counted: { workdays: 20, after: '2022-01-03' }, remindFrom: '2022-01-24' },
  ...{ document: '示例核〔2022〕1号', replaces: null, recordedAt: at, recordedBy: 'a reviewer' },
};
const reminder: Reminder = {
  ...{ id: 'first', programme, deadline: 'one', kind: 'near', account: 'a clerk', at },
  codes: ['999901', '999902'],
};

/** What every store of deadlines and reminders must hold. */
export function deadlinesContract(name: string, open: OpenStores): void {
  describe(name, () => {
    let stores: Stores;
    const within = storesForEachTest(open, (opened) => {
      stores = opened;
    });
    const remind = (given: Reminder) => within(() => stores.reminders.add(given));

    describe('deadlines', () => {
      it('come back in the order recorded, and are changed once', async () => {
        const change = { ...deadline, id: 'two', counted: null, replaces: 'one' };
        for (const each of [deadline, change]) await within(() => stores.deadlines.add(each));
        expect(await stores.deadlines.all(programme)).toEqual([deadline, change]);
        expect(await stores.deadlines.all('another')).toEqual([]);
        const late = within(() => stores.deadlines.add({ ...change, id: 'three' }));
        await expect(late).rejects.toThrow();
      });

      it('keep the holidays that they are counted by', async () => {
        const table = {
          ...{ year: 2027, document: '国办发明电〔2026〕1号', recordedAt: at, recordedBy: 'x' },
          ...{ holidays: ['2027-01-01', '2027-01-02'], workdays: [] },
        };
        await within(() => stores.deadlines.addHolidays(table));
        expect(await stores.deadlines.holidays()).toEqual([table]);
      });
    });

    describe('reminders', () => {
      it('come to an account once of each deadline, kind and subject', async () => {
        await remind(reminder);
        expect(await stores.reminders.byId('first')).toEqual(reminder);
        expect(await stores.reminders.byId('second')).toBeUndefined();
        const again = { ...reminder, id: 'second', codes: ['999902', '999903'] };
        await expect(remind(again)).rejects.toThrow();
        await remind({ ...again, codes: ['999903'] });
        await remind({ ...again, id: 'third', kind: 'overdue' });
        const reminded = await stores.reminders.reminded('one', 'near');
        expect(reminded.map(({ account, code }) => `${account} ${code}`).sort()).toEqual([
          ...['a clerk 999901', 'a clerk 999902', 'a clerk 999903'],
        ]);
      });

      it('are listed for a subject latest first, with the last try to send each', async () => {
        for (const [id, kind] of [
          ['1', 'near'],
          ['2', 'overdue'],
        ] as const) {
          await remind({ ...reminder, id, kind });
        }
        await remind({ ...reminder, id: '3', account: 'another' });
        const failed = { outcome: 'failed' as const, reason: 'no answer', at };
        const sent = { outcome: 'sent' as const, reason: null, at };
        for (const each of [failed, sent]) {
          expect(await stores.reminders.wasSent('1')).toBe(false);
          await within(() => stores.reminders.addDelivery('1', each));
        }
        expect(await stores.reminders.wasSent('1')).toBe(true);
        await within(() => stores.reminders.addDelivery('2', failed));
        const first = await stores.reminders.about(key, { limit: 2 });
        expect(first.items).toMatchObject([
          { id: '3', account: 'another', delivery: null },
          { id: '2', kind: 'overdue', delivery: failed },
        ]);
        if (first.next === null) throw new Error('there is another page');
        const rest = await stores.reminders.about(key, { limit: 2, from: first.next });
        expect(rest).toMatchObject({ items: [{ id: '1', delivery: sent }], next: null });
        expect(
          (await stores.reminders.about({ ...key, code: '999909' }, { limit: 1 })).items,
        ).toEqual([]);
      });
    });
  });
}
