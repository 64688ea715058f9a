import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { isScreen } from './serve-screens.js';

/**
 * Browsers run nothing here but scripts of this server's own. The pages' styles are partly made while
 * they run, in elements without a file; as nothing else of a page may load from anywhere, a style
 * that got in could change its look and nothing more.
 */
const directives = {
  ...{ defaultSrc: ["'self'"], baseUri: ["'none'"], formAction: ["'self'"], objectSrc: ["'none'"] },
  ...{ frameAncestors: ["'none'"], scriptSrc: ["'self'"], scriptSrcAttr: ["'none'"] },
  ...{ styleSrc: ["'self'"], imgSrc: ["'self'", 'data:'] },
};

/** Says with every answer what a browser may do with it. */
export async function sendSecurityHeaders(fastify: FastifyInstance): Promise<void> {
  const policy = (styleSrc: readonly string[]) => ({
    contentSecurityPolicy: { useDefaults: false, directives: { ...directives, styleSrc } },
  });
  await fastify.register(helmet, policy(directives.styleSrc));
  const ofPages = policy([...directives.styleSrc, "'unsafe-inline'"]);
  fastify.addHook('onRequest', (request, reply, done) => {
    const isDocs = /^\/api\/docs\/?(\?|$)/.test(request.url);
    if (isDocs || isScreen(request.url)) reply.helmet(ofPages);
    done();
  });
}
