import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sqlite from 'better-sqlite3';
import { thrivingCity } from '../../../apps/server/src/demonstration/city.js';
import { inventReport } from '../../../apps/server/src/demonstration/invented-report.js';
import { workbookOf } from '../../../apps/server/src/demonstration/workbook.js';
import { randomIds, RunJob, SubmitReport, system, systemClock } from '#application';
import { ThreadedEvaluator } from '../../../config/threaded-evaluator.js';
import { determinationView } from '#contracts';
import { formatQuantity } from '#engine';
import { openStore } from '#persistence';
import { GuardedReader } from '#report';
import { programmes } from '#rulebook';
import { enrolExample, exampleSubject } from '../../example-subject.js';
import { valueOf } from '../../outcome-on-trial.js';
import { statements } from './hand-written-sql.js';
import { stretch, tell, type Stretch } from './measure.js';

/** Evaluates a city from the store, and by hand-written SQL, in turns: `… FOLDER ROUNDS`. */
const [, , folder = '', roundCount] = process.argv;
const key = { programme: '2019-city-operation', code: '959999' };
const city = thrivingCity(key.code, '示例市', 2);

const stores = await openStore(folder, 'product');
const queue = { wake: () => undefined };
const reader = new GuardedReader(programmes);
const evaluator = new ThreadedEvaluator(folder);
const service = {
  ...{ ...stores, queue, reader, evaluator, programmes, scratch: folder },
  ...{ clock: systemClock, ids: randomIds },
};
const jobs = new RunJob(service);
await enrolExample(stores, exampleSubject(key.code));
let rows = 0;
for (const { year } of city.years) {
  const path = join(folder, `${year}.xlsx`);
  await writeFile(path, await workbookOf(key.programme, inventReport(city, year)));
  const file = { path, sha256: `${year}`, size: 1, name: `${year}.xlsx`, beside: false };
  const { report } = valueOf(await new SubmitReport(service).execute(system, key, file));
  await jobs.run({ kind: 'ingest-report', report: report.id }, false);
  const state = (await stores.reports.byId(report.id))?.state;
  if (state?.kind !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(state)}`);
  rows += state.rows.accepted;
}

const database = new sqlite(join(folder, 'pilot-targets.sqlite'), { readonly: true });
database.pragma('cache_size = -64000');
const prepared = Object.entries(statements).map(
  ([target, sql]) => [target, database.prepare<{ code: string }, { value: number }>(sql)] as const,
);
const byHand = () =>
  new Map(prepared.map(([target, statement]) => [target, statement.get(key)?.value]));
const job = { kind: 'evaluate-subject', ...key, year: 2021, standing: 'draft' } as const;
const byEngine = () => jobs.run(job, false);

await byEngine();
await compare();
const stretches: Stretch[] = [];
for (let round = 0; round < Number(roundCount); round++) {
  stretches.push(await stretch(byEngine), await stretch(byHand));
}
database.close();
await reader.close();
await evaluator.close();
await stores.close();
process.stdout.write(`A city of ${rows} rows over three years, evaluated for 2021.\n`);
tell(stretches);

/** Both must have done the same work: the engine's figures are those that the statements give. */
async function compare(): Promise<void> {
  const current = await stores.determinations.current(key, 2021, 'draft');
  const canonical = await stores.determinations.canonical(key, current?.hash ?? '');
  const { targets } = determinationView.parse(JSON.parse(canonical ?? ''));
  for (const [target, value] of byHand()) {
    const isAmount = target.endsWith('amount-growth') || target === 'trade-licence-growth';
    const shown = formatQuantity(BigInt(value ?? -1), isAmount ? '万元' : '家');
    const verdict = JSON.stringify(targets.find(({ id }) => id === target));
    if (!verdict.includes(`"${shown}"`)) {
      throw new Error(`${target}: ${shown} by hand is not in ${verdict}`);
    }
  }
}
