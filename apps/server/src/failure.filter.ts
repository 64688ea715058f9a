import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FailureView } from '#contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { failureAnswer } from './failures/failure-answer.js';
import { RequestFailure } from './request-failure.js';

/** Answers whatever a request ends in: expected failures, malformed requests, and faults. */
@Catch()
export class FailureFilter implements ExceptionFilter<unknown> {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    const { status, body } = answerTo(error);
    if (status >= 500) http.getRequest<FastifyRequest>().log.error({ err: error }, body.error.code);
    void reply.status(status).send(body);
  }
}

/** How anything that is thrown is answered. */
export function answerTo(error: unknown): { status: number; body: FailureView } {
  if (error instanceof RequestFailure) {
    return failureAnswer(error.failure);
  }
  if (error instanceof MalformedRequest) {
    const { details } = error;
    const said = { message: '请求格式有误。', messageEn: 'Malformed request.' };
    return { status: 400, body: { error: { code: 'malformed-request', ...said, details } } };
  }
  if (isStorageFull(error)) return failureAnswer({ kind: 'storage-full' });
  const status = statusOf(error);
  if (status < 500) {
    const messageEn = error instanceof Error ? error.message : 'The request failed.';
    const message = status === 404 ? '没有这个地址，接口说明见 /api/docs。' : '无法受理该请求。';
    return { status, body: { error: { code: 'request', message, messageEn } } };
  }
  const said = { message: '系统故障，请稍后再试。', messageEn: 'A fault; try again later.' };
  return { status, body: { error: { code: 'fault', ...said } } };
}

/** A request that does not keep to its contract. */
export class MalformedRequest extends Error {
  constructor(readonly details: string[]) {
    super('malformed request');
  }
}

/** As SQLite, PostgreSQL and the operating system say it. */
const storageFull: readonly unknown[] = ['SQLITE_FULL', '53100', 'ENOSPC'];

/** Whether it, or the driver's error that it carries, says that there is no room left. */
function isStorageFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && storageFull.includes(error.code)) return true;
  return 'driverError' in error && isStorageFull(error.driverError);
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  // Fastify's own refusals, such as a body in an unknown format.
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') {
    return error.statusCode;
  }
  return 500;
}
