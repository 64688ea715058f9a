import multipart from '@fastify/multipart';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { Purpose } from '#persistence';
import { pino } from 'pino';
import type { Settings } from '../../../config/settings.js';
import { openWorkplace } from '../../../config/workplace.js';
import { PinoLogger } from './pino-logger.js';
import { ServerModule } from './server.module.js';
import { ServiceHost } from './service-host.js';

export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** Answers what was asked, ends the job that runs, and closes the database. */
  stop(): Promise<void>;
}

/**
 * Starts the service: HTTP, and a worker of its own.
 * @throws where the data folder belongs to another purpose, or the port is taken
 */
export async function startServer(settings: Settings, purpose: Purpose): Promise<RunningServer> {
  const { host, port, uploadLimit, logLevel } = settings;
  const log = pino({ level: logLevel });
  const workplace = await openWorkplace(settings, purpose, log);
  Logger.overrideLogger(new PinoLogger(log));
  const app = await NestFactory.create<NestFastifyApplication>(
    ServerModule.of(new ServiceHost(workplace.service, uploadLimit, purpose === 'demonstration')),
    new FastifyAdapter({ loggerInstance: log, forceCloseConnections: true }),
  );
  await prepare(app);
  await app.listen(port, host);
  workplace.start();
  return {
    url: (await app.getUrl()).replace(/\/$/, ''),
    stop: async () => {
      await app.close();
      await workplace.close();
    },
  };
}

async function prepare(app: NestFastifyApplication): Promise<void> {
  await app.register(multipart, { limits: { files: 1, fileSize: Number.MAX_SAFE_INTEGER } });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addContentTypeParser('application/octet-stream', (_request, body, done) => {
    done(null, body);
  });
  const description = new DocumentBuilder()
    .setTitle('绩效目标核查 Pilot targets')
    .setDescription('报送、核查、评定与拨付判定。Reports in, defensible verdicts out.')
    .build();
  SwaggerModule.setup('api/docs', app, SwaggerModule.createDocument(app, description));
}
