import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import multipart from '@fastify/multipart';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { makeScratch, RunJob, serviceOver, systemClock } from '#application';
import { openStore, type Purpose } from '#persistence';
import { EmbeddedQueue } from '#queue';
import { programmes } from '#rulebook';
import { pino } from 'pino';
import type { Settings } from '../../../config/settings.js';
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
  const { host, port, dataFolder, uploadLimit, logLevel } = settings;
  const log = pino({ level: logLevel });
  const scratch = await makeScratch(dataFolder);
  const stores = await openStore(dataFolder, purpose);
  const queue = new EmbeddedQueue({
    ...stores,
    clock: systemClock,
    worker: `${hostname()}/${process.pid}`,
    onFault: (fault, claimed) => log.error({ err: fault, job: claimed?.job }, 'a job failed'),
  });
  const service = serviceOver({ ...stores, queue, programmes, scratch });
  Logger.overrideLogger(new PinoLogger(log));
  const app = await NestFactory.create<NestFastifyApplication>(
    ServerModule.of(new ServiceHost(service, uploadLimit, purpose === 'demonstration')),
    new FastifyAdapter({ loggerInstance: log, forceCloseConnections: true }),
  );
  await prepare(app);
  await app.listen(port, host);
  queue.start(new RunJob(service));
  return {
    url: (await app.getUrl()).replace(/\/$/, ''),
    stop: async () => {
      await app.close();
      await queue.stop();
      await stores.close();
      await rm(scratch, { recursive: true, force: true });
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
