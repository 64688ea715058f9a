import { setImmediate as tick } from 'node:timers/promises';
import type { Transactions } from '#application';

/** A database with one table of words, to see what its transactions do. */
export interface DatabaseOnTrial extends Transactions {
  /** Adds a word, within a transaction. */
  note(what: string): Promise<unknown>;
  /** The words that are seen from here, in the order added. */
  notes(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** A place for a database, which several processes may open. */
export interface PlaceOnTrial {
  open(purpose?: 'product' | 'demonstration'): Promise<DatabaseOnTrial>;
  remove(): Promise<void>;
}

/** What transactions must hold, whatever the database. */
export function databaseContract(name: string, makePlace: () => Promise<PlaceOnTrial>): void {
  describe(name, () => {
    let place: PlaceOnTrial;
    let database: DatabaseOnTrial;
    beforeEach(async () => {
      place = await makePlace();
      database = await place.open();
    });
    afterEach(async () => {
      await database.close();
      await place.remove();
    });

    it('lets concurrent transactions through one after another, in the order asked for', async () => {
      const names = Array.from({ length: 50 }, (_, index) => `${index}`);
      await Promise.all(
        names.map((name) =>
          database.run(async () => {
            await database.note(`${name} begins`);
            await tick();
            await database.note(`${name} ends`);
          }),
        ),
      );
      expect(await database.notes()).toEqual(
        names.flatMap((name) => [`${name} begins`, `${name} ends`]),
      );
    });

    it('undoes one transaction that fails and none of those around it', async () => {
      const results = await Promise.allSettled(
        ['first', 'second', 'third'].map((name) =>
          database.run(async () => {
            await database.note(name);
            await tick();
            if (name === 'second') throw new Error('no');
          }),
        ),
      );
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await database.notes()).toEqual(['first', 'third']);
    });

    it('takes a transaction within a transaction as part of it', async () => {
      await expect(
        database.run(async () => {
          await database.run(() => database.note('inner'));
          throw new Error('outer fails');
        }),
      ).rejects.toThrow('outer fails');
      expect(await database.notes()).toEqual([]);
    });

    it('commits nothing when an inner failure was swallowed', async () => {
      await expect(
        database.run(async () => {
          await database.note('outer');
          await database
            .run(async () => {
              await database.note('half');
              throw new Error('inner fails');
            })
            .catch(() => undefined);
        }),
      ).rejects.toThrow('outside an open transaction');
      expect(await database.notes()).toEqual([]);
    });

    it('never shows what is not committed', async () => {
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      const writing = database.run(async () => {
        await database.note('pending');
        expect(await database.notes()).toEqual(['pending']);
        await held;
      });
      await tick();
      expect(await database.notes()).toEqual([]);
      release();
      await writing;
      expect(await database.notes()).toEqual(['pending']);
    });

    it('refuses a write outside a transaction, or after it', async () => {
      await expect(async () => database.note('outside')).rejects.toThrow('outside an open');
      let late: Promise<unknown> = Promise.resolve();
      await database.run(async () => {
        late = (async () => {
          await new Promise((resolve) => setTimeout(resolve, 20));
          await database.note('late');
        })();
        late.catch(() => undefined);
        await tick();
      });
      await expect(late).rejects.toThrow('outside an open transaction');
    });

    it('refuses a read left over from a transaction that has ended', async () => {
      let late: Promise<unknown> = Promise.resolve();
      await database.run(async () => {
        late = tick()
          .then(() => tick())
          .then(() => new Promise((done) => setTimeout(done, 20)))
          .then(() => database.notes());
        late.catch(() => undefined);
        await tick();
      });
      await expect(late).rejects.toThrow('outside an open transaction');
    });

    it('undoes what ran beside others as well, and lets it not become alone', async () => {
      const failing = database.beside(async () => {
        await database.note('undone');
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      await database.beside(() => database.note('kept'));
      expect(await database.notes()).toEqual(['kept']);
    });

    it('does what is to follow a commit then, and never after a rollback', async () => {
      const done: string[] = [];
      const transaction = (name: string, fails: boolean) =>
        database.run(async () => {
          await database.run(async () => {
            database.afterCommit(() => done.push(name));
            await database.note(name);
          });
          expect(done).toEqual(['at once']);
          if (fails) throw new Error('no');
        });
      database.afterCommit(() => done.push('at once'));
      await expect(transaction('undone', true)).rejects.toThrow('no');
      await transaction('kept', false);
      expect(done).toEqual(['at once', 'kept']);
    });

    it('is prepared once where several processes open it at the same moment', async () => {
      const fresh = await makePlace();
      const opened = await Promise.all(Array.from({ length: 6 }, () => fresh.open()));
      await Promise.all(opened.map((each, at) => each.run(() => each.note(String(at)))));
      expect((await opened[0]?.notes())?.length).toBe(6);
      await Promise.all(opened.map((each) => each.close()));
      await fresh.remove();
    });

    it('is opened for no other purpose', async () => {
      await expect(place.open('demonstration')).rejects.toThrow('数据库已用于“product”');
    });

    it('waits for another process that is writing, without standing still', async () => {
      const other = await place.open();
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      const blocking = other.run(() => held);
      const waiting = database.run(() => database.note('after'));
      setTimeout(release, 100);
      await Promise.all([blocking, waiting]);
      expect(await database.notes()).toEqual(['after']);
      await other.close();
    });
  });
}
