import type { DeterminationDocument } from './determination-document.js';
import { formatQuantity, singleValue, twoDecimals } from './exact.js';
import type { SumMeasure } from './measure.js';
import { quantify } from './quantify.js';
import type { Scope } from './scope.js';

/** The rate of budget execution, where the programme has one and the year's report tells of it. */
export function executionOf(scope: Scope): Pick<DeterminationDocument, 'execution'> {
  const { execution } = scope.programme;
  if (!execution || !scope.index.ledger(execution.spent.ledger).filed.has(scope.year)) return {};
  const budget = sumIn(execution.budget, scope);
  const spent = sumIn(execution.spent, scope);
  return {
    execution: {
      budget: budget === undefined ? null : formatQuantity(budget, '万元'),
      spent: spent === undefined ? null : formatQuantity(spent, '万元'),
      rate: budget === undefined || spent === undefined ? null : rateOf(spent, budget),
      rejectedRows: quantify(execution.spent, scope, scope.year).rejected,
    },
  };
}

/** Undefined where it is not one number, or a row that failed a check is missing in it. */
function sumIn(measure: SumMeasure, scope: Scope): bigint | undefined {
  const { range, rejected } = quantify(measure, scope, scope.year);
  return rejected > 0 ? undefined : singleValue(range);
}

/** A rate of no budget is none. */
function rateOf(spent: bigint, budget: bigint): string | null {
  if (budget === 0n) return null;
  return twoDecimals((spent * 20_000n + budget) / (budget * 2n));
}
