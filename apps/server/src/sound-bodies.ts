import type { FastifyInstance } from 'fastify';
import { MalformedRequest } from './failure.filter.js';

/** No request of ours nests as deep; what reads a body by recursion must come to an end. */
const deepest = 32;

/** Refuses a JSON body that nests deeper than any request has to. */
export function refuseDeepBodies(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, _reply, done) => {
    const isDeep =
      (request.headers['content-type'] ?? '').includes('json') && nestsBelow(request.body, deepest);
    done(isDeep ? new MalformedRequest([`嵌套超过${deepest}层。`]) : undefined);
  });
}

function nestsBelow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((each) => nestsBelow(each, depth - 1));
}
