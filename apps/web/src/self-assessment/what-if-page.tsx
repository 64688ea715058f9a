import { Button, Checkbox, Space } from 'antd';
import { whatIf, type DeterminationDocument, type Outcome, type Supposition } from '#engine';
import { memo, useCallback, useMemo, useState, type Dispatch, type SetStateAction } from 'react';
import { useNavigate } from 'react-router';
import { deskAddress, type Place } from '../desk/place.js';
import { useGate } from '../desk/queries.js';
import { deskWords } from '../desk/words.js';
import { useSay } from '../language/language.js';
import { AssessedPage } from './assessed-page.js';
import { GateLines } from './gate-lines.js';
import { MoneyLines } from './money-lines.js';
import { OutcomeCounts } from './outcome-counts.js';
import { SupposedTarget } from './supposed-target.js';
import { assessmentWords as words } from './words.js';

/** Other figures, and at once what they would come to, by the same engine within the browser. */
export default function WhatIfPage() {
  const say = useSay();
  const go = useNavigate();
  return (
    <AssessedPage
      title={words.whatIf}
      lead={words.supposeLead}
      actions={(place) => (
        <Button onClick={() => void go(deskAddress(place, 'assessment'))}>
          {say(deskWords.open)}
        </Button>
      )}
    >
      {(place, determination) => <Suppositions place={place} determination={determination} />}
    </AssessedPage>
  );
}

const nothing: Required<Supposition> = {
  ...{ figures: new Map(), findings: new Map(), confirmed: false },
};

function Suppositions({
  place,
  determination,
}: {
  readonly place: Place;
  readonly determination: DeterminationDocument;
}) {
  const { data: gateNow } = useGate(place);
  const [supposition, suppose] = useState(nothing);
  const { targets, gate } = useMemo(
    () => whatIf(place.programme, determination, supposition),
    [place.programme, determination, supposition],
  );
  const moveFigure = useCallback(
    (id: string, value: bigint | undefined) =>
      suppose((now) => ({ ...now, figures: withEntry(now.figures, id, value) })),
    [],
  );
  const find = useCallback(
    (id: string, outcome: Outcome | undefined) =>
      suppose((now) => ({ ...now, findings: withEntry(now.findings, id, outcome) })),
    [],
  );
  return (
    <>
      <section className="sheet assessment-head supposed-head" aria-live="polite">
        <OutcomeCounts targets={targets} />
        <GateLines gate={gate} targets={targets} />
        {gateNow && <MoneyLines money={gateNow.money} gate={gate} />}
      </section>
      <ForAll
        confirmed={supposition.confirmed}
        isAsItIs={supposition === nothing}
        suppose={suppose}
      />
      <ul className="supposed-targets">
        {targets.map((target, index) => (
          <SupposedTarget
            key={target.id}
            target={target}
            outcomeNow={determination.targets[index]?.outcome ?? target.outcome}
            isMoved={(id) => supposition.figures.has(id)}
            move={moveFigure}
            found={supposition.findings.get(target.id)}
            find={find}
          />
        ))}
      </ul>
    </>
  );
}

/** What is supposed of all targets at once. */
const ForAll = memo(function ForAll({
  confirmed,
  isAsItIs,
  suppose,
}: {
  readonly confirmed: boolean;
  readonly isAsItIs: boolean;
  readonly suppose: Dispatch<SetStateAction<typeof nothing>>;
}) {
  const say = useSay();
  return (
    <Space wrap style={{ marginBottom: 12 }}>
      <Checkbox
        checked={confirmed}
        onChange={({ target }) => suppose((now) => ({ ...now, confirmed: target.checked }))}
      >
        {say(words.confirmAll)}
      </Checkbox>
      <Button disabled={isAsItIs} onClick={() => suppose(nothing)}>
        {say(words.reset)}
      </Button>
    </Space>
  );
});

function withEntry<T>(map: ReadonlyMap<string, T>, key: string, value: T | undefined) {
  const other = new Map(map);
  if (value === undefined) other.delete(key);
  else other.set(key, value);
  return other;
}
