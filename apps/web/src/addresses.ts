import type { NewGrantBody } from '#contracts';

export type Role = NewGrantBody['role'];

/** Where a page is. */
export interface PageAddress {
  /** The first of its addresses is where the menu leads. */
  readonly path: string;
  /** Who may open it; everybody where it does not say. */
  readonly roles?: readonly Role[];
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

/** Where every page is, and who may open it. */
export const addresses = {
  ownDesk: { path: '/desk', roles: desk },
  desk: { path: deskAddress, roles: desk },
  assessment: { path: `${deskAddress}/assessment`, roles: desk },
  whatIf: { path: `${deskAddress}/what-if`, roles: desk },
  submission: { path: `${deskAddress}/submission`, roles: desk },
  inbox: { path: '/inbox', roles: reviewing },
  matrix: { path: '/matrix/:programme?/:year?', roles: overseeing },
  review: { path: '/review/:programme/:code/:year', roles: overseeing },
  moneyDesk: { path: '/money/:programme?', roles: money },
  money: { path: moneyAddress, roles: money },
  release: { path: `${moneyAddress}/releases/:id`, roles: money },
  proposal: { path: `${moneyAddress}/proposal`, roles: ['finance-reviewer'] },
  entry: { path: `${moneyAddress}/entry`, roles: ['finance-reviewer'] },
  conclusion: { path: `${moneyAddress}/conclusion`, roles: ['finance-reviewer'] },
  yearly: { path: '/yearly/:programme?/:year?', roles: national },
  weights: { path: '/weights/:programme?/:year?', roles: ['finance-reviewer'] },
  deadlines: { path: '/deadlines/:programme?', roles: overseeing },
  audit: { path: '/audit', roles: ['auditor'] },
  accounts: { path: '/accounts', roles: administering },
  operation: { path: '/operation', roles: ['system-administrator', 'auditor'] },
  rulebook: { path: '/rulebook/:programme?' },
  /** The one that nobody has to sign in for. */
  verification: { path: '/verify/:code?' },
} as const satisfies Readonly<Record<string, PageAddress>>;
