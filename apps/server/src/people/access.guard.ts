import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  Identify,
  reaches,
  RecordRefusal,
  type Actor,
  type Identity,
  type Stranger,
} from '#application';
import { allowedKey, type Allowed } from '../allows.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestFailure, type EdgeFailure } from '../request-failure.js';
import { RequestLimits } from '../request-limits.js';
import { isReading, nameOf } from '../request-name.js';
import { ServiceHost } from '../service-host.js';
import { isFromElsewhere } from './foreign-origin.js';
import { presentedSecret } from './session-cookie.js';

type Refused = Extract<
  EdgeFailure['kind'],
  'foreign-origin' | 'role-not-allowed' | 'area-not-allowed' | 'scope-not-allowed'
>;

/**
 * Lets a request through where its route allows whoever makes it. Somebody else's subject is
 * answered as one that there is not.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly identify: Identify;
  private readonly recordRefusal: RecordRefusal;

  constructor(
    private readonly reflector: Reflector,
    private readonly limits: RequestLimits,
    { people }: ServiceHost,
  ) {
    this.identify = new Identify(people);
    this.recordRefusal = new RecordRefusal(people);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const allowed = this.reflector.get<Allowed | undefined>(allowedKey, context.getHandler());
    if (allowed === undefined) throw new Error('the route does not declare who may use it');
    if (allowed === 'everybody') return true;
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const presented = presentedSecret(request);
    const identity =
      presented && (await this.identify.execute(presented.secret, isAttended(request)));
    if (!identity) {
      return this.refuseStranger(request, http.getResponse<FastifyReply>(), presented?.secret);
    }
    const isForged = presented.by === 'cookie' && isFromElsewhere(request);
    const refused = isForged ? 'foreign-origin' : obstacle(identity, allowed, request.method);
    if (refused) return this.refuse(identity.actor, request, { kind: refused });
    if (allowed.data === 'subject') {
      const { programme, code } = subjectIn(request.params);
      if (!reaches(identity.actor.area, code)) {
        return this.refuse(identity.actor, request, { kind: 'unknown-subject', programme, code });
      }
    }
    request.identity = identity;
    return true;
  }

  /** What somebody unknown only reads is no refusal that the audit log is to tell. */
  private async refuseStranger(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string | undefined,
  ): Promise<never> {
    const failure = { kind: 'not-signed-in' } as const;
    if (isReading(request)) throw new RequestFailure(failure);
    await this.limits.refuseStranger(request, reply);
    const account = secret && (await this.identify.ownerOf(secret));
    return this.refuse({ from: request.ip, ...(account && { account }) }, request, failure);
  }

  private async refuse(
    by: Actor | Stranger,
    request: FastifyRequest,
    failure: RequestFailure['failure'],
  ): Promise<never> {
    await this.recordRefusal.execute(by, {
      ...{ what: 'access-refused', request: nameOf(request), failure: failure.kind },
    });
    throw new RequestFailure(failure);
  }
}

/** What a page asks for by itself, or has itself told of, does not say that somebody is there. */
function isAttended({ headers }: FastifyRequest): boolean {
  return headers['x-unattended'] === undefined && headers.accept !== 'text/event-stream';
}

function obstacle(
  { actor, by }: Identity,
  { roles, data, scope }: Exclude<Allowed, 'everybody'>,
  method: string,
): Refused | undefined {
  if (!roles.some((role) => role === actor.role)) return 'role-not-allowed';
  if (data === 'nation' && actor.area.kind !== 'nation') return 'area-not-allowed';
  if (by.kind === 'session') return undefined;
  const wanted = scope ?? (method === 'GET' ? 'read' : undefined);
  return wanted && by.scopes.includes(wanted) ? undefined : 'scope-not-allowed';
}

function subjectIn(params: unknown): { readonly programme: string; readonly code: string } {
  const isSubject =
    typeof params === 'object' && params !== null && 'programme' in params && 'code' in params;
  if (!isSubject) throw new Error('the route has no subject in its address');
  return { programme: String(params.programme), code: String(params.code) };
}
