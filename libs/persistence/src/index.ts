export type { Deviation } from './audit/deviation.js';
export { transactionWaits } from './database.js';
export { openAudit, type Audit, type KeptEntry } from './open-audit.js';
export { UnfitPlace } from './snapshot.js';
export { auditHashes, type AuditHash } from './audit/audit-hash.js';
export { openContents, type Contents } from './open-contents.js';
export { openStore } from './open-store.js';
export type { Purpose } from './prepare-database.js';
