import {
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { allowedKey, identityOf, type Allowed } from './allows.js';
import { answeredOnce } from './answered-once.js';
import { isReading } from './request-name.js';
import { ServiceHost } from './service-host.js';

const onceKey = 'once';

/**
 * Says that a route which changes something answers once in a way of its own: `by-file`, as it may
 * not hold a transaction while a file comes in; `never`, as sessions begin and end as often as asked,
 * and what shows a secret is not kept.
 */
export const Once = (how: 'by-file' | 'never') => SetMetadata(onceKey, how);

/** Has every request that changes something done once, and answered in the same way ever after. */
@Injectable()
export class OnceInterceptor implements NestInterceptor<unknown, unknown> {
  constructor(
    private readonly host: ServiceHost,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const route = context.getHandler();
    const allowed = this.reflector.get<Allowed | undefined>(allowedKey, route);
    const answersItself = this.reflector.get<string | undefined>(onceKey, route) !== undefined;
    if (isReading(request) || answersItself || allowed === 'everybody') {
      return next.handle();
    }
    const exchange = { request, reply: http.getResponse<FastifyReply>() };
    const content = JSON.stringify(request.body ?? null);
    const work = () => lastValueFrom(next.handle(), { defaultValue: undefined });
    return from(
      answeredOnce(this.host.service, identityOf(request).actor, exchange, content, work),
    );
  }
}
