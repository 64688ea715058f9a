import { createPostgresBackend, Queue, Worker } from 'bullmq';
import type { ClientBase } from 'pg';

const name = 'pilot-targets';

/** What BullMQ opens on the server that a URL names: the end to which announcements are given. */
export function openQueue(url: string) {
  return url.startsWith('redis')
    ? new Queue(name, { connection: redis(url) })
    : new Queue(name, { connection: postgres(url) }, createPostgresBackend);
}

/** The end at which they arrive, one at a time. */
export function openWorker(url: string, look: () => Promise<void>) {
  return url.startsWith('redis')
    ? new Worker(name, look, { connection: redis(url), runRetryDelay })
    : new Worker(name, look, { connection: postgres(url), runRetryDelay }, createPostgresBackend);
}

/** In milliseconds, between tries to connect; one that is under way outlives a stop. */
const runRetryDelay = 1000;

/** BullMQ wants commands to wait for a connection that is away, and then goes on where it was. */
const redis = (url: string) => ({ url, maxRetriesPerRequest: null });

/**
 * Its tables, in a schema of their own, are made where they are missing. BullMQ listens to no
 * connection that it has out of its pool for that, and an error that nobody hears ends the process;
 * what was asked of the connection fails all the same.
 */
const postgres = (url: string) => ({
  connectionString: url,
  migrate: true,
  onConnect: (client: ClientBase) => void client.on('error', () => undefined),
});
