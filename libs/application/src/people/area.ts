/** Whose data an account reaches (区域). */
export type Area =
  | { readonly kind: 'nation' }
  /** By the first two digits of its division codes. */
  | { readonly kind: 'province'; readonly province: string }
  | { readonly kind: 'subject'; readonly code: string };

/** Whether an area holds a subject, by the subject's code. */
export function reaches(area: Area, code: string): boolean {
  switch (area.kind) {
    case 'nation':
      return true;
    case 'province':
      return provinceOf(code) === area.province;
    case 'subject':
      return code === area.code;
  }
}

/**
 * The first two digits of the division that a subject belongs to: its own code's, or those that a
 * credit code bears from its third character on (GB 32100, 登记管理机关行政区划码).
 */
export function provinceOf(code: string): string {
  return code.length === 6 ? code.slice(0, 2) : code.slice(2, 4);
}
