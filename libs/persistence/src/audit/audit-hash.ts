import { createHash, hash as hashAtOnce, type Hash } from 'node:crypto';

export const auditHashes = ['sha256', 'sm3'] as const;

/** What a chain is made with. */
export type AuditHash = (typeof auditHashes)[number];

/** The digest of a text's UTF-8 bytes, in hexadecimal. */
export function digestOf(hash: AuditHash, text: string): string {
  return hashAtOnce(hash, text, 'hex');
}

/** A digest yet to be fed. */
export function digesting(hash: AuditHash): Hash {
  return createHash(hash);
}
