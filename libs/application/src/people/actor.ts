import type { Area } from './area.js';

/** What an account is for (角色). The three administrators' rights never meet in one account (三员分立). */
export const roles = [
  /** 城市填报员 */
  'city-clerk',
  /** 省级审核员 */
  'provincial-reviewer',
  /** 知识产权局核查员 */
  'ip-reviewer',
  /** 财政部审核员 */
  'finance-reviewer',
  /** 财政部审批员 */
  'finance-approver',
  /** 审计员 */
  'auditor',
  /** 系统管理员 */
  'system-administrator',
  /** 安全管理员 */
  'security-administrator',
] as const;

export type Role = (typeof roles)[number];

/** Who does something. */
export interface Actor {
  /** An account's id, or `system`. */
  readonly account: string;
  readonly role: Role | 'system';
  readonly area: Area;
}

/** The service itself, for what no person asked for. */
export const system: Actor = { account: 'system', role: 'system', area: { kind: 'nation' } };
