import { setTimeout as pause } from 'node:timers/promises';
import { programmeOf, StartYearlyRun, system, type Service } from '#application';
import { programmes } from '#rulebook';
import { failureWords } from '#wording';
import { pino } from 'pino';
import { readSettings } from '../../../../config/settings.js';
import { openWorkplace } from '../../../../config/workplace.js';
import { type Command, exitStatus, wrongUsage } from '../command.js';
import { parseOptions } from '../options.js';
import { yearlyRunPage } from '../yearly-run/yearly-run-page.js';

const usage = `用法 Usage:
  npm run -s yearly-run -- --programme ID --year Y [--json]

  评定项目的全部填报主体，完成后给出汇总；已开始的接着做，已完成的只给出汇总。
  Evaluates every subject of a programme and gives the summary; goes on with what was begun.`;

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
  const workplace = await openWorkplace(
    readSettings(process.env),
    'product',
    pino({ level: 'warn' }, pino.destination(2)),
  );
  try {
    const begun = await new StartYearlyRun(workplace.service).execute(system, id, year);
    if (!begun.ok) {
      const { zh, en } = failureWords[begun.failure.kind];
      return { status: exitStatus.wrongUsage, talk: `${year}：${zh}。${en}.` };
    }
    workplace.start();
    const canonical = await summaryOf(workplace.service, id, year);
    return {
      status: exitStatus.done,
      result: json ? canonical : yearlyRunPage(programme.value, canonical),
    };
  } finally {
    await workplace.close();
  }
};

/** Waits for the end of a run, telling stderr how far it is. */
async function summaryOf({ yearlyRuns }: Service, id: string, year: number): Promise<string> {
  let told = -1;
  for (;;) {
    const summary = await yearlyRuns.summary(id, year);
    if (summary) return summary.canonical;
    const progress = await yearlyRuns.progress(id, year);
    if (progress && progress.evaluated !== told) {
      told = progress.evaluated;
      process.stderr.write(`已评定 evaluated ${told} / ${progress.subjects}\n`);
    }
    await pause(100);
  }
}
