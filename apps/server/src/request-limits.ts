import rateLimit from '@fastify/rate-limit';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Identity } from '#application';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../../../config/settings.js';
import { RequestFailure } from './request-failure.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True where somebody tries to sign in. */
    readonly signIn?: boolean;
  }
  interface FastifyRequest {
    /** Who makes the request, once that is known. */
    identity?: Identity;
  }
}

/** Limits a route as strictly as is due where passwords or codes may be guessed. */
export const LimitedAsSignIn = () => RouteConfig({ signIn: true });

const minute = 60_000;

type Limit = ReturnType<FastifyInstance['createRateLimit']>;

/**
 * Refuses those who ask too often of this server: an address before anything else is done, an
 * account once it is known.
 */
export class RequestLimits implements CanActivate {
  private ofAccount: Limit | undefined;
  private ofStranger: Limit | undefined;

  constructor(private readonly most: Settings['mostRequests']) {}

  /** Before any route is there. */
  async install(fastify: FastifyInstance): Promise<void> {
    await fastify.register(rateLimit, { global: false, timeWindow: minute });
    const { address, account, signIn } = this.most;
    const ofAddress = fastify.createRateLimit({ max: address });
    const ofSignIn = fastify.createRateLimit({ max: signIn });
    // Counted apart: whose session is over asks for changes before signing in again.
    this.ofStranger = fastify.createRateLimit({ max: signIn });
    this.ofAccount = fastify.createRateLimit({
      max: account,
      keyGenerator: ({ identity }) => identity?.account.id ?? '',
    });
    fastify.addHook('onRequest', async (request, reply) => {
      await refuseAbove(ofAddress, request, reply);
      if (request.routeOptions.config.signIn) await refuseAbove(ofSignIn, request, reply);
    });
  }

  /** Refuses who is unknown and has changes refused too often, as each is written down. */
  async refuseStranger(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (this.ofStranger) await refuseAbove(this.ofStranger, request, reply);
  }

  /** Stands behind the guard that tells the account. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    if (this.ofAccount && request.identity) {
      await refuseAbove(this.ofAccount, request, http.getResponse<FastifyReply>());
    }
    return true;
  }
}

async function refuseAbove(
  limit: Limit,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const used = await limit(request);
  if (used.isAllowed || !used.isExceeded) return;
  void reply.header('retry-after', used.ttlInSeconds);
  throw new RequestFailure({ kind: 'too-many-requests', seconds: used.ttlInSeconds });
}
