import { useQueryClient } from '@tanstack/react-query';
import { Button, Space, Spin } from 'antd';
import { yearlyRunView, type YearlyRunView } from '#contracts';
import type { Programme } from '#engine';
import { findProgramme, programmes } from '#rulebook';
import { useState } from 'react';
import { useParams } from 'react-router';
import { FailureNotice } from '../api/failure-notice.js';
import { CheckedChange } from '../checking/checked-change.js';
import { checkWords } from '../checking/words.js';
import { NoSuchPlace } from '../desk/no-such-place.js';
import { minuteOf } from '../desk/report-files.js';
import { ProgrammeChoice, YearChoice } from '../frame/choices.js';
import { PageHead } from '../frame/page-head.js';
import { useSay } from '../language/language.js';
import { useRole } from '../session/session.js';
import { isRunning, runsAddress, useRun, useSummary } from './queries.js';
import { SetAside } from './set-aside.js';
import { YearResult } from './year-result.js';
import { yearlyWords as words } from './words.js';
import './yearly.css';

/** A programme's yearly run: started, followed, and what it came to. */
export default function YearlyPage() {
  const { programme: id = programmes[0]?.id ?? '', year } = useParams();
  const programme = findProgramme(id);
  const shown = year === undefined ? programme?.years.at(-1) : Number(year);
  return programme && shown !== undefined && programme.years.includes(shown) ? (
    <Year key={`${id} ${shown}`} programme={programme} year={shown} />
  ) : (
    <NoSuchPlace />
  );
}

function Year({ programme, year }: { readonly programme: Programme; readonly year: number }) {
  const say = useSay();
  const { data: run, error } = useRun(programme.id, year);
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)}>
        <Space wrap>
          <ProgrammeChoice programme={programme} to={(each) => `/yearly/${each}`} />
          <YearChoice {...{ programme, year }} to={(each) => `/yearly/${programme.id}/${each}`} />
        </Space>
      </PageHead>
      <FailureNotice error={error} />
      {run === undefined && !error && <Spin />}
      {run === null && <Start programme={programme} year={year} />}
      {run && isRunning(run) && <Progress run={run} />}
      {run && !isRunning(run) && <Result programme={programme} year={year} run={run} />}
    </>
  );
}

function Start({ programme, year }: { readonly programme: Programme; readonly year: number }) {
  const say = useSay();
  const queries = useQueryClient();
  const [now] = useState(() => Date.now());
  const role = useRole();
  const whyNot = now < endOf(year) ? words.notOver : role !== 'finance-reviewer' && words.notYours;
  if (whyNot) {
    return (
      <p className="sheet">
        {say(words.notYet)(year)} {say(whyNot)}
      </p>
    );
  }
  return (
    <CheckedChange<true, typeof yearlyRunView>
      title={say(words.notYet)(year)}
      schema={yearlyRunView}
      settled={() => queries.invalidateQueries({ queryKey: ['yearly-run', programme.id] })}
      form={(_, check) => (
        <>
          <p>{say(words.startLead)}</p>
          <Button type="primary" size="large" onClick={() => check(true)}>
            {say(checkWords.next)}
          </Button>
        </>
      )}
      checked={() => ({
        what: words.start,
        final: words.startFinal,
        facts: [
          {
            label: words.programme,
            value: `${say({ zh: programme.name, en: programme.nameEn })} · ${programme.document}`,
          },
          { label: words.year, value: year },
        ],
        asked: { method: 'POST', url: runsAddress(programme.id), body: { year } },
      })}
      next={() => null}
    />
  );
}

/** When a year is over in Beijing, in milliseconds since 1970: sooner the service refuses its run. */
const endOf = (year: number) => Date.parse(`${year + 1}-01-01T00:00+08:00`);

function Progress({ run }: { readonly run: YearlyRunView }) {
  const say = useSay();
  const { startedAt, evaluated, subjects, standsStill } = run;
  const heading = say(standsStill ? words.standsStill : words.running);
  const told = say(words.progress)(evaluated, subjects);
  return (
    <section className="sheet run-progress" aria-label={heading}>
      <h2>{heading}</h2>
      <progress max={Math.max(subjects, 1)} value={evaluated} aria-label={told} />
      <p className="figures" role="status">
        {told}
      </p>
      <p className="quiet">{say(words.started)(minuteOf(startedAt))}</p>
      {(standsStill || run.setAside.length > 0) && <SetAside run={run} />}
    </section>
  );
}

function Result({
  programme,
  year,
  run,
}: {
  readonly programme: Programme;
  readonly year: number;
  readonly run: YearlyRunView;
}) {
  const { data: summary, error } = useSummary(programme.id, year);
  const before = useSummary(programme.id, year - 1);
  return (
    <>
      <FailureNotice error={error ?? before.error} />
      {summary && before.data !== undefined ? (
        <YearResult programme={programme} run={run} summary={summary} before={before.data} />
      ) : (
        !error && <Spin />
      )}
    </>
  );
}
