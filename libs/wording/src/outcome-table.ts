import Table from 'cli-table3';
import type { VerdictDocument } from '#engine';
import { type Paint, plain } from './paint.js';
import { marginWords, outcomeWords, thresholdWords, valueWords } from './words.js';

/** The verdicts of one determination as a table of text, a line each; CJK text keeps its columns. */
export function outcomeTable(targets: readonly VerdictDocument[], paint: Paint = plain): string {
  const head = [
    '',
    '绩效目标 Target',
    '实际 Value',
    '要求 Required',
    '差额 Margin',
    '结果 Outcome',
    '到期 Due',
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
      valueWords(verdict),
      thresholdWords(verdict),
      marginWords(verdict),
      paint(tone, zh),
      verdict.due ? '是' : paint('quiet', '否'),
    ]);
  }
  return table.toString();
}
