import { randomBytes } from 'node:crypto';

/** Crockford's: what is copied by hand has no I, L, O and U. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new code of 100 random bits, which nobody guesses, in four groups that a person can copy. */
export function newVerificationCode(): string {
  const code = [...randomBytes(20)].map((byte) => letters.charAt(byte % letters.length)).join('');
  return inGroups(code);
}

/** A code as it was typed, in the form that it was issued in. */
export function verificationCodeIn(typed: string): string {
  const code = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return inGroups(code.replaceAll('O', '0').replaceAll(/[IL]/g, '1'));
}

function inGroups(code: string): string {
  return code.match(/.{1,5}/g)?.join('-') ?? '';
}
