import { useQuery } from '@tanstack/react-query';
import { Button, Input, Table } from 'antd';
import { accountView, type AccountView } from '#contracts';
import { useState } from 'react';
import { roleWords } from '#wording';
import { readAll } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { minuteOf } from '../desk/report-files.js';
import { PageHead } from '../frame/page-head.js';
import { useSay, type Say } from '../language/language.js';
import { Mark } from '../look/status-mark.js';
import { useRole } from '../session/session.js';
import { ExportTable } from '../tables/export-table.js';
import type { Column } from '../tables/table.js';
import { AccountDrawer } from './account-drawer.js';
import { NewAccountForm } from './new-account-form.js';
import { adminWords as words } from './words.js';
import { scrolled } from '../look/scrolled.js';
import './administration.css';

/** All accounts, and what an administrator may do with each. */
export default function AccountsPage() {
  const say = useSay();
  const role = useRole();
  const { data, error } = useQuery({
    queryKey: ['accounts'],
    queryFn: () => readAll(['accounts'], accountView),
  });
  const [sought, seek] = useState('');
  const [opened, open] = useState<string>();
  const shown = data?.filter(({ name, organisation, email }) =>
    [name, organisation, email].some((each) => each.toLowerCase().includes(sought.toLowerCase())),
  );
  return (
    <>
      <PageHead title={say(words.accounts)} lead={say(words.accountsLead)} />
      <FailureNotice error={error} />
      {role === 'system-administrator' && <NewAccountForm />}
      <section className="sheet">
        <div className="filters">
          <Input
            type="search"
            aria-label={say(words.search)}
            placeholder={say(words.search)}
            value={sought}
            onChange={({ target }) => seek(target.value)}
            style={{ maxWidth: '20rem' }}
          />
          <ExportTable
            name={say(words.accounts)}
            columns={exportedColumns(say)}
            rows={shown ?? []}
          />
        </div>
        <Table<AccountView>
          size="small"
          rowKey="id"
          dataSource={[...(shown ?? [])]}
          loading={!data && !error}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          {...scrolled}
          columns={[
            { title: say(words.name), dataIndex: 'name' },
            { title: say(words.organisation), dataIndex: 'organisation' },
            { title: say(words.email), dataIndex: 'email', className: 'account-email' },
            {
              title: say(words.role),
              render: (_, { grant }) => (grant ? say(roleWords[grant.role]) : '—'),
            },
            { title: say(words.area), render: (_, { grant }) => areaWords(grant, say) },
            { title: say(words.state), render: (_, account) => <StateOf account={account} /> },
            {
              ...{ title: say(words.created), className: 'figures' },
              render: (_, { createdAt }) => minuteOf(createdAt),
            },
            {
              title: say(words.manage),
              render: (_, { id, name }) => (
                <Button
                  size="small"
                  aria-label={`${say(words.manage)} ${name}`}
                  onClick={() => open(id)}
                >
                  {say(words.manage)}
                </Button>
              ),
            },
          ]}
        />
      </section>
      <AccountDrawer
        account={data?.find(({ id }) => id === opened)}
        close={() => open(undefined)}
      />
    </>
  );
}

function StateOf({ account: { grant, closedAt } }: { readonly account: AccountView }) {
  const say = useSay();
  if (closedAt !== null) return <Mark tone="quiet">{say(words.closed)}</Mark>;
  return grant ? (
    <Mark tone="good">{say(words.open)}</Mark>
  ) : (
    <Mark tone="unsure">{say(words.noRole)}</Mark>
  );
}

function areaWords(grant: AccountView['grant'], say: Say): string {
  if (!grant) return '—';
  const { area } = grant;
  switch (area.kind) {
    case 'nation':
      return say(words.nation);
    case 'province':
      return say(words.provinceOf)(area.province);
    case 'subject':
      return say(words.subjectOf)(area.code);
  }
}

function exportedColumns(say: Say): readonly Column<AccountView>[] {
  return [
    { title: say(words.name), cell: ({ name }) => name },
    { title: say(words.organisation), cell: ({ organisation }) => organisation },
    { title: say(words.email), cell: ({ email }) => email },
    { title: say(words.role), cell: ({ grant }) => grant && say(roleWords[grant.role]) },
    { title: say(words.area), cell: ({ grant }) => areaWords(grant, say) },
    { title: say(words.created), cell: ({ createdAt }) => minuteOf(createdAt) },
    { title: say(words.closed), cell: ({ closedAt }) => closedAt && minuteOf(closedAt) },
  ];
}
