import { writeSync } from 'node:fs';
import sqlite from 'better-sqlite3';
import { startServer } from '../../apps/server/src/start-server.js';
import { readSettings } from '../../config/settings.js';
import { phases, type Phase } from './phases.js';

/**
 * A server that kills itself at the n-th pass of a phase: `node doomed-server.js FOLDER [PHASE N]`.
 * It looks over the shoulder of the database driver, so that the product carries nothing for it.
 */
const [, , folder = '', name, pass = '1'] = process.argv;
const phase = phases.find((each) => each.name === name) ?? deadlyRows(name);
if (name !== undefined && !phase) throw new Error(`no phase is called ${name}`);
if (phase) killAt(phase, Number(pass));
const settings = readSettings({ ...process.env, DATA_DIR: folder });
const server = await startServer(settings, 'product');
process.stdout.write(`${server.url}\n`);
process.once('SIGTERM', () => void server.stop());

/** The phase `deadly: WORD`: rows with that word are about to be written. */
function deadlyRows(named: string | undefined): Phase | undefined {
  const [, word] = /^deadly: (.+)$/.exec(named ?? '') ?? [];
  if (named === undefined || word === undefined) return undefined;
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
  const prototype: unknown = Object.getPrototypeOf(new sqlite(':memory:').prepare('SELECT 1'));
  if (!isRunnable(prototype)) throw new Error('the driver has another form');
  const { run } = prototype;
  prototype.run = function (this: sqlite.Statement, ...values: unknown[]) {
    const text = `${this.source.trim()} ${values
      .flat()
      .filter((each) => typeof each === 'string')
      .join(' ')}`;
    if (text.startsWith('BEGIN')) transaction = [];
    look('before', text);
    const result = run.apply(this, values);
    transaction.push(text);
    look('after', text);
    return result;
  };
}

function isRunnable(value: unknown): value is { run: (...values: unknown[]) => unknown } {
  return (
    typeof value === 'object' && value !== null && 'run' in value && typeof value.run === 'function'
  );
}
