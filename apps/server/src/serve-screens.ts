import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const screens = dirname(createRequire(import.meta.url).resolve('#screens/index.html'));
/** A year, in seconds: the name of a file in assets changes with its content. */
const longest = 365 * 24 * 60 * 60;

/** Whether an address is left to the screens: all that is no route of the service. */
export function isScreen(url: string): boolean {
  return !/^\/(api|health|metrics)(\/|\?|$)/.test(url);
}

/** Sends out the screens, and their one page for every address that they know by themselves. */
export async function serveScreens(fastify: FastifyInstance): Promise<void> {
  await fastify.register(fastifyStatic, {
    ...{ root: screens, wildcard: false, index: false, cacheControl: false },
    preCompressed: true,
    setHeaders: (reply, path) => {
      const isNamedByContent = path.includes('/assets/');
      const age = isNamedByContent ? `public, max-age=${longest}, immutable` : 'no-cache';
      void reply.header('cache-control', age);
    },
  });
  fastify.get('/*', (request, reply) => {
    const isPage = isScreen(request.url) && !request.url.startsWith('/assets/');
    if (isPage) return reply.sendFile('index.html');
    reply.callNotFound();
    return reply;
  });
}
