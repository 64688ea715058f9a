import type { Trace, TraceValue } from '#engine';
import { z } from 'zod';

const rowsOfFile = z.object({
  file: z.string(),
  year: z.int().nullable(),
  count: z.int(),
  /** Spans such as `2-101,105`. */
  rows: z.string(),
});

const condition = z.looseObject({ kind: z.string() });
const spoiled = z.array(z.object({ condition, rows: z.array(rowsOfFile) }));

const ledgerTrace = z.object({
  sheet: z.string(),
  counted: z.array(rowsOfFile),
  undecided: spoiled,
  notCounted: spoiled,
  excluded: z.array(z.object({ reason: z.string(), rows: z.array(rowsOfFile) })),
  disputed: z.array(
    z.looseObject({
      ...{ file: z.string(), year: z.int(), row: z.int() },
      claimedBy: z.array(z.looseObject({ name: z.string(), year: z.int(), row: z.int() })),
    }),
  ),
});

const formula = z.object({
  final: z.union([z.string(), z.tuple([z.string(), z.string().nullable()])]),
  anchor: z.string(),
  numerator: z.string(),
  denominator: z.string(),
});

export type LedgerTrace = z.infer<typeof ledgerTrace>;
export type RowsOfFile = z.infer<typeof rowsOfFile>;
export type ConditionTrace = z.infer<typeof condition>;

/** Every ledger that a trace names, with the rows behind it, in the order of the computation. */
export function ledgersIn(trace: Trace): readonly LedgerTrace[] {
  return found(trace, ledgerTrace);
}

/** The comparisons that a trace made: `final × denominator ≥ anchor × numerator`. */
export function formulasIn(trace: Trace): readonly string[] {
  return found(trace, formula).map(({ final, anchor, numerator, denominator }) => {
    const value = typeof final === 'string' ? final : `[${final[0]}, ${final[1] ?? '∞'}]`;
    return `${value} × ${denominator} ≥ ${anchor} × ${numerator}`;
  });
}

function found<T>(value: TraceValue, schema: z.ZodType<T>): readonly T[] {
  if (typeof value !== 'object' || value === null) return [];
  const read = schema.safeParse(value);
  if (read.success) return [read.data];
  return Object.values(value).flatMap((each: TraceValue) => found(each, schema));
}
