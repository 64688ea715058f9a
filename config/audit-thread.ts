/** Runs in a thread of its own: verifies the audit of a store when asked, and says what it found. */
import { parentPort, workerData } from 'node:worker_threads';
import type { AuditVerification } from '#application';
import { deviationWords, openAudit } from '#persistence';

/** As many sentences as somebody reads; the sum counts them all. */
const mostFound = 100;

const port = parentPort;
const place: unknown = workerData;
if (!port || typeof place !== 'string') throw new Error('this module is run by the verifier');

async function verify(place: string): Promise<AuditVerification> {
  const audit = await openAudit(place);
  try {
    const found: string[] = [];
    // The other processors are for those who ask meanwhile.
    const verified = await audit.verify((deviation) => {
      if (found.length < mostFound) found.push(deviationWords(deviation));
    }, 1);
    const { checkpoint = null } = audit;
    return { ...verified, found, checkpoint };
  } finally {
    await audit.close();
  }
}

port.on('message', () => {
  void verify(place).then((verification) => port.postMessage(verification));
});
