export type { Deviation } from './audit/deviation.js';
export { openAudit, type Audit } from './open-audit.js';
export { openContents, type Contents } from './open-contents.js';
export { openStore } from './open-store.js';
export type { Purpose } from './prepare-database.js';
