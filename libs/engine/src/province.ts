/**
 * The first two digits of the division that a subject belongs to: its own code's, or those that a
 * credit code bears from its third character on (GB 32100, 登记管理机关行政区划码).
 */
export function provinceOf(code: string): string {
  return code.length === 6 ? code.slice(0, 2) : code.slice(2, 4);
}
