import type { Area } from '#application';

/** What subjects in an area have in common, as columns of their table tell it. */
export function within(area: Area): { province?: string; code?: string } {
  switch (area.kind) {
    case 'nation':
      return {};
    case 'province':
      return { province: area.province };
    case 'subject':
      return { code: area.code };
  }
}
