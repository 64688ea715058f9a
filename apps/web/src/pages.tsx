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
import type { NewGrantBody } from '#contracts';
import type { ReactNode } from 'react';
import { matchPath } from 'react-router';
import { lazy, type LazyPage } from './frame/lazy-page.js';
import type { Said } from './language/language.js';

type Role = NewGrantBody['role'];

interface Page {
  /** The first of its addresses is where the menu leads. */
  readonly path: string;
  readonly Component: LazyPage;
  /** Who may open it; everybody where it does not say. */
  readonly roles?: readonly Role[];
  /** How the menu shows it, where it does. */
  readonly entry?: { readonly to: string; readonly words: Said; readonly icon: ReactNode };
}

const desk: readonly Role[] = ['city-clerk'];
const reviewing: readonly Role[] = ['provincial-reviewer', 'ip-reviewer'];
const overseeing: readonly Role[] = [
  ...reviewing,
  ...(['finance-reviewer', 'finance-approver', 'auditor'] as const),
];
const money: readonly Role[] = ['finance-reviewer', 'finance-approver', 'auditor'];
const national: readonly Role[] = ['ip-reviewer', ...money];
const moneyAddress = '/money/:programme/:code';
const administering: readonly Role[] = [
  ...(['system-administrator', 'security-administrator', 'auditor'] as const),
];
const deskAddress = '/desk/:programme/:code/:year';

/** Every page, and who may open it. */
const pages: readonly Page[] = [
  {
    path: '/desk',
    Component: lazy(() => import('./desk/own-desk.js')),
    roles: desk,
    entry: { to: '/desk', words: { zh: '城市工作台', en: 'City desk' }, icon: <FormOutlined /> },
  },
  { path: deskAddress, Component: lazy(() => import('./desk/desk-page.js')), roles: desk },
  {
    path: `${deskAddress}/assessment`,
    Component: lazy(() => import('./self-assessment/assessment-page.js')),
    roles: desk,
  },
  {
    path: `${deskAddress}/what-if`,
    Component: lazy(() => import('./self-assessment/what-if-page.js')),
    roles: desk,
  },
  {
    path: `${deskAddress}/submission`,
    Component: lazy(() => import('./desk/submission-page.js')),
    roles: desk,
  },
  {
    path: '/inbox',
    Component: lazy(() => import('./review/inbox-page.js')),
    roles: reviewing,
    entry: { to: '/inbox', words: { zh: '待办', en: 'Inbox' }, icon: <InboxOutlined /> },
  },
  {
    path: '/matrix/:programme?/:year?',
    Component: lazy(() => import('./review/matrix-page.js')),
    roles: overseeing,
    entry: { to: '/matrix', words: { zh: '城市一览', en: 'Matrix' }, icon: <TableOutlined /> },
  },
  {
    path: '/review/:programme/:code/:year',
    Component: lazy(() => import('./review/review-page.js')),
    roles: overseeing,
  },
  {
    path: '/money/:programme?',
    Component: lazy(() => import('./money/money-desk-page.js')),
    roles: money,
    entry: { to: '/money', words: { zh: '资金拨付', en: 'Money' }, icon: <AccountBookOutlined /> },
  },
  {
    path: moneyAddress,
    Component: lazy(() => import('./money/money-page.js')),
    roles: money,
  },
  {
    path: `${moneyAddress}/releases/:id`,
    Component: lazy(() => import('./money/release-page.js')),
    roles: money,
  },
  {
    path: `${moneyAddress}/proposal`,
    Component: lazy(() => import('./money/proposal-page.js')),
    roles: ['finance-reviewer'],
  },
  {
    path: `${moneyAddress}/entry`,
    Component: lazy(() => import('./money/entry-page.js')),
    roles: ['finance-reviewer'],
  },
  {
    path: `${moneyAddress}/conclusion`,
    Component: lazy(() => import('./money/conclusion-page.js')),
    roles: ['finance-reviewer'],
  },
  {
    path: '/yearly/:programme?/:year?',
    Component: lazy(() => import('./yearly/yearly-page.js')),
    roles: national,
    entry: {
      ...{ to: '/yearly', words: { zh: '年度评定', en: 'Yearly run' } },
      icon: <BarChartOutlined />,
    },
  },
  {
    path: '/weights/:programme?/:year?',
    Component: lazy(() => import('./papers/weights-page.js')),
    roles: ['finance-reviewer'],
    entry: { to: '/weights', words: { zh: '分值', en: 'Points' }, icon: <CalculatorOutlined /> },
  },
  {
    path: '/deadlines/:programme?',
    Component: lazy(() => import('./deadlines/deadlines-page.js')),
    roles: overseeing,
    entry: { to: '/deadlines', words: { zh: '期限', en: 'Deadlines' }, icon: <CalendarOutlined /> },
  },
  {
    path: '/audit',
    Component: lazy(() => import('./audit/audit-page.js')),
    roles: ['auditor'],
    entry: { to: '/audit', words: { zh: '审计', en: 'Audit' }, icon: <AuditOutlined /> },
  },
  {
    path: '/accounts',
    Component: lazy(() => import('./administration/accounts-page.js')),
    roles: administering,
    entry: { to: '/accounts', words: { zh: '账号', en: 'Accounts' }, icon: <TeamOutlined /> },
  },
  {
    path: '/operation',
    Component: lazy(() => import('./administration/operation-page.js')),
    roles: ['system-administrator', 'auditor'],
    entry: {
      ...{ to: '/operation', words: { zh: '运行状况', en: 'Operation' } },
      icon: <DashboardOutlined />,
    },
  },
  {
    path: '/rulebook/:programme?',
    Component: lazy(() => import('./rulebook/rulebook-page.js')),
    entry: { to: '/rulebook', words: { zh: '评定规则', en: 'Rulebook' }, icon: <BookOutlined /> },
  },
];

/** The page that nobody has to sign in for. */
export const verification = {
  path: '/verify/:code?',
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
