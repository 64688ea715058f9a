import { randomUUID } from 'node:crypto';
import { isIPv6, type BlockList } from 'node:net';
import type { IncomingMessage } from 'node:http';
import { failureView } from '#contracts';
import type { FastifyInstance } from 'fastify';

const header = 'x-request-id';
const sound = /^[\w.:/+=-]{1,128}$/;

/** Whether an address is one of those that are trusted; also by its IPv4 form within IPv6. */
export function isAmong(addresses: BlockList, address: string | undefined): boolean {
  return address !== undefined && addresses.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** The id of a request: as a trusted proxy says, else a new one. */
export function requestIdOf({ headers, socket }: IncomingMessage, proxies: BlockList): string {
  const said = headers[header];
  const isSound = typeof said === 'string' && sound.test(said);
  return isSound && isAmong(proxies, socket.remoteAddress) ? said : randomUUID();
}

/** Tells the id with every answer, and within every failure. */
export function tellRequestId(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    // Past the reply, so that it is with streamed answers too.
    reply.raw.setHeader(header, request.id);
    done();
  });
  fastify.addHook('preSerialization', (request, reply, payload, done) => {
    const failure = reply.statusCode < 400 ? undefined : failureView.safeParse(payload).data;
    done(null, failure ? { error: { ...failure.error, requestId: request.id } } : payload);
  });
}
