import { useQuery } from '@tanstack/react-query';
import { Alert, Spin } from 'antd';
import { pageOf, subjectView } from '#contracts';
import { programmes } from '#rulebook';
import { Navigate } from 'react-router';
import { FailureNotice } from '../api/failure-notice.js';
import { address, read } from '../api/client.js';
import { useSay } from '../language/language.js';
import { deskAddress } from './place.js';
import { deskWords as words } from './words.js';

/** Leads to the desk of the clerk's own city, in the last year of its programme. */
export default function OwnDesk() {
  const say = useSay();
  const { data, error } = useQuery({
    queryKey: ['own-subjects'],
    queryFn: async () => {
      const lists = await Promise.all(
        programmes.map(({ id }) =>
          read(address(['subjects'], { programme: id }), pageOf(subjectView)),
        ),
      );
      return lists.flatMap(({ items }) => items);
    },
  });
  if (error) return <FailureNotice error={error} />;
  if (!data) return <Spin />;
  const [own] = data;
  const programme = programmes.find(({ id }) => id === own?.programme);
  const year = programme?.years.at(-1);
  return own && programme && year !== undefined ? (
    <Navigate to={deskAddress({ programme, code: own.code, year })} replace />
  ) : (
    <Alert type="info" showIcon title={say(words.noSubject)} />
  );
}
