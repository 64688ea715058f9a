import type { DeterminationDocument, Problem, Severity } from '#engine';
import type { Paint, Tone } from '#wording';

const words: Readonly<Record<Severity, { zh: string; tone: Tone }>> = {
  error: { zh: '错误', tone: 'bad' },
  warning: { zh: '警告', tone: 'unsure' },
  notice: { zh: '提示', tone: 'quiet' },
};
const severities = ['error', 'warning', 'notice'] as const;

/** How many problems are shown; `--json` and `--marked` give them all. */
const shown = 12;

/** A summary of the rows and their problems, the worst first. */
export function problemLines(
  { accepted, rejected }: DeterminationDocument['rows'],
  problems: readonly Problem[],
  paint: Paint,
): readonly string[] {
  const counts = severities
    .map((severity) => ({ severity, of: problems.filter((each) => each.severity === severity) }))
    .filter(({ of }) => of.length > 0);
  const ordered = counts.flatMap(({ of }) => of);
  const summary = counts.map(({ severity, of }) =>
    paint(words[severity].tone, `${words[severity].zh} ${of.length}`),
  );
  return [
    paint('strong', '数据 Data'),
    `采用 ${accepted} 行，不采用 ${rejected} 行；${summary.join('，') || '没有发现问题'}`,
    ...ordered.slice(0, shown).map((problem) => problemLine(problem, paint)),
    ...(ordered.length > shown
      ? [`… 还有 ${ordered.length - shown} 条：--json 列出全部，--marked OUT.xlsx 在工作簿里标出。`]
      : []),
  ];
}

function problemLine({ severity, file, message }: Problem, paint: Paint): string {
  const { zh, tone } = words[severity];
  return `${paint(tone, zh)} ${file} ${message}`;
}
