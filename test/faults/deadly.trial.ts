import { join } from 'node:path';
import sqlite from 'better-sqlite3';
import { pageOf, reportView } from '#contracts';
import { reports } from '../e2e/service-on-trial.js';
import { authorizationOf } from '../people-on-trial.js';
import type { Trial } from '../long/trial.js';
import { inFolder, reportsToSend, send, sendAll } from './acknowledged.js';
import { finish } from './kept-state.js';
import { pause, withServer } from './server-process.js';

const [readyDeadline, deathDeadline, finishDeadline] = [60_000, 60_000, 60_000];
/** So often a job may take its worker with it. */
const deathsOfJob = 3;
const deaths = 10;
const reportList = pageOf(reportView);

/** The rows of one report always kill their worker, until whatever was wrong is mended. */
export const deadly: Trial = {
  what: `a report that kills its worker ${deaths} times`,
  seeds: { short: 1, long: 30 },
  atOnce: 1,
  async attempt(seed) {
    const files = reportsToSend(20 + seed);
    const at = seed % files.length;
    const year = 2018 + at;
    const file = files[at];
    if (!file) throw new Error('there is no such report');
    const phase = `deadly: P${year}-`;
    await inFolder(async (folder) => {
      const doomed = { folder, doom: [phase, 1] as const, deadline: readyDeadline };
      for (let died = 0; died < deaths; died++) {
        await withServer(doomed, async (server, url) => {
          // Last, as it may kill its worker before it is answered.
          if (died === 0) await sendAll(url, [...files.toSpliced(at, 1), file]);
          if (died > 0 && died % deathsOfJob === 0) {
            await demandSetAside(url, files.length - 1);
            await send(url, file);
          }
          await server.hasDied(phase, deathDeadline);
        });
      }
      await withServer({ folder, deadline: readyDeadline }, async (server) => {
        await finish(folder, finishDeadline);
        await server.stop();
      });
      demandOnce(folder);
    });
    return `the report of ${year}`;
  },
};

/** Throws unless the report is set aside with a reason, and the others passed. */
async function demandSetAside(url: string, others: number): Promise<void> {
  const late = performance.now() + finishDeadline;
  for (;;) {
    const list: unknown = await (
      await fetch(`${url}${reports}`, { headers: authorizationOf('auditor') })
    ).json();
    const states = reportList.parse(list).items.map(({ state }) => state);
    const aside = states.find(({ kind }) => kind === 'set-aside');
    const passed = states.filter(({ kind }) => kind === 'accepted').length;
    if (aside && passed === others) {
      if (aside.kind === 'set-aside' && /^处理程序3次中断/.test(aside.message)) return;
      throw new Error(`set aside with ${JSON.stringify(aside)}`);
    }
    if (performance.now() > late) throw new Error(`not set aside: ${JSON.stringify(states)}`);
    await pause(100);
  }
}

/** Throws unless every report was accepted once, with all its rows. */
function demandOnce(folder: string): void {
  const database = new sqlite(join(folder, 'pilot-targets.sqlite'), { readonly: true });
  const wrong = database
    .prepare(
      `SELECT id, state FROM report WHERE state <> 'accepted'
         OR accepted <> (SELECT count(*) FROM ledger_row WHERE report = report.number)
         OR 1 <> (SELECT count(*) FROM audit_entry WHERE what = 'report-accepted'
           AND json_extract(about, '$.report') = report.id)`,
    )
    .all();
  database.close();
  if (wrong.length > 0) throw new Error(`not done once: ${JSON.stringify(wrong)}`);
}
