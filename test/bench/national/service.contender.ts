import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { EnrolSubject, MoveReport, StartYearlyRun, SubmitReport, type Actor } from '#application';
import { yearlySummaryView } from '#contracts';
import { openLog } from '../../../config/log.js';
import { readSettings } from '../../../config/settings.js';
import { openWorkplace } from '../../../config/workplace.js';
import { exampleSubject } from '../../example-subject.js';
import { Topology } from '../../ministry/topology.js';
import { valueOf } from '../../outcome-on-trial.js';
import { stretch, tell } from '../service/measure.js';
import { cameIn, codesOf, programme, years } from './written-nation.js';

/**
 * Takes a nation's reports in, submits and evaluates them, by the use cases and jobs of the service:
 * `… FOLDER FILES CITIES ROWS WORKERS`. Without workers it does the jobs itself. Of three stretches
 * it tells: until all is in, until what was submitted is evaluated, and the yearly run.
 */
const [, , folder = '', files = '', cities, rows, workerCount] = process.argv;
const nation = { cities: Number(cities), rows: Number(rows) };
const workers = Number(workerCount);
const at = (role: Actor['role'], code?: string): Actor => ({
  ...{ account: role, role },
  area: code === undefined ? { kind: 'nation' } : { kind: 'subject', code },
});

const given = { DATA_DIR: folder, LOG_LEVEL: 'warn' };
const workplace = await openWorkplace(
  readSettings({ ...process.env, ...given }),
  'product',
  openLog('warn'),
);
const { service } = workplace;
const topology = new Topology(given);
for (let worker = 0; worker < workers; worker++) await topology.worker();
if (workers === 0) workplace.start();
const codes = codesOf(nation);
for (const code of codes) {
  const subject = { ...exampleSubject(code), name: `示例${code}市` };
  await new EnrolSubject(service).execute(at('finance-reviewer'), subject);
}

async function takeIn(): Promise<void> {
  const submitReport = new SubmitReport(service);
  for (const year of years) {
    for (const code of codes) {
      const file = await cameIn(files, code, year);
      valueOf(await submitReport.execute(at('city-clerk', code), { programme, code }, file));
    }
  }
  await untilDone();
}

async function submit(): Promise<void> {
  const moveReport = new MoveReport(service);
  const asked = { move: 'submit', opinion: '现予报送', reasons: [] } as const;
  for (const code of codes) {
    for (const year of years) {
      const key = { programme, code };
      valueOf(await moveReport.execute(at('city-clerk', code), key, year, asked));
    }
  }
  await untilDone();
}

async function runYear(): Promise<void> {
  await new StartYearlyRun(service).execute(at('finance-reviewer'), programme, 2021);
  await untilDone();
}

async function untilDone(): Promise<void> {
  while ((await service.jobs.unfinished()) > 0) await pause(50);
}

/** Every row must have been accepted and every city evaluated. */
async function demandAll(): Promise<void> {
  for (const code of codes) {
    const { items } = await service.reports.list({ programme, code }, { limit: 100 });
    const accepted = items.map(({ state }) =>
      state.kind === 'accepted' ? state.rows.accepted : 0,
    );
    if (accepted.length !== years.length || accepted.some((each) => each !== nation.rows)) {
      throw new Error(`${code}: ${JSON.stringify(items)}`);
    }
  }
  const summary = await service.yearlyRuns.summary(programme, 2021);
  const { subjects } = yearlySummaryView.parse(JSON.parse(summary?.canonical ?? ''));
  const evaluated = subjects.filter(({ determination }) => determination !== null);
  if (evaluated.length !== nation.cities) throw new Error(`${evaluated.length} are evaluated`);
}

const stretches = [await stretch(takeIn), await stretch(submit), await stretch(runYear)];
await demandAll();
const workerMegabytes = topology.processIds.map((id) => {
  const status = readFileSync(`/proc/${id}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
});
await topology.stop();
await workplace.close();
tell(stretches, workerMegabytes);
