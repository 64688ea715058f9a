import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { AuditVerification, AuditVerifier } from '#application';

/** Built, as a thread takes nothing else, even where this module itself is not. */
const auditThread = createRequire(import.meta.url).resolve('#audit-thread');

/** Verifies the audit in a thread, so that nobody else waits; who asks meanwhile gets the same. */
export class ThreadedVerifier implements AuditVerifier {
  private thread: Worker | undefined;
  private running: Promise<AuditVerification> | undefined;

  /** @param place the store, as for `openAudit` */
  constructor(private readonly place: string) {}

  verify(): Promise<AuditVerification> {
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** Ends what runs. */
  async close(): Promise<void> {
    await this.thread?.terminate();
  }

  private async run(): Promise<AuditVerification> {
    const thread = new Worker(auditThread, { workerData: this.place, execArgv: [] });
    this.thread = thread;
    const ended = once(thread, 'exit').then(() => {
      throw new Error('the audit thread ended without a verification');
    });
    const said: readonly unknown[] = await Promise.race([once(thread, 'message'), ended]);
    const [verification] = said;
    if (!isVerification(verification)) throw new Error('the thread said something unknown');
    return verification;
  }
}

function isVerification(message: unknown): message is AuditVerification {
  return typeof message === 'object' && message !== null && 'checkpoint' in message;
}
