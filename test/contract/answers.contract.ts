import type { Stores } from '#application';
import { storesForEachTest, type OpenStores } from './stores-on-trial.js';

const at = '2026-11-21T12:00:00.000+08:00';
const later = '2026-11-21T12:00:05.000+08:00';

/** What every store of answers, kept for who asks the same again, must hold. */
export function answersContract(name: string, open: OpenStores): void {
  describe(`${name}: answers`, () => {
    let stores: Stores;
    const within = storesForEachTest(open, (opened) => {
      stores = opened;
    });

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
}
