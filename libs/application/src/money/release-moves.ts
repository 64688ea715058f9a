import type { Role } from '../people/role.js';

export const releaseStates = [
  ...(['proposed', 'approved', 'paid', 'returned'] as const),
  ...(['rejected', 'withdrawn', 'void', 'cancelled', 'failed'] as const),
] as const;

export type ReleaseState = (typeof releaseStates)[number];

/** Every move of a release (拨付) that there is; no method does any other. */
export const releaseMoves = [
  { move: 'propose', from: null, to: 'proposed', role: 'finance-reviewer' },
  { move: 'approve', from: 'proposed', to: 'approved', role: 'finance-approver' },
  { move: 'reject', from: 'proposed', to: 'rejected', role: 'finance-approver' },
  { move: 'withdraw', from: 'proposed', to: 'withdrawn', role: 'finance-reviewer' },
  { move: 'pay', from: 'approved', to: 'paid', role: 'finance-reviewer' },
  { move: 'cancel', from: 'approved', to: 'cancelled', role: 'finance-reviewer' },
  { move: 'fail', from: 'approved', to: 'failed', role: 'finance-reviewer' },
  { move: 'return', from: 'paid', to: 'returned', role: 'finance-reviewer' },
  { move: 'return', from: 'returned', to: 'returned', role: 'finance-reviewer' },
  // What it rests on has changed: found by whoever approves or pays it, decided by nobody.
  { move: 'void', from: 'proposed', to: 'void', role: null },
  { move: 'void', from: 'approved', to: 'void', role: null },
] as const satisfies readonly {
  move: string;
  from: ReleaseState | null;
  to: ReleaseState;
  role: Role | null;
}[];

export type ReleaseMove = (typeof releaseMoves)[number]['move'];

/** While a release is in one of these, a subject can have no other. */
export const openStates = ['proposed', 'approved'] as const satisfies readonly ReleaseState[];

/** In these a release takes from the remainder, less what came back of it. */
export const takingStates = [
  ...(['approved', 'paid', 'returned'] as const),
] as const satisfies readonly ReleaseState[];

/** Where a move leads from a state; undefined where it is not possible. */
export function moveFrom(state: ReleaseState, move: ReleaseMove) {
  return releaseMoves.find((each) => each.from === state && each.move === move);
}

/** What a person can do with a release in a state, and in which role. */
export function nextMoves(
  state: ReleaseState,
): readonly { readonly move: ReleaseMove; readonly by: Role }[] {
  return releaseMoves.flatMap(({ from, move, role }) =>
    from === state && role !== null ? [{ move, by: role }] : [],
  );
}
