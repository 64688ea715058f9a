import type { CellValue } from '#engine';
import type { cityLedgers } from '#rulebook';
import type { City } from './city.js';
import * as names from './invented-names.js';
import { inventedCreditCode } from './invented-numbers.js';

/** A row of one of the 2019 programme's ledgers, by that ledger's own column ids. */
export type Row<L extends keyof typeof cityLedgers> = (typeof cityLedgers)[L] extends {
  readonly columns: infer C;
}
  ? Partial<Record<keyof C, CellValue>>
  : never;

/** Spreads serial numbers so that neighbours do not look alike; different for each index. */
export const scattered = (index: number, below: number) => (index * 7_654_321 + 1_234_567) % below;

/** One firm of the city: the same index is the same firm in every ledger and year. */
export function firm({ code, name }: City, index: number) {
  return {
    name: names.firmName(name, index),
    creditCode: inventedCreditCode(code, scattered(index, 1_000_000_000)),
  };
}

/** Which stretch of the city's firms a ledger takes its own from. */
export const firmsFrom = {
  certified: 0,
  institutions: 900_000,
  custody: 20_000,
  pledgors: 400,
} as const;
