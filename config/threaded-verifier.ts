import type { AuditVerification, AuditVerifier } from '#application';
import { AnsweringThreads } from './answering-threads.js';

/** Verifies the audit in a thread, so that nobody else waits; who asks meanwhile gets the same. */
export class ThreadedVerifier implements AuditVerifier {
  private readonly threads: AnsweringThreads<'verify', AuditVerification>;
  private running: Promise<AuditVerification> | undefined;

  /** @param place the store, as for `openAudit` */
  constructor(place: string) {
    this.threads = new AnsweringThreads({
      ...{ module: '#bundled/config/audit-thread', data: place, isAnswer: isVerification },
    });
  }

  verify(): Promise<AuditVerification> {
    this.running ??= this.threads.ask('verify').finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** Ends what runs. */
  close(): Promise<void> {
    return this.threads.close();
  }
}

function isVerification(message: unknown): message is AuditVerification {
  return typeof message === 'object' && message !== null && 'checkpoint' in message;
}
