import { hash, verify } from '@node-rs/argon2';

/** Of argon2id (its default variant): what OWASP asks for at least, 19 MiB over in two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** The hash of what nobody knows, so that whom there is not is told apart by no time. */
const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$y2P7YEeOLUy14Zh38NHriw$qpF3a7T0F13XSiZo6EvoHpKEYNsDSUkmU8Iw9P4QOQs';

const [shortest, longest] = [12, 128];
const fewestCharacters = 5;

/** Parts of passwords that are tried first. */
const commonParts = [
  ...['password', 'passw0rd', 'qwertyui', '1qaz2wsx', '12345678', '87654321', 'abcdefgh'],
  ...['iloveyou', 'woaini', '5201314', 'administrator', 'zhishichanquan'],
];

export type Weakness = 'too-short' | 'too-long' | 'common' | 'names-its-owner';

/** What makes a password unfit for an account with such names; undefined where nothing does. */
export function weaknessOf(password: string, names: readonly string[]): Weakness | undefined {
  const characters = [...password];
  if (characters.length < shortest) return 'too-short';
  if (characters.length > longest) return 'too-long';
  const plain = password.toLowerCase();
  const isCommon = commonParts.some((part) => plain.includes(part));
  if (isCommon || new Set(characters).size < fewestCharacters) return 'common';
  const isNamed = names.some((name) => name.length > 1 && plain.includes(name.toLowerCase()));
  return isNamed ? 'names-its-owner' : undefined;
}

/** Makes what is kept of a password. */
export function hashOfPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Whether it is the password of a hash; without one it is not, after as long a time. */
export async function isPassword(password: string, hashed: string | undefined): Promise<boolean> {
  return (await verify(hashed ?? nobodys, password)) && hashed !== undefined;
}
