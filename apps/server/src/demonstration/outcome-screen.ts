import type { DeterminationDocument } from '#engine';
import type { GateView } from '#contracts';
import { gateLines, outcomeTable } from '#terminal';
import { grouped, outcomeWords, type Paint } from '#wording';
import type { Example } from './three-cities.js';

/** A city's outcome: what it shows, the table, what is missing, the gate and the money. */
export function outcomeScreen(
  { name, code, story }: Example,
  determination: DeterminationDocument,
  gate: GateView,
  paint: Paint,
): string {
  const { targets, year } = determination;
  const lacking = targets.filter(
    ({ kind, outcome }) =>
      kind === 'measured' && (outcome === 'not_met' || outcome === 'undetermined'),
  );
  return [
    paint('strong', `━━ ${name}（${code}） ${year}年度 · ${story.zh} ${story.en}`),
    outcomeTable(targets, paint),
    ...lacking.map(({ name: target, outcome, reason }) => {
      const { mark, tone } = outcomeWords[outcome];
      return `${paint(tone, mark)} ${target}：${reason}`;
    }),
    paint('strong', '拨付条件 Gate'),
    ...gateLines(determination, paint),
    moneyLine(gate),
    ...gate.why.map(({ message }) => paint('quiet', `  · ${message}`)),
    '',
  ].join('\n');
}

function moneyLine({ money, opensMoney }: GateView): string {
  const sum = (amount: string | null) => (amount === null ? '—' : `${grouped(amount)} 万元`);
  const { award, paid, remaining } = money;
  return [
    `资金 Money  核定 ${sum(award)} · 已拨付 ${sum(paid)} · 剩余 ${sum(remaining)}`,
    opensMoney ? '可以拨付 may be released' : '暂不能拨付 not released',
  ].join(' · ');
}
