import { setTimeout as pause } from 'node:timers/promises';
import {
  programmeOf,
  ReadYearlyRun,
  StartYearlyRun,
  system,
  type Service,
  type YearlyRunStanding,
} from '#application';
import type { Programme } from '#engine';
import { UnfitPlace } from '#persistence';
import { programmes } from '#rulebook';
import { failureWords } from '#wording';
import { pino } from 'pino';
import { readSettings } from '../../../../config/settings.js';
import { openWorkplace } from '../../../../config/workplace.js';
import { checkpointLine } from '../audit/verify-audit.js';
import { type Command, type Ending, exitStatus, wrongUsage } from '../command.js';
import { parseOptions } from '../options.js';
import { standstill } from '../yearly-run/standstill.js';
import { yearlyRunPage } from '../yearly-run/yearly-run-page.js';

const usage = `用法 Usage:
  npm run -s yearly-run -- --programme ID --year Y [--json]

  评定项目的全部填报主体，完成后给出汇总；已开始的接着做，已搁置的重新做，已完成的只给出汇总。
  余下的都已搁置、不能完成的，列出是哪些，退出码为70。
  Evaluates every subject of a programme and gives the summary; goes on with what was begun and with
  what was set aside. Where all that is left is set aside, it names what, and ends with status 70.`;

/** Begins a yearly run or goes on with it, works until it is finished, and gives its summary. */
export const yearlyRun: Command = async (words) => {
  const options = parseOptions(words, {
    programme: { type: 'string' },
    year: { type: 'string' },
    json: { type: 'boolean' },
  });
  if (options.kind === 'wrong') return wrongUsage(options.sentence, usage);
  const { help, programme: id, year: text = '', json = false } = options.values;
  if (help) return { status: exitStatus.done, result: usage };
  if (id === undefined) return wrongUsage('请用 --programme 给出项目编码。', usage);
  const programme = programmeOf(programmes, id);
  const known = programmes.map((each) => each.id).join('、');
  if (!programme.ok) return wrongUsage(`没有项目“${id}”，有：${known}。`, usage);
  const year = Number(text);
  const { years } = programme.value;
  if (!years.includes(year)) {
    return wrongUsage(`请用 --year 给出考核年度，有：${years.join('、')}。`, usage);
  }
  try {
    return await run(programme.value, year, json);
  } catch (error) {
    if (error instanceof UnfitPlace) return { status: exitStatus.wrongUsage, talk: error.message };
    throw error;
  }
};

async function run(programme: Programme, year: number, json: boolean): Promise<Ending> {
  const workplace = await openWorkplace(
    readSettings(process.env),
    'product',
    pino({ level: 'warn' }, pino.destination(2)),
  );
  const { id } = programme;
  try {
    const begun = await new StartYearlyRun(workplace.service).execute(system, id, year);
    if (!begun.ok) {
      const { zh, en } = failureWords[begun.failure.kind];
      return { status: exitStatus.wrongUsage, talk: `${year}：${zh}。${en}.` };
    }
    workplace.start();
    const ended = await endOf(workplace.service, id, year);
    if (typeof ended !== 'string') return { status: exitStatus.fault, talk: standstill(ended) };
    const checkpoint = checkpointLine(await workplace.service.audit.checkpoint());
    return {
      status: exitStatus.done,
      result: json ? ended : `${yearlyRunPage(programme, ended)}\n${checkpoint}`,
    };
  } finally {
    await workplace.close();
  }
}

/** Waits for a run's summary, telling stderr how far it is, or until it stands still. */
async function endOf(
  service: Service,
  id: string,
  year: number,
): Promise<string | YearlyRunStanding> {
  const readYearlyRun = new ReadYearlyRun(service);
  let told = -1;
  for (;;) {
    const summary = await service.yearlyRuns.summary(id, year);
    if (summary) return summary.canonical;
    const standing = await readYearlyRun.execute(id, year);
    if (standing && standing.evaluated !== told) {
      told = standing.evaluated;
      process.stderr.write(`已评定 evaluated ${told} / ${standing.subjects}\n`);
    }
    if (standing?.standsStill) return standing;
    await pause(100);
  }
}
