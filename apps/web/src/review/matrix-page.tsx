import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { Checkbox, Select, Space, Spin } from 'antd';
import { provinceOf, type Programme } from '#engine';
import { findProgramme, programmes } from '#rulebook';
import { gateWords, outcomeWords, provinceWords } from '#wording';
import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { FailureNotice } from '../api/failure-notice.js';
import { NoSuchPlace } from '../desk/no-such-place.js';
import { ProgrammeChoice, YearChoice } from '../frame/choices.js';
import { PageHead } from '../frame/page-head.js';
import { useSay } from '../language/language.js';
import { ExportTable } from '../tables/export-table.js';
import { exportedColumns } from './exported-matrix.js';
import {
  linesOf,
  matrixAddress,
  readMatrix,
  viewForAddress,
  viewFromAddress,
  type MatrixView,
} from './matrix.js';
import { MatrixTable } from './matrix-table.js';
import { reviewWords as words } from './words.js';
import './matrix.css';

const gates = ['eligible', 'ineligible', 'undetermined'] as const;
const outcomes = ['met', 'not_met', 'undetermined', 'not_applicable'] as const;

const matrixOf = (programme: string, year: number) => ({
  queryKey: ['matrix', programme, year],
  queryFn: () => readMatrix(programme, year),
});

/** All subjects of a year, target by target. */
export default function MatrixPage() {
  const { programme: id = programmes[0]?.id ?? '', year } = useParams();
  const programme = findProgramme(id);
  const shown = year === undefined ? programme?.years.at(-1) : Number(year);
  // The service answers while the page is drawn.
  usePrefetchQuery(matrixOf(id, shown ?? 0));
  return programme && shown !== undefined && programme.years.includes(shown) ? (
    <Matrix key={`${id} ${shown}`} programme={programme} year={shown} />
  ) : (
    <NoSuchPlace />
  );
}

function Matrix({ programme, year }: { readonly programme: Programme; readonly year: number }) {
  const say = useSay();
  const [query, setQuery] = useSearchParams();
  const view = useMemo(() => viewFromAddress(query), [query]);
  // The address can be sent to somebody, and Back leads to the page before.
  const setView = (each: MatrixView) => setQuery(viewForAddress(each), { replace: true });
  const { data: lines, error } = useQuery(matrixOf(programme.id, year));
  const shown = useMemo(() => lines && linesOf(lines, view), [lines, view]);
  const provinces = useMemo(
    () => [...new Set(lines?.map(({ code }) => provinceOf(code)))].toSorted(),
    [lines],
  );
  return (
    <>
      <PageHead title={say(words.matrix)} lead={say(words.matrixLead)}>
        <Space wrap>
          <ProgrammeChoice programme={programme} to={(each) => `/matrix/${each}`} />
          <YearChoice
            {...{ programme, year }}
            to={(each) => matrixAddress(programme.id, each, view)}
          />
        </Space>
      </PageHead>
      <FailureNotice error={error} />
      <div className="matrix-filters">
        <Select
          aria-label={say(words.province)}
          value={view.province}
          onChange={(province) => setView({ ...view, province })}
          options={[
            { value: '', label: say(words.everywhere) },
            ...provinces.map((value) => ({ value, label: say(provinceWords(value)) })),
          ]}
        />
        <Select<MatrixView['gate']>
          aria-label={say(words.gate)}
          value={view.gate}
          onChange={(gate) => setView({ ...view, gate })}
          options={[
            { value: 'any', label: say(words.everyGate) },
            ...gates.map((value) => ({ value, label: say(gateWords[value]) })),
          ]}
        />
        <Select
          aria-label={say(words.target)}
          value={view.target}
          popupMatchSelectWidth={false}
          onChange={(target) => setView({ ...view, target })}
          options={[
            { value: '', label: say(words.anyTarget) },
            ...programme.targets.map(({ id, name, nameEn }) => ({
              ...{ value: id, label: say({ zh: name, en: nameEn }) },
            })),
          ]}
        />
        <Select<MatrixView['outcome']>
          aria-label={say(words.outcome)}
          value={view.outcome}
          onChange={(outcome) => setView({ ...view, outcome })}
          options={[
            { value: 'any', label: say(words.everyOutcome) },
            ...outcomes.map((value) => ({ value, label: say(outcomeWords[value]) })),
          ]}
        />
        <Checkbox
          checked={view.doubtful}
          onChange={({ target }) => setView({ ...view, doubtful: target.checked })}
        >
          {say(words.doubtful)}
        </Checkbox>
        {shown && (
          <span className="quiet" role="status">
            {say(words.shown)(shown.length, lines?.length ?? 0)}
          </span>
        )}
        {shown && (
          <ExportTable
            name={`${say(words.matrix)} ${programme.id} ${year}`}
            columns={exportedColumns(programme, say)}
            rows={shown}
          />
        )}
      </div>
      {shown ? (
        <MatrixTable
          programme={programme}
          year={year}
          lines={shown}
          sortedBy={view.sortedBy}
          sortBy={(sortedBy) => setView({ ...view, sortedBy })}
        />
      ) : (
        !error && <Spin />
      )}
    </>
  );
}
