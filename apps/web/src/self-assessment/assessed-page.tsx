import { Alert, Spin } from 'antd';
import type { DeterminationDocument } from '#engine';
import type { ReactNode } from 'react';
import { FailureNotice } from '../api/failure-notice.js';
import { NoSuchPlace } from '../desk/no-such-place.js';
import { usePlace, type Place } from '../desk/place.js';
import { useDetermination } from '../desk/queries.js';
import { deskWords } from '../desk/words.js';
import { PageHead } from '../frame/page-head.js';
import { colon, useSay, type Said } from '../language/language.js';
import './assessment.css';

/** A page about what a year's draft came to, once that is known. */
export function AssessedPage(page: {
  readonly title: Said;
  readonly lead: Said;
  readonly actions: (place: Place, isEvaluated: boolean) => ReactNode;
  readonly children: (place: Place, determination: DeterminationDocument) => ReactNode;
}) {
  const place = usePlace();
  return place ? <Assessed {...page} place={place} /> : <NoSuchPlace />;
}

function Assessed({
  place,
  title,
  lead,
  actions,
  children,
}: Parameters<typeof AssessedPage>[0] & { readonly place: Place }) {
  const say = useSay();
  const { data: determination, error } = useDetermination(place);
  const whose = determination ? `${say(colon)}${determination.subject.name}` : '';
  return (
    <>
      <PageHead title={`${say(title)}${whose} ${place.year}`} lead={say(lead)}>
        {actions(place, Boolean(determination))}
      </PageHead>
      <FailureNotice error={error} />
      {determination === undefined && !error && <Spin />}
      {determination === null && <Alert type="info" showIcon title={say(deskWords.notEvaluated)} />}
      {determination && children(place, determination)}
    </>
  );
}
