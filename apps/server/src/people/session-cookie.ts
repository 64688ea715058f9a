import type { FastifyRequest } from 'fastify';

const name = 'session';

/** What a request shows to tell who makes it. */
export interface PresentedSecret {
  readonly secret: string;
  readonly by: 'cookie' | 'header';
}

/** A bearer's header goes before the cookie. */
export function presentedSecret({ headers }: FastifyRequest): PresentedSecret | undefined {
  const bearer = /^Bearer ([\w.~+/-]+=*)$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { secret: bearer, by: 'header' };
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const secret = pairs.find(([key]) => key === name)?.[1];
  return secret ? { secret, by: 'cookie' } : undefined;
}

/** A cookie that no script reads and no other site sends; it goes with the browser. */
export function sessionCookie(secret: string, { protocol }: FastifyRequest): string {
  const secure = protocol === 'https' ? '; Secure' : '';
  return `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict${secure}`;
}

/** What makes a browser forget the cookie. */
export function endOfCookie(request: FastifyRequest): string {
  return `${sessionCookie('', request)}; Max-Age=0`;
}
