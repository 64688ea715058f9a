import { useQuery } from '@tanstack/react-query';
import { Drawer, Spin } from 'antd';
import { reportRowView } from '#contracts';
import { address, read } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { subjectParts, type Place } from '../desk/place.js';
import { keyOf } from '../desk/queries.js';
import { colon, useSay } from '../language/language.js';
import { useRole } from '../session/session.js';
import { RowFindingForm, type RowPlace } from './row-finding-form.js';
import { rowWords as words } from './words.js';

/** A row as it stands in the file, cell by cell; reviewers decide on it there. */
export function RowDrawer({
  place,
  row,
  close,
}: {
  readonly place: Pick<Place, 'programme' | 'code'>;
  readonly row: RowPlace | undefined;
  readonly close: () => void;
}) {
  const say = useSay();
  const sheet = place.programme.ledgers.find(({ id }) => id === row?.ledger)?.sheet;
  return (
    <Drawer
      open={row !== undefined}
      onClose={close}
      size="min(32rem, 100vw)"
      closable={{ 'aria-label': say(words.close) }}
      title={row && `“${sheet}” ${say(words.row)(row.row)}`}
      destroyOnHidden
    >
      {row && <Row place={place} row={row} />}
    </Drawer>
  );
}

function Row({
  place,
  row,
}: {
  readonly place: Pick<Place, 'programme' | 'code'>;
  readonly row: RowPlace;
}) {
  const say = useSay();
  const role = useRole();
  const { data, error } = useQuery({
    queryKey: keyOf(place, 'row', row.part, row.ledger, row.row),
    queryFn: () =>
      read(
        address([
          ...[...subjectParts(place), 'reports', row.part],
          ...['ledgers', row.ledger, 'rows', row.row],
        ]),
        reportRowView,
      ),
  });
  if (!data) return error ? <FailureNotice error={error} /> : <Spin />;
  return (
    <>
      <FailureNotice error={error} />
      <p className="quiet">
        {say(words.file)}
        {say(colon)}
        {data.fileName} · {say(words.sheet)}
        {say(colon)}
        {data.sheet} · {say(words.row)(data.row)}
      </p>
      <table className="cells">
        <thead>
          <tr>
            <th scope="col">{say(words.column)}</th>
            <th scope="col">{say(words.cell)}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(data.cells).map(([column, cell]) => (
            <tr key={column}>
              <th scope="row">{column}</th>
              <td className="figures">{cell}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {role === 'ip-reviewer' && <RowFindingForm place={place} row={row} />}
    </>
  );
}
