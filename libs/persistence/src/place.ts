import { join } from 'node:path';
import type { DataSource } from 'typeorm';

/** Where a store is: what a data folder holds, or a server's database. */
export type Place =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** A place holds no store of this version, or one where none may be; the text is for people. */
export class UnfitPlace extends Error {}

/** Connects to a server's database. @throws UnfitPlace where it cannot be reached, or lets nobody in */
export async function connected(url: string, source: DataSource): Promise<DataSource> {
  try {
    return await source.initialize();
  } catch (error) {
    throw new UnfitPlace(
      `DATABASE_URL=${withoutPassword(url)}: 连不上数据库，请核对地址、账号，以及数据库是否在运行。` +
        `The database cannot be reached; is it running there, and is this its account? ${why(error)}`,
      { cause: error },
    );
  }
}

/** The settings of a session, which may hold a password too, go with it. */
function withoutPassword(url: string): string {
  const { protocol, username, host, pathname } = URL.canParse(url) ? new URL(url) : unreadable;
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}

const unreadable = { protocol: 'postgres:', username: '', host: '…', pathname: '' } as const;

/** What a name of several addresses failed with is an error without words of its own. */
function why(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(why).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/** @param place a data folder, or a URL that begins with `postgres:` */
export function placeOf(place: string): Place {
  return place.startsWith('postgres:')
    ? { kind: 'postgres', url: place }
    : { kind: 'sqlite', path: join(place, 'pilot-targets.sqlite') };
}
