import type { DeterminationDocument, Outcome, Problem, Programme, VerdictDocument } from '#engine';
import { gateLines, outcomeTable } from '#terminal';
import { basisWords, outcomeWords, type Paint } from '#wording';
import { problemLines } from './problem-lines.js';

/** What the page shows. */
export interface Shown {
  readonly programme: Programme;
  readonly determination: DeterminationDocument;
  /** Every problem, by file name. */
  readonly problems: readonly Problem[];
}

/** The determination for people: the table, what is missing and what to do, gate and problems. */
export function resultPage({ programme, determination, problems }: Shown, paint: Paint): string {
  const { subject, year, basis, targets } = determination;
  const { zh, en } = basisWords[basis];
  const sections = [
    [
      paint('strong', `${subject.name}（${subject.code}） · ${year}年度绩效评定`),
      `${programme.name}（${programme.document}） · 口径 basis：${zh} ${en}`,
    ],
    whatIf(determination, paint),
    outcomeTable(targets, paint).split('\n'),
    [tally(targets)],
    [paint('strong', '拨付条件 Gate'), ...gateLines(determination, paint)],
    shortcomings('not_met', '未达标，还差什么 Not met', targets, paint),
    shortcomings('undetermined', '无法判定，怎样才能判定 Undetermined', targets, paint),
    confirmations(targets, paint),
    sensitive(determination, paint),
    problemLines(determination.rows, problems, paint),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function whatIf(
  { whatIf, switched, readings }: DeterminationDocument,
  paint: Paint,
): readonly string[] {
  if (!whatIf) return [];
  const chosen = switched.map((name) => `${name}=${readings[name] ?? ''}`);
  return [
    paint('unsure', '这是换了解释口径的试算，不能用于拨款。 A what-if: it can release no money.'),
    paint('quiet', `  ${chosen.join('  ')}`),
  ];
}

function tally(targets: readonly VerdictDocument[]): string {
  const counts = (['met', 'not_met', 'undetermined', 'not_applicable'] as const)
    .map((outcome) => ({ outcome, of: targets.filter((each) => each.outcome === outcome).length }))
    .filter(({ of }) => of > 0)
    .map(({ outcome, of }) => `${outcomeWords[outcome].zh} ${of}`);
  return `${targets.length} 项目标：${counts.join('，')}`;
}

function shortcomings(
  outcome: Outcome,
  title: string,
  targets: readonly VerdictDocument[],
  paint: Paint,
): readonly string[] {
  const those = targets.filter((each) => each.outcome === outcome && each.kind === 'measured');
  if (those.length === 0) return [];
  const { mark, tone } = outcomeWords[outcome];
  return [
    paint('strong', title),
    ...those.flatMap((verdict) => [
      `${paint(tone, mark)} ${verdict.name}：${verdict.reason}`,
      ...(verdict.due ? [] : [paint('quiet', '  本年度还不到期 not due this year')]),
    ]),
  ];
}

function confirmations(targets: readonly VerdictDocument[], paint: Paint): readonly string[] {
  const awaited = targets.filter(({ awaiting }) => awaiting.length > 0);
  if (awaited.length === 0) return [];
  return [
    paint('strong', '等待核查结论 Awaiting findings'),
    ...awaited.map(
      ({ name, awaiting }) => `· ${name}：${awaiting.map(({ what }) => what).join('；')}`,
    ),
  ];
}

function sensitive({ targets }: DeterminationDocument, paint: Paint): readonly string[] {
  const lines = targets
    .filter(({ readingSensitive }) => readingSensitive.length > 0)
    .map(({ name, readingSensitive }) => {
      const others = readingSensitive.map(
        ({ reading, value, outcome }) => `${reading}=${value} ${outcomeWords[outcome].zh}`,
      );
      return `· ${name}：${others.join('；')}`;
    });
  if (lines.length === 0) return [];
  return [paint('strong', '换一种解释口径，结论会不同 Reading-sensitive'), ...lines];
}
