import {
  AccountBookOutlined,
  BarChartOutlined,
  BookOutlined,
  CalculatorOutlined,
  AuditOutlined,
  CalendarOutlined,
  DashboardOutlined,
  TeamOutlined,
  FormOutlined,
  InboxOutlined,
  TableOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { matchPath } from 'react-router';
import { addresses, type PageAddress, type Role } from './addresses.js';
import { lazy, type LazyPage } from './frame/lazy-page.js';
import type { Said } from './language/language.js';

interface Page extends PageAddress {
  readonly Component: LazyPage;
  /** How the menu shows it, where it does. */
  readonly entry?: { readonly to: string; readonly words: Said; readonly icon: ReactNode };
}

/** Every page. */
const pages: readonly Page[] = [
  {
    ...addresses.ownDesk,
    Component: lazy(() => import('./desk/own-desk.js')),
    entry: { to: '/desk', words: { zh: '城市工作台', en: 'City desk' }, icon: <FormOutlined /> },
  },
  { ...addresses.desk, Component: lazy(() => import('./desk/desk-page.js')) },
  {
    ...addresses.assessment,
    Component: lazy(() => import('./self-assessment/assessment-page.js')),
  },
  {
    ...addresses.whatIf,
    Component: lazy(() => import('./self-assessment/what-if-page.js')),
  },
  {
    ...addresses.submission,
    Component: lazy(() => import('./desk/submission-page.js')),
  },
  {
    ...addresses.inbox,
    Component: lazy(() => import('./review/inbox-page.js')),
    entry: { to: '/inbox', words: { zh: '待办', en: 'Inbox' }, icon: <InboxOutlined /> },
  },
  {
    ...addresses.matrix,
    Component: lazy(() => import('./review/matrix-page.js')),
    entry: { to: '/matrix', words: { zh: '城市一览', en: 'Matrix' }, icon: <TableOutlined /> },
  },
  {
    ...addresses.review,
    Component: lazy(() => import('./review/review-page.js')),
  },
  {
    ...addresses.moneyDesk,
    Component: lazy(() => import('./money/money-desk-page.js')),
    entry: { to: '/money', words: { zh: '资金拨付', en: 'Money' }, icon: <AccountBookOutlined /> },
  },
  {
    ...addresses.money,
    Component: lazy(() => import('./money/money-page.js')),
  },
  {
    ...addresses.release,
    Component: lazy(() => import('./money/release-page.js')),
  },
  {
    ...addresses.proposal,
    Component: lazy(() => import('./money/proposal-page.js')),
  },
  {
    ...addresses.entry,
    Component: lazy(() => import('./money/entry-page.js')),
  },
  {
    ...addresses.conclusion,
    Component: lazy(() => import('./money/conclusion-page.js')),
  },
  {
    ...addresses.yearly,
    Component: lazy(() => import('./yearly/yearly-page.js')),
    entry: {
      ...{ to: '/yearly', words: { zh: '年度评定', en: 'Yearly run' } },
      icon: <BarChartOutlined />,
    },
  },
  {
    ...addresses.weights,
    Component: lazy(() => import('./papers/weights-page.js')),
    entry: { to: '/weights', words: { zh: '分值', en: 'Points' }, icon: <CalculatorOutlined /> },
  },
  {
    ...addresses.deadlines,
    Component: lazy(() => import('./deadlines/deadlines-page.js')),
    entry: { to: '/deadlines', words: { zh: '期限', en: 'Deadlines' }, icon: <CalendarOutlined /> },
  },
  {
    ...addresses.audit,
    Component: lazy(() => import('./audit/audit-page.js')),
    entry: { to: '/audit', words: { zh: '审计', en: 'Audit' }, icon: <AuditOutlined /> },
  },
  {
    ...addresses.accounts,
    Component: lazy(() => import('./administration/accounts-page.js')),
    entry: { to: '/accounts', words: { zh: '账号', en: 'Accounts' }, icon: <TeamOutlined /> },
  },
  {
    ...addresses.operation,
    Component: lazy(() => import('./administration/operation-page.js')),
    entry: {
      ...{ to: '/operation', words: { zh: '运行状况', en: 'Operation' } },
      icon: <DashboardOutlined />,
    },
  },
  {
    ...addresses.rulebook,
    Component: lazy(() => import('./rulebook/rulebook-page.js')),
    entry: { to: '/rulebook', words: { zh: '评定规则', en: 'Rulebook' }, icon: <BookOutlined /> },
  },
];

/** The page that nobody has to sign in for. */
export const verification = {
  ...addresses.verification,
  Component: lazy(() => import('./papers/verify-page.js')),
};

/** The pages that a role may open. */
export function pagesOf(role: Role | undefined): readonly Page[] {
  return pages.filter(({ roles }) => !roles || (role !== undefined && roles.includes(role)));
}

/** Has the program of the page at an address come while it is asked who is there. */
export function fetchPageAt(address: string): void {
  // Where it does not come, the page itself says so.
  void pages
    .find(({ path }) => matchPath(path, address))
    ?.Component.fetch()
    .catch(() => undefined);
}

/** Whether an address is one of a page's, whoever may open it. */
export function isPageAt(address: string): boolean {
  return pages.some(({ path }) => matchPath(path, address));
}
