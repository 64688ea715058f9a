import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { RecordRefusal } from '#application';
import type { FastifyRequest } from 'fastify';
import { catchError, from, type Observable } from 'rxjs';
import { failureAnswer } from './failures/failure-answer.js';
import { RequestFailure } from './request-failure.js';
import { isReading, nameOf } from './request-name.js';
import { ServiceHost } from './service-host.js';

/** Told already, in the transaction that refused: with the account that was meant, or the key's call. */
const toldBefore: readonly RequestFailure['failure']['kind'][] = ['sign-in-refused', 'key-used'];

/**
 * Has every refusal of a change in the audit log that is not an answer given once, which is audited
 * with it. Stands within the limits of requests, so that nobody fills the log by asking without end.
 */
@Injectable()
export class RefusalInterceptor implements NestInterceptor<unknown, unknown> {
  private readonly recordRefusal: RecordRefusal;

  constructor({ people }: ServiceHost) {
    this.recordRefusal = new RecordRefusal(people);
  }

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (isReading(request)) return next.handle();
    return next.handle().pipe(catchError((error: unknown) => from(this.tell(request, error))));
  }

  private async tell(request: FastifyRequest, error: unknown): Promise<never> {
    if (error instanceof RequestFailure && isRefusal(error.failure)) {
      await this.recordRefusal.execute(request.identity?.actor ?? { from: request.ip }, {
        ...{ what: 'refused', request: nameOf(request), failure: error.failure.kind },
      });
    }
    throw error;
  }
}

/** What is malformed is not asked for yet, and a fault refuses nobody. */
function isRefusal(failure: RequestFailure['failure']): boolean {
  const { status } = failureAnswer(failure);
  return status > 400 && status < 500 && !toldBefore.includes(failure.kind);
}
