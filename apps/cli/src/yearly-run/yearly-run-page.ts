import Table from 'cli-table3';
import { formatQuantity, type Programme } from '#engine';
import { yearlySummaryView } from '#contracts';
import { gateWords, grouped } from '#wording';
import { terminalPaint } from '../assess/terminal-paint.js';

/** The summary of a yearly run for people: how many, who and why, what changed, and the money. */
export function yearlyRunPage({ name, targets }: Programme, canonical: string): string {
  const summary = yearlySummaryView.parse(JSON.parse(canonical));
  const { year, gates, subjects, releasable } = summary;
  const nameOf = new Map<string, string>(targets.map((target) => [target.id, target.name]));
  nameOf.set('quantified', '量化目标').set('overall', '全部目标');
  const names = (ids: readonly string[]) => ids.map((id) => nameOf.get(id) ?? id).join('、');
  const table = new Table({
    head: [
      '主体\nSubject',
      '全部目标\nOverall',
      '未达标\nNot met',
      '无法判定\nUndetermined',
    ].concat(['较上年变化\nChanges', '可拨付（万元）\nReleasable']),
    colWidths: [16, 10, 28, 28, 24, 14],
    colAligns: ['left', 'left', 'left', 'left', 'left', 'right'],
    wordWrap: true,
    wrapOnWordBoundary: false,
    style: { head: [], border: [] },
  });
  for (const each of subjects) {
    const { zh, tone } = gateWords[each.overall];
    table.push([
      `${each.name}\n${each.code}`,
      terminalPaint(tone, each.determination === null ? '未报送' : zh),
      names(each.notMet.map(({ target }) => target)),
      names(each.undetermined.map(({ target }) => target)),
      names(each.changes.map(({ of }) => of)),
      wanYuan(each.releasable),
    ]);
  }
  return [
    terminalPaint('strong', `${name} · ${year}年度评定汇总 yearly run`),
    (['eligible', 'ineligible', 'undetermined'] as const)
      .map((state) => `${gateWords[state].zh} ${gateWords[state].en} ${gates[state]}`)
      .join(' · '),
    table.toString(),
    `可拨付合计 Releasable: ${wanYuan(releasable)} 万元`,
  ].join('\n');
}

const wanYuan = (fen: string) => grouped(formatQuantity(BigInt(fen), '万元'));
