import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Place } from '../desk/place.js';
import { useSubject } from '../desk/queries.js';
import { PageHead } from '../frame/page-head.js';
import { colon, useSay } from '../language/language.js';
import { moneyAddress } from './place.js';
import { moneyWords as words } from './words.js';
import '../desk/desk.css';
import './money.css';

/** The head of a page about a subject's money, and the way back. */
export function MoneyFrame({
  place,
  title,
  children,
}: {
  readonly place: Place;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const say = useSay();
  const { data: subject } = useSubject(place);
  return (
    <>
      <PageHead
        title={`${title}${say(colon)}${subject?.name ?? ''} ${place.year}`}
        lead={
          <>
            {say({ zh: place.programme.name, en: place.programme.nameEn })} ·{' '}
            <Link to={moneyAddress(place)}>{say(words.back)}</Link>
          </>
        }
      />
      {children}
    </>
  );
}
