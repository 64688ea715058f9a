import { provinceOf } from '#engine';

/** Whose data an account reaches (区域). */
export type Area =
  | { readonly kind: 'nation' }
  /** By the first two digits of its division codes. */
  | { readonly kind: 'province'; readonly province: string }
  | { readonly kind: 'subject'; readonly code: string };

/** An area as it is kept: `nation`, `province:95`, `subject:950001`. */
export function areaInText(area: Area): string {
  switch (area.kind) {
    case 'nation':
      return 'nation';
    case 'province':
      return `province:${area.province}`;
    case 'subject':
      return `subject:${area.code}`;
  }
}

/** Reads what {@link areaInText} writes. Throws where it did not. */
export function areaFromText(text: string): Area {
  const [kind, within = ''] = text.split(':');
  if (kind === 'nation') return { kind };
  if (kind === 'province' && within !== '') return { kind, province: within };
  if (kind === 'subject' && within !== '') return { kind, code: within };
  throw new Error(`'${text}' is no area`);
}

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
