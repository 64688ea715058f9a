import multipart from '@fastify/multipart';
import { Logger, type NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { FirstAdministrators } from '#application';
import type { Purpose } from '#persistence';
import type { FastifyInstance } from 'fastify';
import { openLog } from '../../../config/log.js';
import type { Metrics } from '../../../config/metrics.js';
import type { Settings } from '../../../config/settings.js';
import { shownSettings } from '../../../config/shown-settings.js';
import { ThreadedPaperWriter } from '../../../config/threaded-paper-writer.js';
import { ThreadedVerifier } from '../../../config/threaded-verifier.js';
import { openWorkplace } from '../../../config/workplace.js';
import { openAdapter } from './open-adapter.js';
import { declaredRoutes, type DeclaredRoute } from './people/declared-routes.js';
import { openPeople } from './people/open-people.js';
import { PinoLogger } from './pino-logger.js';
import { tellRequestId } from './request-id.js';
import { RequestLimits } from './request-limits.js';
import { keepSchedule } from './schedule.js';
import { sendSecurityHeaders } from './security-headers.js';
import { serveScreens } from './serve-screens.js';
import { ServerModule } from './server.module.js';
import { ServiceHost } from './service-host.js';
import { refuseDeepBodies } from './sound-bodies.js';
import { formLimits } from './upload.js';

export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** Where the figures of the operation are told; undefined for nowhere. */
  readonly metricsUrl: string | undefined;
  /** What it serves, and to whom. */
  readonly routes: readonly DeclaredRoute[];
  /** Creates the first administrators, once; undefined where there are accounts. */
  readonly firstCode: string | undefined;
  /**
   * Takes no new request, answers what was asked, ends the job that runs, and closes the database.
   * A client that does not finish in time is cut off.
   */
  stop(): Promise<void>;
}

/** How long a stop waits for what was asked, in milliseconds. */
const stopDeadline = 10_000;

/** Nest would end the process without a word to what is open. */
const reportingFaults: Pick<NestApplicationOptions, 'abortOnError'> = { abortOnError: false };

/**
 * Starts the service: HTTP and, unless the settings leave it to others, a worker of its own.
 * @throws where the data folder belongs to another purpose, or the port is taken
 */
export async function startServer(settings: Settings, purpose: Purpose): Promise<RunningServer> {
  const log = openLog(settings.logLevel);
  const workplace = await openWorkplace(settings, purpose, log);
  Logger.overrideLogger(new PinoLogger(log));
  const demonstration = purpose === 'demonstration';
  const limits = new RequestLimits(settings.mostRequests);
  let app: NestFastifyApplication | undefined;
  try {
    const { service, metrics, metricsUrl } = workplace;
    const people = await openPeople(service, settings, purpose);
    const verifier = new ThreadedVerifier(settings.databaseUrl ?? settings.dataFolder);
    const paperWriter = new ThreadedPaperWriter();
    const host = new ServiceHost(
      ...[service, people, settings.uploadLimit, demonstration],
      ...[verifier, paperWriter, shownSettings(settings)],
    );
    const made = await NestFactory.create<NestFastifyApplication>(
      ServerModule.of(host, limits),
      openAdapter(settings, log),
      reportingFaults,
    );
    app = made;
    const fastify = made.getHttpAdapter().getInstance();
    tellRequestId(fastify);
    refuseDeepBodies(fastify);
    countRequests(fastify, metrics);
    sendSecurityHeaders(fastify);
    await limits.install(fastify);
    await prepare(made, demonstration);
    await serveScreens(fastify);
    const routes = declaredRoutes(made);
    const firstCode = await new FirstAdministrators(people).offer();
    await listen(made, settings);
    if (settings.jobs === 'here') workplace.start();
    const endSchedule = keepSchedule(service, settings, (err) =>
      log.error({ err }, 'the schedule is held up'),
    );
    return {
      ...{ url: (await made.getUrl()).replace(/\/$/, ''), metricsUrl, routes, firstCode },
      stop: async () => {
        try {
          await endSchedule();
          await stopServing(made, host);
        } finally {
          await Promise.all([verifier.close(), paperWriter.close()]);
          await workplace.close();
        }
      },
    };
  } catch (error) {
    await app?.close();
    await workplace.close();
    throw error;
  }
}

function countRequests(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? '(none)';
    metrics.countRequest(request.method, route, reply.statusCode, reply.elapsedTime);
    done();
  });
}

async function stopServing(app: NestFastifyApplication, host: ServiceHost): Promise<void> {
  const { server } = app.getHttpAdapter().getInstance();
  // A connection whose last answer is given would otherwise be kept for the next question.
  server.keepAliveTimeout = 1;
  host.stopping.next();
  const late = setTimeout(() => server.closeAllConnections(), stopDeadline);
  await app.close();
  clearTimeout(late);
}

async function prepare(app: NestFastifyApplication, demonstration: boolean): Promise<void> {
  await app.register(multipart, formLimits);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addContentTypeParser('application/octet-stream', (_request, body, done) => {
    done(null, body);
  });
  if (demonstration) {
    fastify.addHook('onRequest', (_request, reply, done) => {
      reply.raw.setHeader('Pilot-Targets-Purpose', 'demonstration');
      done();
    });
  }
  const description = new DocumentBuilder()
    .setTitle(`${demonstration ? '演示 DEMONSTRATION · ' : ''}绩效目标核查 Pilot targets`)
    .setDescription('报送、核查、评定与拨付判定。Reports in, defensible verdicts out.')
    .build();
  const describe = () => SwaggerModule.createDocument(app, description);
  SwaggerModule.setup('api/docs', app, describe);
}

/** Throws one sentence where the address cannot be had. */
async function listen(app: NestFastifyApplication, { host, port }: Settings): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `不能在 ${host}:${port} 上提供服务，请用 HOST、PORT 另选地址。 Cannot listen there: ${why}`,
      { cause: error },
    );
  }
}
