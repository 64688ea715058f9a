import { Alert, Button, Segmented } from 'antd';
import { reportYears } from '#engine';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { FailureNotice } from '../api/failure-notice.js';
import { PageHead } from '../frame/page-head.js';
import { useSay } from '../language/language.js';
import { AssessmentSummary } from '../self-assessment/assessment-summary.js';
import { Papers } from '../papers/papers.js';
import { DueDates } from './due-dates.js';
import { History } from './history.js';
import { NoSuchPlace } from './no-such-place.js';
import { deskAddress, usePlace, type Place } from './place.js';
import { Preparation } from './preparation.js';
import { ProblemsTable } from './problems-table.js';
import { ProblemsTogether } from './problems-together.js';
import { useDetermination, useSubject, useYear } from './queries.js';
import { ReportFiles } from './report-files.js';
import { StateLine } from './state-line.js';
import { deskWords as words } from './words.js';
import './desk.css';

/** A city's year: where it stands, its files and their problems, the self-assessment, the history. */
export default function DeskPage() {
  const place = usePlace();
  return place ? <Desk key={deskAddress(place)} place={place} /> : <NoSuchPlace />;
}

function Desk({ place }: { readonly place: Place }) {
  const { programme, year } = place;
  const say = useSay();
  const go = useNavigate();
  const { data: subject, error: unknown } = useSubject(place);
  const { data: standing, error } = useYear(place);
  const { data: determination } = useDetermination(place);
  const [chosen, choose] = useState<string>();
  const files = standing ? (standing.draft.length > 0 ? standing.draft : standing.submitted) : [];
  const shown = files.find(({ id }) => id === chosen) ?? files[0];
  const mayChange = standing?.next.some(({ move }) => move === 'submit') ?? false;
  return (
    <>
      <PageHead
        title={subject ? `${subject.name} · ${say(words.title)}` : say(words.title)}
        lead={
          <>
            {say({ zh: programme.name, en: programme.nameEn })} · {programme.document} ·{' '}
            {say(words.period)} {programme.period.from} – {programme.period.to}
          </>
        }
      >
        <Segmented
          aria-label={say(words.years)}
          value={year}
          options={reportYears(programme).map((each) => ({
            value: each,
            label: each === programme.baseYear ? `${each} ${say(words.base)}` : each,
          }))}
          onChange={(each) => void go(deskAddress({ ...place, year: each }))}
        />
      </PageHead>
      <FailureNotice error={error ?? unknown} />
      {standing && <StateLine place={place} standing={standing} />}
      <div className="desk">
        <div>
          {mayChange ? (
            <Preparation place={place} />
          ) : (
            standing && (
              <Alert type="info" showIcon title={say(words.locked)} style={{ marginBottom: 16 }} />
            )
          )}
          {standing && <ReportFiles place={place} files={files} shown={shown?.id} show={choose} />}
          {shown?.state.kind === 'accepted' && (
            <ProblemsTable key={shown.id} place={place} report={shown} />
          )}
          {determination && <ProblemsTogether place={place} determination={determination} />}
        </div>
        <div>
          <DueDates place={place} />
          <AssessmentSummary place={place} />
          {mayChange && files.length > 0 && (
            <Button
              type="primary"
              size="large"
              block
              style={{ marginBottom: 16 }}
              onClick={() => void go(deskAddress(place, 'submission'))}
            >
              {say(words.submit)}
            </Button>
          )}
          <Papers
            place={place}
            standing={
              standing && standing.submitted.length > 0
                ? 'submitted'
                : files.length > 0
                  ? 'draft'
                  : undefined
            }
          />
          <History place={place} />
        </div>
      </div>
    </>
  );
}
