import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Browsers run nothing here but scripts and styles of this server's own. */
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
  // The page of the API's description has styles within it.
  const ofDocs = policy([...directives.styleSrc, "'unsafe-inline'"]);
  fastify.addHook('onRequest', (request, reply, done) => {
    if (/^\/api\/docs\/?(\?|$)/.test(request.url)) reply.helmet(ofDocs);
    done();
  });
}
