import type { FastifyRequest } from 'fastify';

/**
 * Whether a change that a browser asks for, with the cookie that it sends by itself, may have been
 * asked for by another site's page. Browsers say where it comes from; what says nothing is refused.
 */
export function isFromElsewhere({ method, headers, host }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  return origin === undefined || !URL.canParse(origin) || new URL(origin).host !== host;
}
