import type { Dice } from './dice.js';

type Damage = (bytes: Buffer, dice: Dice) => Buffer;

const piece = (bytes: Buffer, dice: Dice, longest = 200) => {
  const from = dice.below(bytes.length);
  return [from, Math.min(bytes.length, from + 1 + dice.below(longest))] as const;
};
const random = (length: number, dice: Dice) =>
  Buffer.from(Array.from({ length }, () => dice.below(256)));

const damages: readonly Damage[] = [
  (bytes, dice) => {
    const altered = Buffer.from(bytes);
    const at = dice.below(bytes.length);
    altered[at] = (altered[at] ?? 0) ^ (1 << dice.below(8));
    return altered;
  },
  (bytes, dice) => {
    const [from, to] = piece(bytes, dice);
    return Buffer.from(bytes).fill(dice.of([0, 0x20, 0xff]), from, to);
  },
  (bytes, dice) => {
    const [from, to] = piece(bytes, dice);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, dice) => {
    const [from, to] = piece(bytes, dice);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  (bytes, dice) => {
    const at = dice.below(bytes.length);
    const put = random(1 + dice.below(20), dice);
    return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at)]);
  },
  (bytes, dice) => bytes.subarray(0, dice.below(bytes.length)),
];

/** The bytes with one to three places damaged, as on a bad disk or line. */
export function damagedBytes(bytes: Buffer, dice: Dice): Buffer {
  let damaged = bytes;
  for (let left = 1 + dice.below(3); left > 0 && damaged.length > 0; left--) {
    damaged = dice.of(damages)(damaged, dice);
  }
  return damaged;
}
