import Table from 'cli-table3';
import type { VerdictDocument } from '#engine';
import { marginWords, outcomeWords, plain, thresholdWords, valueWords, type Paint } from '#wording';

/** The verdicts of one determination as a table of text, a line each; CJK text keeps its columns. */
export function outcomeTable(targets: readonly VerdictDocument[], paint: Paint = plain): string {
  const head = [
    '',
    '绩效目标\nTarget',
    '实际\nValue',
    '要求\nRequired',
    '差额\nMargin',
    '结果\nOutcome',
    '到期\nDue',
  ];
  const table = new Table({
    head: head.map((title) => paint('strong', title)),
    colAligns: ['center', 'left', 'right', 'right', 'right', 'left', 'center'],
    style: { head: [], border: [], compact: true },
  });
  for (const verdict of targets) {
    const { mark, zh, tone } = outcomeWords[verdict.outcome];
    table.push([
      paint(tone, mark),
      verdict.name,
      valueWords(verdict).zh,
      thresholdWords(verdict).zh,
      marginWords(verdict).zh,
      paint(tone, zh),
      verdict.due ? '是' : paint('quiet', '否'),
    ]);
  }
  return table.toString();
}
