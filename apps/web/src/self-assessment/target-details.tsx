import { readingsIn, type Target, type VerdictDocument } from '#engine';
import type { ReportView } from '#contracts';
import { outcomeWords, thresholdWords, valueWords } from '#wording';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Place } from '../desk/place.js';
import { colon, useSay } from '../language/language.js';
import { RowDrawer } from '../rows/row-drawer.js';
import type { RowPlace } from '../rows/row-finding-form.js';
import { RowLinks } from '../rows/row-links.js';
import { conditionWords } from './condition-words.js';
import { formulasIn, ledgersIn, type LedgerTrace, type RowsOfFile } from './trace.js';
import { assessmentWords as words } from './words.js';

/** Why a target came out as it did: clause, formula, other readings, and the rows behind it. */
export function TargetDetails({
  place,
  readings,
  verdict,
  reports,
}: {
  readonly place: Place;
  /** The value of each reading that held. */
  readonly readings: Readonly<Record<string, string>>;
  readonly verdict: VerdictDocument;
  readonly reports: readonly ReportView[];
}) {
  const say = useSay();
  const { programme } = place;
  const [row, show] = useState<RowPlace>();
  const target = programme.targets.find(({ id }) => id === verdict.id);
  const read = programme.readings.filter(({ id }) => target && isReadBy(target, id));
  const { clause, reason, reasonEn, awaiting, readingSensitive, trace } = verdict;
  const formulas = formulasIn(trace);
  const ledgers = ledgersIn(trace);
  return (
    <div className="target-details">
      <p>{say({ zh: reason, en: reasonEn })}</p>
      <dl className="answers">
        <dt>{say(words.clause)}</dt>
        <dd>
          <q>{clause.quote}</q>{' '}
          <Link to={`/rulebook/${programme.id}#${programme.id}-${verdict.id}`}>
            {clause.document} {clause.article}
          </Link>
        </dd>
        {read.length > 0 && (
          <>
            <dt>{say(words.reading)}</dt>
            {read.map(({ id, question, values }) => (
              <dd key={id}>
                <Link to={`/rulebook/${programme.id}#${programme.id}-reading-${id}`}>
                  <q>{question}</q>
                </Link>{' '}
                {values[readings[id] ?? '']}
              </dd>
            ))}
          </>
        )}
        {verdict.threshold !== null && (
          <>
            <dt>{say(words.formula)}</dt>
            <dd className="figures">
              <code>
                {say(valueWords(verdict))} {verdict.outcome === 'met' ? '≥' : say(words.against)}{' '}
                {say(thresholdWords(verdict))}
              </code>
              {formulas.map((each) => (
                <code key={each}>{each}</code>
              ))}
            </dd>
          </>
        )}
        {awaiting.length > 0 && (
          <>
            <dt>{say(words.awaiting)}</dt>
            <dd>{awaiting.map(({ what }) => what).join('；')}</dd>
          </>
        )}
        {readingSensitive.length > 0 && (
          <>
            <dt>{say(words.sensitive)}</dt>
            {readingSensitive.map(({ reading, value, outcome }) => (
              <dd key={`${reading}=${value}`}>
                {programme.readings.find(({ id }) => id === reading)?.values[value] ?? value} →{' '}
                {say(outcomeWords[outcome])}
              </dd>
            ))}
          </>
        )}
        {ledgers.map((ledger, index) => (
          <LedgerRows key={index} place={place} ledger={ledger} reports={reports} show={show} />
        ))}
      </dl>
      <RowDrawer place={place} row={row} close={() => show(undefined)} />
    </div>
  );
}

/** Whether a way to read the law bears on a target. */
function isReadBy(target: Target, reading: string): boolean {
  return (
    target.kind === 'measured' &&
    target.tests.some(({ measure }) => readingsIn(measure).has(reading))
  );
}

function LedgerRows({
  place,
  ledger,
  reports,
  show,
}: {
  readonly place: Place;
  readonly ledger: LedgerTrace;
  readonly reports: readonly ReportView[];
  readonly show: (row: RowPlace) => void;
}) {
  const say = useSay();
  const id = place.programme.ledgers.find((each) => each.sheet === ledger.sheet)?.id;
  const { sheet, counted, undecided, notCounted, excluded, disputed } = ledger;
  const linksTo = (file: string, year: number | null, spans: string) => {
    const report = reports.find((each) => each.file === file);
    return (
      <>
        <span className="quiet">
          {report?.fileName ?? year}
          {say(colon)}
        </span>
        {report && id !== undefined ? (
          <RowLinks spans={spans} show={(row) => show({ part: report.id, ledger: id, row })} />
        ) : (
          say(words.inRows)(spans)
        )}
      </>
    );
  };
  const line = (label: string, rows: readonly RowsOfFile[], why = '') => (
    <li key={`${label}${why}`}>
      {label} {say(words.rowCount)(rows.reduce((sum, { count }) => sum + count, 0))}
      {why && `（${why}）`}
      <ul>
        {rows.map(({ file, year, rows: spans }) => (
          <li key={file} className="figures">
            {linksTo(file, year, spans)}
          </li>
        ))}
      </ul>
    </li>
  );
  return (
    <>
      <dt>“{sheet}”</dt>
      <dd>
        <ul className="ledger-rows">
          {line(say(words.counted), counted)}
          {undecided.map(({ condition, rows }) =>
            line(say(words.undecided), rows, say(conditionWords(condition))),
          )}
          {notCounted.map(({ condition, rows }) =>
            line(say(words.notCounted), rows, say(conditionWords(condition))),
          )}
          {excluded.map(({ reason, rows }) => line(say(words.excluded), rows, reason))}
          {disputed.map(({ file, year, row, claimedBy }) => (
            <li key={`${file} ${row}`}>
              {say(words.disputed)} {linksTo(file, year, String(row))}
              {say(colon)}
              {claimedBy.map(({ name, row: there }) => `${name} ${there}`).join('、')}
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}
