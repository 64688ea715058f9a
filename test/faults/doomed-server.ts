import { writeSync } from 'node:fs';
import sqlite from 'better-sqlite3';
import { z } from 'zod';
import { phases, type Phase } from './phases.js';

/**
 * The product's server, which kills itself at the n-th pass of a phase, counted from when it is told
 * so: `node doomed-server.js [PHASE N]`, or a message `[PHASE, N]`, which it answers. It looks over
 * the shoulder of the database driver, so that the product carries nothing for it.
 */
const [, , ...words] = process.argv;
if (words.length > 0) doom(words);
process.on('message', (told) => {
  doom(told);
  process.send?.('doomed');
});
process.channel?.unref();
await import(new URL('../../bundled/apps/server/src/main.js', import.meta.url).href);

function doom(told: unknown): void {
  const [name, pass] = z.tuple([z.string(), z.coerce.number()]).parse(told);
  const phase = phases.find((each) => each.name === name) ?? deadlyRows(name);
  if (!phase) throw new Error(`no phase is called ${name}`);
  killAt(phase, pass);
}

/** The phase `deadly: WORD`: rows with that word are about to be written. */
function deadlyRows(named: string): Phase | undefined {
  const [, word] = /^deadly: (.+)$/.exec(named) ?? [];
  if (word === undefined) return undefined;
  const statement = new RegExp(`^INSERT INTO ledger_row[^]*${word}`);
  return { name: named, moment: 'before', statement };
}

function killAt({ name: reached, moment, statement, having }: Phase, nth: number): void {
  let passes = 0;
  let transaction: string[] = [];
  const look = (now: Phase['moment'], text: string) => {
    if (moment !== now || !statement.test(text)) return;
    if (having && !transaction.some((done) => having.test(done))) return;
    if (++passes < nth) return;
    writeSync(1, `reached ${reached}\n`);
    process.kill(process.pid, 'SIGKILL');
  };
  const around = <T>(text: string, work: () => T): T => {
    if (text.startsWith('BEGIN')) transaction = [];
    look('before', text);
    const result = work();
    transaction.push(text);
    look('after', text);
    return result;
  };
  const database: { exec: (this: sqlite.Database, sql: string) => sqlite.Database } =
    sqlite.prototype;
  const { exec } = database;
  database.exec = function (sql) {
    return around(sql, () => exec.call(this, sql));
  };
  const prototype: unknown = Object.getPrototypeOf(new sqlite(':memory:').prepare('SELECT 1'));
  if (!isRunnable(prototype)) throw new Error('the driver has another form');
  // What returns something is no `run`, though it writes.
  for (const way of ['run', 'all'] as const) {
    const { [way]: carryOut } = prototype;
    prototype[way] = function (this: sqlite.Statement, ...values: unknown[]) {
      if (this.readonly) return carryOut.apply(this, values);
      const text = `${this.source.trim()} ${values.flatMap(textsIn).join(' ')}`;
      return around(text, () => carryOut.apply(this, values));
    };
  }
}

/** The texts among parameters, which are listed or named. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  return Object.values(value).filter((each) => typeof each === 'string');
}

type Way = (...values: unknown[]) => unknown;

function isRunnable(value: unknown): value is { run: Way; all: Way } {
  return typeof value === 'object' && value !== null && 'run' in value && 'all' in value;
}
