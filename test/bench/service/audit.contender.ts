import { hash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import sqlite from 'better-sqlite3';
import { openAudit, openStore } from '#persistence';
import { stretch, tell, type Stretch } from './measure.js';

/**
 * Verifies a store of invented entries and evaluations, sealed by hand, and chains as many bare
 * hashes: `audit.contender.js FOLDER LINKS ROUNDS`.
 */
const [, , folder = '', linkCount, rounds] = process.argv;
const pairs = Number(linkCount) / 2;

await (await openStore(folder, 'product')).close();
const database = new sqlite(join(folder, 'pilot-targets.sqlite'));
const digest = (text: string) => hash('sha256', text, 'hex');
const sealOf = (row: Readonly<Record<string, string | number>>) =>
  digest(
    Object.keys(row)
      .sort()
      .map((name) => `${JSON.stringify(name)}:${JSON.stringify(row[name])},`)
      .join(''),
  );
const inserter = (table: string, columns: readonly string[]) =>
  database.prepare(
    `INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map((name) => `@${name}`).join()})`,
  );
const addEntry = inserter('audit_entry', ['number', 'at', 'who', 'what', 'about']);
const addEvaluation = inserter('evaluation', [
  ...['number', 'programme', 'subject_code', 'year', 'determination', 'at', 'standing'],
]);
const addSeal = inserter('seal', ['number', 'entry', 'of_table', 'of_row', 'digest', 'chain']);

/** The chain as it is documented, by other code than that which verifies it. */
function invent(): void {
  const last = database
    .prepare<[], { number: number; chain: string }>(
      'SELECT number, chain FROM seal ORDER BY 1 DESC',
    )
    .get();
  const first = database
    .prepare<[], { number: number }>('SELECT max(number) AS number FROM audit_entry')
    .get();
  if (!last || !first) throw new Error('there is no chain');
  let { number, chain } = last;
  const seal = (entry: number, of: string, row: Readonly<Record<string, string | number>>) => {
    const key = String(row['number']);
    const sealed = sealOf(row);
    chain = digest(JSON.stringify([chain, ++number, entry, of, key, sealed]));
    addSeal.run({ number, entry, of_table: of, of_row: key, digest: sealed, chain });
  };
  const at = '2026-11-21T12:00:00.000+08:00';
  const programme = '2019-city-operation';
  for (let pair = 1; pair <= pairs; pair++) {
    const determination = digest(String(pair));
    const code = String(950_000 + (pair % 300));
    const about = JSON.stringify({ programme, code, year: 2021, determination });
    const entry = {
      ...{ number: first.number + pair, at, who: 'system', what: 'determination-made', about },
    };
    const evaluation = {
      number: pair,
      programme,
      subject_code: code,
      year: 2021,
      determination,
      at,
      standing: 'draft',
    };
    addEntry.run(entry);
    addEvaluation.run(evaluation);
    seal(entry.number, 'evaluation', evaluation);
    seal(entry.number, 'audit_entry', entry);
  }
}

database.transaction(invent)();
database.close();

async function verify(): Promise<void> {
  const audit = await openAudit(folder);
  const { links, deviations } = await audit.verify((found) => {
    throw new Error(JSON.stringify(found));
  }, availableParallelism());
  await audit.close();
  if (links < 2 * pairs || deviations > 0) throw new Error(`${links} links, ${deviations} wrong`);
}

/** As many hashes, each over the last and over what a link is made of. */
function bareChain(): void {
  let chain = '';
  for (let number = 0; number < 2 * pairs; number++) {
    chain = digest(`["${chain}",${number},${number},"audit_entry","${number}","${chain}"]`);
  }
}

const stretches: Stretch[] = [];
for (let round = 0; round < Number(rounds); round++) {
  stretches.push(await stretch(verify));
  stretches.push(await stretch(bareChain));
}
tell(stretches);
