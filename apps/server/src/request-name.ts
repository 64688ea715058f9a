import type { FastifyRequest } from 'fastify';

/** An address in the audit log; what comes after is nobody's. */
const longestAddress = 300;

/** A request as the audit log names it: method and address, without its query. */
export function nameOf({ method, url }: FastifyRequest): string {
  const [path = ''] = url.split('?');
  return `${method} ${path.slice(0, longestAddress)}`;
}

/** Whether a request changes nothing. */
export function isReading({ method }: FastifyRequest): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method);
}
