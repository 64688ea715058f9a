import { useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Popconfirm } from 'antd';
import type { AccountView } from '#contracts';
import { z } from 'zod';
import { roleWords } from '#wording';
import { address } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useChange } from '../api/use-change.js';
import { useSay } from '../language/language.js';
import { useRole } from '../session/session.js';
import { AccountAccess } from './account-access.js';
import { Credentials } from './credentials.js';
import { GrantForm } from './grant-form.js';
import { adminWords as words } from './words.js';

/** One account: what this administrator may do with it, and nothing else. */
export function AccountDrawer({
  account,
  close,
}: {
  readonly account: AccountView | undefined;
  readonly close: () => void;
}) {
  const say = useSay();
  const role = useRole();
  const isOpen = account?.closedAt === null;
  return (
    <Drawer
      open={account !== undefined}
      onClose={close}
      size="min(32rem, 100vw)"
      closable={{ 'aria-label': say(words.close) }}
      title={account?.name}
      destroyOnHidden
    >
      {account && (
        <>
          <p className="quiet">
            {account.organisation} · {account.email} ·{' '}
            {account.grant ? say(roleWords[account.grant.role]) : say(words.noRole)}
          </p>
          {role === 'system-administrator' && isOpen && <Closing account={account} />}
          {role === 'security-administrator' && isOpen && (
            <>
              <GrantForm account={account} />
              <Credentials account={account} />
            </>
          )}
          {role !== 'system-administrator' && <AccountAccess account={account} />}
        </>
      )}
    </Drawer>
  );
}

function Closing({ account }: { readonly account: AccountView }) {
  const say = useSay();
  const queries = useQueryClient();
  const closing = useChange(z.object({}), () =>
    queries.invalidateQueries({ queryKey: ['accounts'] }),
  );
  return (
    <section>
      <h3>{say(words.closeAccount)}</h3>
      <p className="quiet">{say(words.closeWhy)}</p>
      <FailureNotice error={closing.error} />
      <Popconfirm
        title={say(words.closeAccount)}
        description={say(words.closeWhy)}
        okText={say(words.confirmClose)}
        cancelText={say(words.keep)}
        onConfirm={() =>
          closing.mutate({ method: 'POST', url: address(['accounts', account.id, 'closure']) })
        }
      >
        <Button danger loading={closing.isPending}>
          {say(words.closeAccount)}
        </Button>
      </Popconfirm>
    </section>
  );
}
