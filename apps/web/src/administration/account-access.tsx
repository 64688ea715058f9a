import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { sessionView, tokenView, type AccountView } from '#contracts';
import { z } from 'zod';
import { address, read } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useChange } from '../api/use-change.js';
import { minuteOf } from '../desk/report-files.js';
import { useSay } from '../language/language.js';
import { useRole } from '../session/session.js';
import { adminWords as words } from './words.js';

/** Where an account is signed in, and which machines act for it; the security administrator ends both. */
export function AccountAccess({ account }: { readonly account: AccountView }) {
  const say = useSay();
  const mayEnd = useRole() === 'security-administrator';
  const queries = useQueryClient();
  const at = ['accounts', account.id];
  const sessions = useQuery({
    queryKey: [...at, 'sessions'],
    queryFn: () => read(address([...at, 'sessions']), z.array(sessionView)),
  });
  const tokens = useQuery({
    queryKey: [...at, 'tokens'],
    queryFn: () => read(address([...at, 'tokens']), z.array(tokenView)),
  });
  const ending = useChange(z.object({}), () => queries.invalidateQueries({ queryKey: at }));
  return (
    <section className="spaced">
      <FailureNotice error={sessions.error ?? tokens.error ?? ending.error} />
      <h3>{say(words.sessions)}</h3>
      {sessions.data?.length === 0 && <p className="quiet">{say(words.noSessions)}</p>}
      <ul>
        {sessions.data?.map(({ id, begunAt, seenAt }) => (
          <li key={id} className="figures">
            {say(words.begun)} {minuteOf(begunAt)} · {say(words.seen)} {minuteOf(seenAt)}
          </li>
        ))}
      </ul>
      {mayEnd && sessions.data && sessions.data.length > 0 && (
        <Button
          danger
          loading={ending.isPending}
          onClick={() => ending.mutate({ method: 'DELETE', url: address([...at, 'sessions']) })}
        >
          {say(words.endSessions)}
        </Button>
      )}
      <h3>{say(words.tokens)}</h3>
      {tokens.data?.length === 0 && <p className="quiet">{say(words.noTokens)}</p>}
      <ul>
        {tokens.data?.map(({ id, name, expiresAt, revokedAt }) => (
          <li key={id} className="figures">
            {name} · {say(words.expires)} {minuteOf(expiresAt)}{' '}
            {revokedAt !== null && <span className="quiet">{say(words.revoked)}</span>}
            {mayEnd && revokedAt === null && (
              <Button
                size="small"
                type="link"
                aria-label={`${say(words.revoke)} ${name}`}
                onClick={() =>
                  ending.mutate({ method: 'DELETE', url: address([...at, 'tokens', id]) })
                }
              >
                {say(words.revoke)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
