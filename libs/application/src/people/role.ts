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

/** A role and whose data it is about. */
export interface Grant {
  readonly role: Role;
  readonly area: Area;
}

/** How far each role may reach. */
export const areaKinds: Readonly<Record<Role, readonly Area['kind'][]>> = {
  'city-clerk': ['subject'],
  'provincial-reviewer': ['province'],
  'ip-reviewer': ['nation', 'province'],
  'finance-reviewer': ['nation'],
  'finance-approver': ['nation'],
  auditor: ['nation'],
  'system-administrator': ['nation'],
  'security-administrator': ['nation'],
};

/** Without one of each nobody could let others in, or back in. */
export const indispensable: readonly Role[] = ['system-administrator', 'security-administrator'];

/** Who signs in with a code from a device (动态口令) beside the password: all but who only reports. */
export const rolesWithDevice: readonly Role[] = roles.filter((role) => role !== 'city-clerk');
