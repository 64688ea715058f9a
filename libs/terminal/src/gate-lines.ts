import type { DeterminationDocument, GateState } from '#engine';
import { gateWords, plain, type Paint } from '#wording';

/** The gate (拨付条件) in two lines: what the figures say, and what they say with the findings. */
export function gateLines(
  { gate, targets }: DeterminationDocument,
  paint: Paint = plain,
): readonly string[] {
  const nameOf = new Map(targets.map(({ id, name }) => [id, name]));
  const line = (label: string, state: GateState, blocking: readonly string[]) => {
    const { zh, en, tone } = gateWords[state];
    const held = blocking.map((id) => nameOf.get(id) ?? id).join('、');
    return `${label}  ${paint(tone, `${zh} ${en}`)}${held && `  ← ${held}`}`;
  };
  return [
    line('量化目标 quantified', gate.quantified, gate.blocking.quantified),
    line('全部目标 overall   ', gate.overall, gate.blocking.overall),
  ];
}
