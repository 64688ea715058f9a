import type { DeterminationDocument, VerdictDocument } from '#engine';
import { outcomeWords, type Scenario } from './scenario.js';

type Expected = Scenario['应为'];
type Facts = Readonly<Record<string, unknown>>;

const wordOf = new Map<string, string>(
  Object.entries(outcomeWords).map(([word, outcome]) => [outcome, word]),
);
const gateWords = { eligible: '符合', ineligible: '不符合', undetermined: '无法判定' } as const;
const yesNo = (holds: boolean) => (holds ? '是' : '否');
const orNone = (value: string | null | undefined) => value ?? '无';

/** What a scenario may say of a target, each as the determination shows it. */
const ofTarget: Readonly<Record<string, (verdict: VerdictDocument) => unknown>> = {
  结果: ({ outcome }) => wordOf.get(outcome),
  总体: ({ overall }) => wordOf.get(overall),
  应完成: ({ due }) => yesNo(due),
  数值: ({ value }) => orNone(value),
  范围: ({ range }) => range?.map(orNone),
  要求: ({ threshold }) => orNone(threshold),
  单位: ({ unit }) => orNone(unit),
  出处: ({ thresholdFrom }) => orNone(thresholdFrom),
  差额: ({ margin }) => orNone(margin),
  须达到: ({ needed }) => orNone(needed?.value),
  还差: ({ shortfall }) => orNone(shortfall),
  申报: ({ declared }) => orNone(declared),
  核算: ({ derived }) => orNone(derived),
  相差: ({ difference }) => orNone(difference),
  错误行: ({ rejectedRows }) => String(rejectedRows),
  改正可改变: ({ correctionCouldChange }) => yesNo(correctionCouldChange),
  排除行: ({ excludedRows }) => String(excludedRows),
  争议行: ({ disputedRows }) => String(disputedRows),
  原要求: ({ earlierThreshold }) => orNone(earlierThreshold?.value),
  待核查: ({ awaiting }) => awaiting.map(({ on }) => on),
  解释敏感: ({ readingSensitive }) =>
    readingSensitive.map(
      ({ reading, value, outcome }) => `${reading}=${value} ${wordOf.get(outcome) ?? outcome}`,
    ),
};

/** And of the whole. */
const ofDetermination: Readonly<Record<string, (document: DeterminationDocument) => Facts>> = {
  拨付: ({ gate }) => ({
    量化: gateWords[gate.quantified],
    全部: gateWords[gate.overall],
    得分: gate.score && [String(gate.score.lower), String(gate.score.upper)],
    比例: String(gate.score?.sharePercent ?? '无'),
  }),
  问题: ({ problems }) => countBy(problems.map(({ code }) => code)),
  行数: ({ rows }) => ({
    采用: String(rows.accepted),
    不采用: String(rows.rejected),
    排除: String(rows.excluded),
  }),
};

function countBy(codes: readonly string[]): Facts {
  const counts: Record<string, string> = {};
  for (const code of codes) counts[code] = String(Number(counts[code] ?? 0) + 1);
  return counts;
}

/** What the determination says of everything that the scenario speaks of, and of nothing else. */
export function shownIn(document: DeterminationDocument, expected: Expected): Facts {
  return Object.fromEntries(
    Object.entries(expected).map(([subject, facts]) => [
      subject,
      pick(allFacts(document, subject, facts), Object.keys(facts)),
    ]),
  );
}

function allFacts(document: DeterminationDocument, subject: string, asked: Facts): Facts {
  const whole = ofDetermination[subject];
  if (whole) return whole(document);
  const verdict = document.targets.find(({ id }) => id === subject);
  if (!verdict) throw new Error(`there is no target ${subject}`);
  return Object.fromEntries(
    Object.keys(asked).map((name) => {
      const show = ofTarget[name];
      if (!show) throw new Error(`a target has no ${name}`);
      return [name, show(verdict)];
    }),
  );
}

function pick(facts: Facts, names: readonly string[]): Facts {
  return Object.fromEntries(names.map((name) => [name, facts[name]]));
}
