import type { Programme, VerdictDocument } from '#engine';
import type { ReportView } from '#contracts';
import { outcomeWords } from '#wording';
import { Link } from 'react-router';
import { useSay } from '../language/language.js';
import { conditionWords } from './condition-words.js';
import { formulasIn, ledgersIn, type LedgerTrace, type RowsOfFile } from './trace.js';
import { assessmentWords as words } from './words.js';

/** Why a target came out as it did: clause, formula, other readings, and the rows behind it. */
export function TargetDetails({
  programme,
  verdict,
  reports,
}: {
  readonly programme: Programme;
  readonly verdict: VerdictDocument;
  readonly reports: readonly ReportView[];
}) {
  const say = useSay();
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
        {formulas.length > 0 && (
          <>
            <dt>{say(words.formula)}</dt>
            <dd className="figures">
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
          <LedgerRows key={index} ledger={ledger} reports={reports} />
        ))}
      </dl>
    </div>
  );
}

function LedgerRows({
  ledger,
  reports,
}: {
  readonly ledger: LedgerTrace;
  readonly reports: readonly ReportView[];
}) {
  const say = useSay();
  const { sheet, counted, undecided, notCounted, excluded, disputed } = ledger;
  const line = (label: string, rows: readonly RowsOfFile[], why = '') => (
    <li key={`${label}${why}`}>
      {label} {say(words.rowCount)(rows.reduce((sum, { count }) => sum + count, 0))}
      {why && `（${why}）`}
      <ul>
        {rows.map(({ file, year, rows: spans }) => (
          <li key={file} className="quiet figures">
            {reports.find((each) => each.file === file)?.fileName ?? year}：
            {say(words.inRows)(spans)}
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
          {disputed.map(({ row, claimedBy }) => (
            <li key={row}>
              {say(words.disputed)} {say(words.inRows)(String(row))}：
              {claimedBy.map(({ name, row: there }) => `${name} ${there}`).join('、')}
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}
