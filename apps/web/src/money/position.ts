import { formatQuantity, quantity } from '#engine';
import type { GateView } from '#contracts';
import type { Said } from '../language/language.js';
import { moneyWords as words } from './words.js';

type Money = GateView['money'];

/** A part of an award as it is drawn: how much, and after how much. */
export interface Part {
  readonly name: Said;
  /** 万元, exact. */
  readonly amount: string;
  /** 万元: what stands before it on the same line. */
  readonly after: string;
  readonly colour: '--neutral' | '--quiet' | '--accent' | '--unsure' | '--good';
}

/** What an award is made of; nothing where none is recorded. @param now what may go out now */
export function partsOf({ award, paid, released, remaining }: Money, now: string): readonly Part[] {
  if (award === null || remaining === null) return [];
  const gone = sumOf([paid, released]);
  return [
    { name: words.award, amount: award, after: '0', colour: '--neutral' },
    { name: words.paid, amount: paid, after: '0', colour: '--quiet' },
    { name: words.released, amount: released, after: paid, colour: '--accent' },
    { name: words.remaining, amount: remaining, after: gone, colour: '--unsure' },
    { name: words.releasable, amount: now, after: gone, colour: '--good' },
  ];
}

/** An exact sum, in 万元. */
function sumOf(amounts: readonly string[]): string {
  const fen = amounts.reduce((sum, amount) => sum + quantity(amount, '万元'), 0n);
  return formatQuantity(fen, '万元');
}

/** What may go out now; nothing while something is in the way. */
export const releasableNow = ({ opensMoney, money }: GateView): string =>
  opensMoney ? money.releasable : '0';

/** The money of several subjects together; those without an award are not in it. */
export function totalOf(gates: readonly GateView[]): Money {
  const known = gates.map(({ money }) => money).filter(({ award }) => award !== null);
  const sum = (of: (money: Money) => string | null) => sumOf(known.map((each) => of(each) ?? '0'));
  return {
    award: sum(({ award }) => award),
    paid: sum(({ paid }) => paid),
    released: sum(({ released }) => released),
    remaining: sum(({ remaining }) => remaining),
    releasable: sumOf(gates.map(releasableNow)),
  };
}

/** What remains of an amount once another is taken from it, in 万元. */
export function lessBy(amount: string, taken: string): string {
  return formatQuantity(quantity(amount, '万元') - quantity(taken, '万元'), '万元');
}
