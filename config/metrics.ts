import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Job, JobOutcome } from '#application';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Settings } from './settings.js';

/** In seconds. */
const buckets = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60];

/** Figures of the operation of one process, as Prometheus takes them. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly registers = [this.registry];
  private readonly requests = new Histogram({
    ...{ name: 'http_request_duration_seconds', help: 'Requests by route and status', buckets },
    ...{ labelNames: ['method', 'route', 'status'] as const, registers: this.registers },
  });
  private readonly jobs = new Counter({
    ...{ name: 'jobs_total', help: 'Tries of jobs by kind and outcome' },
    ...{ labelNames: ['kind', 'outcome'] as const, registers: this.registers },
  });
  private readonly waits = new Histogram({
    ...{ name: 'transaction_wait_seconds', help: 'How long a transaction waited for its turn' },
    ...{ buckets, registers: this.registers },
  });

  /** @param unfinishedJobs how many jobs wait or run */
  constructor(unfinishedJobs: () => Promise<number>) {
    new Gauge({
      ...{ name: 'jobs_unfinished', help: 'Jobs that wait or run', registers: this.registers },
      async collect() {
        this.set(await unfinishedJobs());
      },
    });
  }

  /** @param route as it is declared, with names in place of values */
  countRequest(method: string, route: string, status: number, milliseconds: number): void {
    this.requests.observe({ method, route, status }, milliseconds / 1000);
  }

  countJob({ kind }: Job, outcome: JobOutcome): void {
    this.jobs.inc({ kind, outcome });
  }

  countWait(milliseconds: number): void {
    this.waits.observe(milliseconds / 1000);
  }

  /**
   * Tells the figures, and those of the process itself, to whoever asks at an address of their own.
   * @returns where, and what ends it
   */
  async serve({ host, port }: NonNullable<Settings['metrics']>): Promise<MetricsServer> {
    collectDefaultMetrics({ register: this.registry });
    const server = createServer((request, response) => {
      if (request.url !== '/metrics') {
        response.writeHead(404).end();
        return;
      }
      this.registry.metrics().then(
        (text) => response.setHeader('content-type', this.registry.contentType).end(text),
        () => response.writeHead(503).end(),
      );
    });
    await once(server.listen(port, host), 'listening');
    const address = server.address();
    const at = typeof address === 'object' && address !== null ? address.port : port;
    return {
      url: `http://${host}:${at}/metrics`,
      close: () => {
        server.closeAllConnections();
        server.close();
      },
    };
  }
}

export interface MetricsServer {
  readonly url: string;
  close(): void;
}
