import { DownloadOutlined, FileAddOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { paperView, type PaperView, type ReleaseView } from '#contracts';
import { grouped } from '#wording';
import { Link } from 'react-router';
import { address } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useChange } from '../api/use-change.js';
import { subjectParts, type Place } from '../desk/place.js';
import { usePapers, useReadAgain } from '../desk/queries.js';
import { minuteOf } from '../desk/report-files.js';
import { colon, useSay } from '../language/language.js';
import { useReleases } from '../money/queries.js';
import { useRole } from '../session/session.js';
import { kindWords, paperWords as words } from './words.js';
import './papers.css';

/** The papers of a year: those that were issued, and those that whoever is there may issue. */
export function Papers({
  place,
  standing,
}: {
  readonly place: Place;
  /** What a self-assessment is of; undefined while there is nothing to assess. */
  readonly standing: 'draft' | 'submitted' | undefined;
}) {
  const say = useSay();
  const { data: papers, error } = usePapers(place);
  const role = useRole();
  const { issue, failure, isPending } = useIssue(place);
  if (!place.programme.years.includes(place.year)) return null;
  const { year } = place;
  return (
    <section className="sheet papers">
      <h2>{say(words.papers)}</h2>
      <FailureNotice error={error} />
      {papers?.length === 0 && <p className="quiet">{say(words.none)}</p>}
      <PaperList place={place} papers={papers} />
      <FailureNotice error={failure} />
      {standing && role !== undefined && role !== 'auditor' && (
        <div className="paper-buttons">
          <Button
            icon={<FileAddOutlined aria-hidden />}
            loading={isPending}
            onClick={() => issue('self-assessment', { year, standing })}
          >
            {say(words.issue[standing === 'draft' ? 'draft' : 'self-assessment'])}
          </Button>
          {standing === 'submitted' && role !== 'city-clerk' && (
            <Button
              icon={<FileAddOutlined aria-hidden />}
              loading={isPending}
              onClick={() => issue('summary', { year })}
            >
              {say(words.issue.summary)}
            </Button>
          )}
          {isLetterWriter(role) && <Letters place={place} />}
        </div>
      )}
    </section>
  );
}

/** A button for each release of the year whose letter can be issued. */
function Letters({ place }: { readonly place: Place }) {
  const { data: releases } = useReleases(place);
  return releases
    ?.filter(({ year }) => year === place.year)
    .map((release) => <ReleaseLetter key={release.id} place={place} release={release} />);
}

/** The letters of one release, and the button that issues one. */
export function LettersOf({
  place,
  release,
}: {
  readonly place: Place;
  readonly release: LetteredRelease;
}) {
  const say = useSay();
  const placeOfYear = { ...place, year: release.year };
  const { data: papers, error } = usePapers(placeOfYear);
  const letters = papers?.filter((paper) => paper.release === release.id);
  const role = useRole();
  return (
    <section className="sheet papers">
      <h2>{say(kindWords['release-letter'])}</h2>
      <FailureNotice error={error} />
      {letters?.length === 0 && <p className="quiet">{say(words.noLetter)}</p>}
      <PaperList place={placeOfYear} papers={letters} />
      {isLetterWriter(role) && (
        <div className="paper-buttons">
          <ReleaseLetter place={placeOfYear} release={release} />
        </div>
      )}
    </section>
  );
}

type LetteredRelease = Pick<ReleaseView, 'id' | 'year' | 'state' | 'amount'>;

const isLetterWriter = (role: ReturnType<typeof useRole>) =>
  role === 'finance-reviewer' || role === 'finance-approver';

/** Issues the letter of a release, where it was approved. */
function ReleaseLetter({
  place,
  release: { id, state, amount },
}: {
  readonly place: Place;
  readonly release: LetteredRelease;
}) {
  const say = useSay();
  const { issue, failure, isPending } = useIssue(place);
  if (state !== 'approved' && state !== 'paid') return null;
  return (
    <>
      <Button
        icon={<FileAddOutlined aria-hidden />}
        loading={isPending}
        onClick={() => issue('release-letter', { release: id })}
      >
        {say(words.letter)(grouped(amount))}
      </Button>
      <FailureNotice error={failure} />
    </>
  );
}

function useIssue(place: Place) {
  const say = useSay();
  const { message } = App.useApp();
  const readAgain = useReadAgain(place);
  const issuing = useChange(paperView, ({ code }) => {
    void message.success(say(words.issued)(code));
    return readAgain();
  });
  return {
    issue: (kind: PaperView['kind'], body: object) =>
      issuing.mutate({
        ...{ method: 'POST', body },
        url: address([...subjectParts(place), 'papers', kind]),
      }),
    failure: issuing.error,
    isPending: issuing.isPending,
  };
}

/** The latest first. */
function PaperList({
  place,
  papers,
}: {
  readonly place: Place;
  readonly papers: readonly PaperView[] | undefined;
}) {
  return (
    <ul>
      {papers?.toReversed().map((paper) => (
        <PaperLine key={paper.id} place={place} paper={paper} />
      ))}
    </ul>
  );
}

function PaperLine({ place, paper }: { readonly place: Place; readonly paper: PaperView }) {
  const say = useSay();
  const { id, kind, code, standing, gist, issuedAt, files } = paper;
  return (
    <li>
      <strong>{say(kindWords[kind])}</strong>
      {standing === 'draft' && <span className="quiet">（{say(words.draft)}）</span>}
      <p>{gist}</p>
      <p className="quiet">
        {say(words.issuedAt)} {minuteOf(issuedAt)} · {say(words.code)}{' '}
        <Link to={`/verify/${code}`}>{code}</Link>
      </p>
      <div className="paper-buttons">
        {files.map(({ format }) => (
          <Button
            key={format}
            size="small"
            icon={<DownloadOutlined aria-hidden />}
            aria-label={`${say(words.download)(format)}${say(colon)}${say(kindWords[kind])}`}
            href={address([...subjectParts(place), 'papers', id, 'files', format])}
          >
            .{format}
          </Button>
        ))}
      </div>
    </li>
  );
}
