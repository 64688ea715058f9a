import type { Role } from './people/role.js';

/** Where a subject's report of a year stands (报告状态). */
export const yearStates = [
  /** 草稿: not submitted yet. */
  'draft',
  /** 已提交: locked. */
  'submitted',
  /** 省级转报 */
  'forwarded',
  /** 核查通过 */
  'verified',
  /** 退回 */
  'returned',
] as const;

export type YearState = (typeof yearStates)[number];

export const moveNames = ['submit', 'forward', 'verify', 'return'] as const;

export type MoveName = (typeof moveNames)[number];

/** What takes a year's report from one state to another, and who may do it. */
export interface MoveRule {
  readonly move: MoveName;
  readonly from: YearState;
  readonly to: YearState;
  readonly by: Role;
  /** Only of reports that go through a province, or only of those under direct planning. */
  readonly only?: 'through-province' | 'direct-planning';
}

/** Every move that there is. 计划单列市 have no provincial step. */
export const moveRules: readonly MoveRule[] = [
  { move: 'submit', from: 'draft', to: 'submitted', by: 'city-clerk' },
  { move: 'submit', from: 'returned', to: 'submitted', by: 'city-clerk' },
  {
    ...{ move: 'forward', from: 'submitted', to: 'forwarded', by: 'provincial-reviewer' },
    only: 'through-province',
  },
  {
    ...{ move: 'return', from: 'submitted', to: 'returned', by: 'provincial-reviewer' },
    only: 'through-province',
  },
  {
    ...{ move: 'verify', from: 'submitted', to: 'verified', by: 'ip-reviewer' },
    only: 'direct-planning',
  },
  {
    ...{ move: 'return', from: 'submitted', to: 'returned', by: 'ip-reviewer' },
    only: 'direct-planning',
  },
  { move: 'verify', from: 'forwarded', to: 'verified', by: 'ip-reviewer' },
  { move: 'return', from: 'forwarded', to: 'returned', by: 'ip-reviewer' },
  { move: 'return', from: 'verified', to: 'returned', by: 'ip-reviewer' },
];

/** The moves that there are from a state, of a subject under direct planning or of another. */
export function movesFrom(state: YearState, underDirectPlanning: boolean): readonly MoveRule[] {
  const path = underDirectPlanning ? 'direct-planning' : 'through-province';
  return moveRules.filter(({ from, only = path }) => from === state && only === path);
}
