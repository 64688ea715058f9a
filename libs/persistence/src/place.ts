import { join } from 'node:path';

/** Where a store is: what a data folder holds, or a server's database. */
export type Place =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** A place holds no store of this version, or one where none may be; the text is for people. */
export class UnfitPlace extends Error {}

/** @param place a data folder, or a URL that begins with `postgres:` */
export function placeOf(place: string): Place {
  return place.startsWith('postgres:')
    ? { kind: 'postgres', url: place }
    : { kind: 'sqlite', path: join(place, 'pilot-targets.sqlite') };
}
