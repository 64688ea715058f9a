import { evaluate, type EvaluationInput, type Programme } from '#engine';
import { parseAssessArguments, assessUsage, type AssessArguments } from '../assess/arguments.js';
import { readFiledPlan } from '../assess/filed-plan.js';
import { readGivenReports } from '../assess/given-reports.js';
import { saveMarkedCopy, wrongMarkedCopy } from '../assess/marked-copy.js';
import { resultJson, withNames } from '../assess/result-json.js';
import type { Shown } from '../assess/result-page.js';
import { type Command, type Ending, exitStatus, fileRefused, wrongUsage } from '../command.js';

/** Assesses the reports of one subject and gives the determination, for people or as JSON. */
export const assess: Command = async (words) => {
  const parsed = parseAssessArguments(words);
  switch (parsed.kind) {
    case 'wrong':
      return wrongUsage(parsed.sentence, assessUsage);
    case 'help':
      return { status: exitStatus.done, result: assessUsage };
    case 'arguments':
      return assessReports(parsed.asked);
  }
};

async function assessReports(asked: AssessArguments): Promise<Ending> {
  const unmarkable = asked.marked && wrongMarkedCopy(asked.files);
  if (unmarkable) return wrongUsage(unmarkable, assessUsage);
  const given = await readGivenReports(asked.files);
  if (given.kind === 'refused') return fileRefused(given.sentences.join('\n'));
  const { programme, contents, names } = given;
  const year = asked.year ?? Math.max(...contents.map((content) => content.year));
  const wrong = wrongYear(year, asked.year, programme) ?? wrongReading(asked.readings, programme);
  if (wrong) return wrongUsage(wrong, assessUsage);
  const filed = asked.plan === undefined ? undefined : await readFiledPlan(asked.plan, programme);
  if (filed?.kind === 'refused') return fileRefused(filed.sentence);

  const determination = evaluate(programme, {
    subject: given.subject,
    year,
    basis: asked.basis,
    reports: contents,
    readings: asked.readings,
    ...(filed && { plan: filed.plan }),
  });
  const found = [...given.problems, ...determination.problems];
  const late = contents.filter((content) => content.year > year);
  const leftOut = new Set(late.map(({ file }) => file));
  const problems = withNames(
    found.filter(({ file }) => !leftOut.has(file)),
    names,
  );
  const talk = late.map(
    (content) =>
      `${names.get(content.file)}是${content.year}年度的报告，晚于评定年度${year}，没有计入。`,
  );
  if (asked.marked !== undefined) {
    const refused = await saveMarkedCopy(asked.files[0], found, asked.marked);
    if (refused) return refused;
    talk.push(`标注副本 Marked copy：${asked.marked}`);
  }
  const ineligible = asked.exitCode && determination.gate.quantified !== 'eligible';
  return {
    status: ineligible ? exitStatus.notEligible : exitStatus.done,
    result: asked.json
      ? resultJson(determination, problems, names)
      : await page({ programme, determination, problems }),
    talk: talk.join('\n'),
  };
}

/** Loaded only where people read the result, as a table takes longer to load than to print. */
async function page(shown: Shown): Promise<string> {
  const [{ resultPage }, { terminalPaint }] = await Promise.all([
    import('../assess/result-page.js'),
    import('../assess/terminal-paint.js'),
  ]);
  return resultPage(shown, terminalPaint);
}

function wrongYear(
  year: number,
  asked: number | undefined,
  { years, baseYear }: Programme,
): string | undefined {
  if (years.includes(year)) return undefined;
  const which = `本项目评定${years.join('、')}年度`;
  if (asked !== undefined) return `${which}，不评定${asked}年度。`;
  return year === baseYear
    ? `${year}年是基期；${which}，请同时给出其中一年的报告。`
    : `${which}，没有${year}年度。`;
}

function wrongReading(
  readings: NonNullable<EvaluationInput['readings']>,
  programme: Programme,
): string | undefined {
  for (const [name, value] of Object.entries(readings)) {
    const reading = programme.readings.find(({ id }) => id === name);
    if (!reading) {
      return `没有“${name}”这个解释口径；有：${programme.readings.map(({ id }) => id).join('、')}。`;
    }
    if (!Object.hasOwn(reading.values, value)) {
      return `解释口径 ${name} 没有“${value}”这个取值；有：${Object.keys(reading.values).join('、')}。`;
    }
  }
  return undefined;
}
