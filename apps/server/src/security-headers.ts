import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
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
export function sendSecurityHeaders(fastify: FastifyInstance): void {
  const policy = (styleSrc: readonly string[]) =>
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: { ...directives, styleSrc } },
    });
  // Made once: Fastify's plugin would write the policy anew for every answer.
  const ofAnswers = policy(directives.styleSrc);
  const ofPages = policy([...directives.styleSrc, "'unsafe-inline'"]);
  fastify.addHook('onRequest', ({ raw, url }, reply, done) => {
    const isPage = /^\/api\/docs\/?(\?|$)/.test(url) || isScreen(url);
    const send = isPage ? ofPages : ofAnswers;
    send(raw, reply.raw, (fault) => done(fault instanceof Error ? fault : undefined));
  });
}
