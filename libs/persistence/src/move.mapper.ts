import type { ReturnReason } from '#application';

/** Ids of reports, read back. Throws where the column holds anything else. */
export function partsFromText(text: string): readonly string[] {
  return listFrom(text, (item) => typeof item === 'string');
}

/** Reasons of a return, read back. Throws where the column holds anything else. */
export function reasonsFromText(text: string): readonly ReturnReason[] {
  return listFrom(text, isReason);
}

function listFrom<T>(text: string, fits: (item: unknown) => item is T): readonly T[] {
  const list: unknown = JSON.parse(text);
  if (Array.isArray(list) && list.every(fits)) return list;
  throw new Error(`${text} in the database is no such list`);
}

function isReason(item: unknown): item is ReturnReason {
  if (typeof item !== 'object' || item === null || !('reason' in item)) return false;
  if ('target' in item) return typeof item.target === 'string';
  return (
    'part' in item &&
    typeof item.part === 'string' &&
    'sheet' in item &&
    typeof item.sheet === 'string' &&
    'row' in item &&
    typeof item.row === 'number'
  );
}
