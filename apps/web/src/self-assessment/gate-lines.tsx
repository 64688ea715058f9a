import type { GateDocument, VerdictDocument } from '#engine';
import { colon, useSay } from '../language/language.js';
import { GateMark } from '../look/status-mark.js';
import { assessmentWords as words } from './words.js';

/** The gate twice: by what is measured, and by everything with its findings. */
export function GateLines({
  gate,
  targets,
}: {
  readonly gate: GateDocument;
  readonly targets: readonly VerdictDocument[];
}) {
  const say = useSay();
  const names = (ids: readonly string[]) =>
    targets
      .filter(({ id }) => ids.includes(id))
      .map(({ name, nameEn }) => say({ zh: name, en: nameEn }))
      .join(say({ zh: '、', en: ', ' }));
  const lines = [
    { label: words.gateQuantified, state: gate.quantified, by: gate.blocking.quantified },
    { label: words.gateOverall, state: gate.overall, by: gate.blocking.overall },
  ];
  return (
    <dl className="gate-lines">
      {lines.map(({ label, state, by }) => (
        <div key={label.en}>
          <dt>{say(label)}</dt>
          <dd>
            <GateMark state={state} />
          </dd>
          {by.length > 0 && (
            <dd className="quiet">
              {say(words.heldBackBy)}
              {say(colon)}
              {names(by)}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
