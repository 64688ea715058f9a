import { once, type Actor, type Service } from '#application';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { failureAnswer } from './failures/failure-answer.js';
import { RequestFailure, valueOf } from './request-failure.js';

const visible = z.string().regex(/^[\x21-\x7e]{1,255}$/);
const written = z.object({ status: z.int(), location: z.string().optional(), body: z.unknown() });

/**
 * Does what a request asks for once, by its Idempotency-Key, and sets status and place on the reply.
 * @param content all that is asked beside the address, or a hash of it
 * @returns the body of the answer, the same to the same request
 */
export async function answeredOnce(
  service: Service,
  actor: Actor,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  content: string,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const call = { key: keyOf(request), request: `${request.method} ${request.url}`, content };
  const answer = await once(service, actor, call, async () => {
    const { body, refusal } = await attempt(reply, work);
    const { statusCode: status } = reply;
    const location = reply.getHeader('location');
    return { answer: JSON.stringify({ status, location, body }), refusal };
  });
  const { status, location, body } = written.parse(JSON.parse(valueOf(answer)));
  void reply.status(status);
  if (location !== undefined) void reply.header('location', location);
  return body;
}

/** @throws RequestFailure where there is none that would do */
export function keyOf({ headers }: FastifyRequest): string {
  const key = visible.safeParse(headers['idempotency-key']);
  if (!key.success) throw new RequestFailure({ kind: 'key-missing' });
  return key.data;
}

/** An expected failure is an answer like any other. */
async function attempt(reply: FastifyReply, work: () => Promise<unknown>) {
  try {
    return { body: await work(), refusal: null };
  } catch (error) {
    if (!(error instanceof RequestFailure)) throw error;
    const { status, body } = failureAnswer(error.failure);
    void reply.status(status);
    return { body, refusal: error.failure.kind };
  }
}
