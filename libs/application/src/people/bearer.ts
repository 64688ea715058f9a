import { createHash, randomBytes } from 'node:crypto';

/** A secret that is shown once, and what is kept of it. */
export interface Bearer {
  readonly secret: string;
  readonly hash: string;
}

/** What a secret is for, told by how it begins. */
const beginnings = { session: 's-', token: 't-', code: '' } as const;

/** A new secret of 256 random bits. */
export function newBearer(purpose: keyof typeof beginnings): Bearer {
  const secret = `${beginnings[purpose]}${randomBytes(32).toString('base64url')}`;
  return { secret, hash: hashOfBearer(secret) };
}

/** What is kept of a secret: its SHA-256, as nobody tries out 256 bits. */
export function hashOfBearer(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Whether a secret is an API token and not a session's. */
export function isApiToken(secret: string): boolean {
  return secret.startsWith(beginnings.token);
}
