/** Runs in a thread of its own: verifies the audit of a store once, and says what it found. */
import { parentPort, workerData } from 'node:worker_threads';
import type { AuditVerification } from '#application';
import { deviationWords, openAudit } from '#persistence';

/** As many sentences as somebody reads; the sum counts them all. */
const mostFound = 100;

const port = parentPort;
const place: unknown = workerData;
if (!port || typeof place !== 'string') throw new Error('this module is run by the verifier');
const audit = await openAudit(place);
try {
  const found: string[] = [];
  const verified = await audit.verify((deviation) => {
    if (found.length < mostFound) found.push(deviationWords(deviation));
  });
  const { checkpoint = null } = audit;
  const verification: AuditVerification = { ...verified, found, checkpoint };
  port.postMessage(verification);
} finally {
  await audit.close();
}
