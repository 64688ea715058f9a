import { Button, Spin } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { FailureNotice } from '../api/failure-notice.js';
import { NoSuchPlace } from '../desk/no-such-place.js';
import type { Place } from '../desk/place.js';
import { useGate, useSubject } from '../desk/queries.js';
import { YearChoice } from '../frame/choices.js';
import { PageHead } from '../frame/page-head.js';
import { colon, useSay } from '../language/language.js';
import { useRole } from '../session/session.js';
import { GateSentence } from './gate-sentence.js';
import { MoneyParts } from './money-parts.js';
import { ConclusionsTable, EntriesTable, ReleasesTable } from './money-tables.js';
import { moneyAddress, useMoneyPlace } from './place.js';
import { partsOf, releasableNow } from './position.js';
import { moneyWords as words } from './words.js';
import '../desk/desk.css';
import './money.css';

/** A subject's money: what may go out now, what was recorded and released. */
export default function MoneyPage() {
  const place = useMoneyPlace();
  return place ? <Money place={place} /> : <NoSuchPlace />;
}

function Money({ place }: { readonly place: Place }) {
  const say = useSay();
  const go = useNavigate();
  const { data: subject, error: unknown } = useSubject(place);
  const { data: gate, error } = useGate(place);
  const role = useRole();
  const parts = useMemo(() => (gate ? partsOf(gate.money, releasableNow(gate)) : []), [gate]);
  const to = (page: string) => () => void go(moneyAddress(place, page));
  return (
    <>
      <PageHead
        title={`${say(words.desk)}${say(colon)}${subject?.name ?? ''}`}
        lead={say({ zh: place.programme.name, en: place.programme.nameEn })}
      >
        <YearChoice {...place} to={(year) => moneyAddress({ ...place, year })} />
      </PageHead>
      <FailureNotice error={error ?? unknown} />
      {!gate && !error && <Spin />}
      {gate && <GateSentence gate={gate} />}
      {role === 'finance-reviewer' && gate && (
        <div className="money-actions sheet">
          {gate.opensMoney && (
            <Button type="primary" onClick={to('proposal')}>
              {say(words.propose)}
            </Button>
          )}
          <Button onClick={to('entry')}>{say(words.recordEntry)}</Button>
          <Button onClick={to('conclusion')}>
            {say(gate.conclusion ? words.correctConclusion : words.recordConclusion)}
          </Button>
        </div>
      )}
      {parts.length > 0 && (
        <MoneyParts name={`${subject?.name ?? place.code} ${place.year}`} parts={parts} />
      )}
      <ReleasesTable place={place} />
      <EntriesTable place={place} areCorrected={role === 'finance-reviewer'} />
      <ConclusionsTable place={place} />
    </>
  );
}
