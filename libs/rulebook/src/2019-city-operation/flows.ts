import { growthOf, sumOf, totalOf } from '#engine';
import { insurancePolicies, pledges } from './ledgers.js';
import { growthMethod } from './readings.js';

/** Pledge finance (质押融资金额): a loan counts once, however many registrations secure it. */
export const pledgedAmount = sumOf(pledges, 'amount', [], { oncePer: 'loan' });

/** Sums insured (知识产权保险金额). */
export const insuredAmount = sumOf(insurancePolicies, 'amount');

/** Growth of pledge finance and sums insured added up, the reading that was not adopted. */
export const growthOfBoth = growthOf(
  totalOf(pledgedAmount, insuredAmount),
  ['pledge-amount', 'insurance-amount'],
  growthMethod,
);
