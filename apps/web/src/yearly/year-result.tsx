import { FullscreenOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { YearlyRunView } from '#contracts';
import { formatQuantity, type GateState, type Outcome, type Programme } from '#engine';
import { gateWords, grouped, outcomeWords, provinceWords } from '#wording';
import { useRef } from 'react';
import { Link } from 'react-router';
import { minuteOf } from '../desk/report-files.js';
import { useSay, type Say } from '../language/language.js';
import { matrixAddress } from '../review/matrix.js';
import { ExportTable } from '../tables/export-table.js';
import { figure, type Column } from '../tables/table.js';
import type { Summary } from './queries.js';
import { Shares } from './shares.js';
import { YearChanges } from './year-changes.js';
import { yearlyWords as words } from './words.js';

const gates = ['eligible', 'ineligible', 'undetermined'] as const;
const outcomes = ['not_met', 'undetermined', 'met', 'not_applicable'] as const;

/** What a yearly run came to, to be read from the back of a room. */
export function YearResult({
  programme,
  run,
  summary,
  before,
}: {
  readonly programme: Programme;
  readonly run: YearlyRunView;
  readonly summary: Summary;
  /** The run of the year before, where there was one. */
  readonly before: Summary | null;
}) {
  const say = useSay();
  const place = useRef<HTMLDivElement>(null);
  const { year } = run;
  const nameOf = (target: string) => {
    const known = programme.targets.find(({ id }) => id === target);
    return known ? say({ zh: known.name, en: known.nameEn }) : target;
  };
  const releasable = formatQuantity(BigInt(summary.releasable), '万元');
  return (
    <div className="year-result" ref={place}>
      <section className="sheet">
        <div className="page-head">
          <div>
            <h2>
              {say({ zh: programme.name, en: programme.nameEn })} · {year} {say(words.title)}
            </h2>
            {run.finishedAt !== null && (
              <p>
                {say(words.finished)(minuteOf(run.finishedAt))}。{say(words.atThatTime)}
              </p>
            )}
          </div>
          <div className="check-actions">
            <ExportTable
              name={`${say(words.everySubject)} ${programme.id} ${year}`}
              columns={subjectColumns(say, nameOf)}
              rows={summary.subjects}
            />
            <Button
              icon={<FullscreenOutlined aria-hidden />}
              onClick={() => void place.current?.requestFullscreen()}
            >
              {say(words.present)}
            </Button>
          </div>
        </div>
        <dl className="year-figures figures">
          <div>
            <dt>{say(words.subjects)}</dt>
            <dd>
              <Link to={matrixAddress(programme.id, year, {})}>{run.subjects}</Link>
            </dd>
          </div>
          {gates.map((gate) => (
            <div key={gate} data-tone={gateWords[gate].tone}>
              <dt>{say(words.gates[gate])}</dt>
              <dd>
                <Link to={matrixAddress(programme.id, year, { gate })}>{summary.gates[gate]}</Link>
              </dd>
              {before && (
                <dd className="quiet">
                  {againstLastYear(say, summary.gates[gate], before.gates[gate])}
                </dd>
              )}
            </div>
          ))}
          <div className="year-money">
            <dt>
              {say(words.releasable)}（{say(words.wanYuan)}）
            </dt>
            <dd>{grouped(releasable)}</dd>
          </div>
        </dl>
      </section>
      <Shares
        title={say(words.targets)}
        name={`${say(words.targets)} ${programme.id} ${year}`}
        of={say(words.target)}
        parts={outcomes.map((outcome) => ({ ...outcomeWords[outcome], id: outcome }))}
        rows={summary.targets
          .toSorted((one, other) => other.outcomes.not_met - one.outcomes.not_met)
          .map(({ target, outcomes: counts }) => ({
            ...{ id: target, name: nameOf(target), counts },
            to: (outcome: Outcome) => matrixAddress(programme.id, year, { target, outcome }),
          }))}
      />
      <Shares
        title={say(words.provinces)}
        name={`${say(words.provinces)} ${programme.id} ${year}`}
        of={say(words.province)}
        parts={gates.map((gate) => ({ ...gateWords[gate], id: gate }))}
        rows={summary.provinces.map(({ province, gates: counts }) => ({
          ...{ id: province, name: say(provinceWords(province)), counts },
          to: (gate: GateState) => matrixAddress(programme.id, year, { province, gate }),
        }))}
      />
      <YearChanges programme={programme} summary={summary} nameOf={nameOf} />
    </div>
  );
}

function againstLastYear(say: Say, now: number, before: number): string {
  if (now === before) return say(words.same);
  return now > before ? say(words.more)(now - before) : say(words.fewer)(before - now);
}

function subjectColumns(
  say: Say,
  nameOf: (target: string) => string,
): readonly Column<Summary['subjects'][number]>[] {
  const names = (targets: readonly { readonly target: string }[]) =>
    targets.map(({ target }) => nameOf(target)).join('；');
  return [
    { title: say(words.code), cell: ({ code }) => code },
    { title: say(words.subjects), cell: ({ name }) => name },
    { title: say(words.gateQuantified), cell: ({ quantified }) => say(gateWords[quantified]) },
    { title: say(words.gateOverall), cell: ({ overall }) => say(gateWords[overall]) },
    { title: say(words.notMet), cell: ({ notMet }) => names(notMet) },
    { title: say(words.undecided), cell: ({ undetermined }) => names(undetermined) },
    {
      title: `${say(words.releasable)}（${say(words.wanYuan)}）`,
      cell: ({ releasable }) => figure(formatQuantity(BigInt(releasable), '万元')),
    },
  ];
}
