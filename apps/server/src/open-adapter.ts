import { readFileSync } from 'node:fs';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { Settings } from '../../../config/settings.js';
import { answerClientError } from './answer-client-error.js';
import { answerTo } from './failure.filter.js';
import { isAmong, requestIdOf } from './request-id.js';

/**
 * HTTP, or HTTPS where the settings name a certificate.
 * @throws where its files cannot be used
 */
export function openAdapter({ tls, trustedProxies }: Settings, log: Logger): FastifyAdapter {
  const options = {
    loggerInstance: log,
    trustProxy: (address: string) => isAmong(trustedProxies, address),
    // Before any route is found, so that no filter sees it.
    frameworkErrors: (error: unknown, _request: unknown, reply: FastifyReply) => {
      const { status, body } = answerTo(error);
      void reply.status(status).send(body);
    },
    clientErrorHandler: answerClientError,
    genReqId: (request: Parameters<typeof requestIdOf>[0]) => requestIdOf(request, trustedProxies),
  };
  if (!tls) return new FastifyAdapter(options);
  try {
    const https = { key: readFileSync(tls.key), cert: readFileSync(tls.cert) };
    return new FastifyAdapter({ ...options, https });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`TLS_KEY_FILE、TLS_CERT_FILE 不能用。 They cannot be used: ${why}`, {
      cause: error,
    });
  }
}
