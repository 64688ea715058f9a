import type { MoneyEntry } from '../ports/money-ledger.port.js';
import type { Release } from '../ports/release-store.port.js';
import { unreplaced } from '../unreplaced.js';
import { takingStates } from './release-moves.js';

/** Where a subject's money stands, in 分: award = paid + released + remaining, at every step. */
export interface MoneyPosition {
  /** 核定资金; null where none is recorded, and so nothing is known to remain. */
  readonly award: bigint | null;
  /** What went out before any assessment (首批). */
  readonly paid: bigint;
  /** Approved or paid, less what came back. A proposal takes nothing yet. */
  readonly released: bigint;
  readonly remaining: bigint | null;
}

/** The position that a subject's entries in force and its releases come to. */
export function positionOf(
  entries: readonly MoneyEntry[],
  releases: readonly Release[],
): MoneyPosition {
  const inForce = unreplaced(entries);
  const award = inForce.find(({ kind }) => kind === 'award')?.fen ?? null;
  const paid = sum(inForce.filter(({ kind }) => kind === 'payment').map(({ fen }) => fen));
  const released = takenBy(releases);
  return { award, paid, released, remaining: award === null ? null : award - paid - released };
}

/**
 * What may be released on a year's determination, in 分: that share of what remains once the releases
 * on other years are made, rounded down to whole 分, less the releases on it that were made already.
 * Instalments so never come to more than the share.
 * @param sharePercent whole percent
 */
export function releasableOf(
  { award, paid, remaining }: MoneyPosition,
  releases: readonly Release[],
  year: number,
  sharePercent: number,
): bigint {
  if (award === null || remaining === null) return 0n;
  const onYear = takenBy(releases.filter((each) => each.year === year));
  const onOthers = takenBy(releases.filter((each) => each.year !== year));
  const left = ((award - paid - onOthers) * BigInt(sharePercent)) / 100n - onYear;
  return left > 0n ? left : 0n;
}

function takenBy(releases: readonly Release[]): bigint {
  const taking = releases.filter(({ state }) => takingStates.some((each) => each === state));
  return sum(taking.map(({ fen, returned }) => fen - returned));
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, each) => total + each, 0n);
}
