import type { GateView } from '#contracts';
import type { GateDocument } from '#engine';
import { grouped } from '#wording';
import { useSay } from '../language/language.js';
import { assessmentWords as words } from './words.js';

/** Award, paid and remaining, and what of it the gate would let through. */
export function MoneyLines({
  money: { award, paid, remaining },
  gate,
}: {
  readonly money: GateView['money'];
  readonly gate: GateDocument;
}) {
  const say = useSay();
  const amount = (value: string) => `${grouped(value)} ${say(words.wanYuan)}`;
  if (award === null || remaining === null) {
    return <p className="quiet">{say(words.unknownAward)}</p>;
  }
  const share = gate.score?.sharePercent;
  const isOpen = gate.overall === 'eligible';
  const lines = [
    { label: words.award, value: amount(award) },
    { label: words.paid, value: amount(paid) },
    { label: words.remaining, value: amount(remaining) },
  ];
  return (
    <dl className="money-lines figures">
      {lines.map(({ label, value }) => (
        <div key={label.en}>
          <dt>{say(label)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div data-open={isOpen}>
        <dt>{say(words.releasable)}</dt>
        <dd>
          <strong>{isOpen ? amount(remaining) : amount('0')}</strong>
          {isOpen && share !== undefined && share !== null && ` × ${share}%`}
        </dd>
      </div>
    </dl>
  );
}
