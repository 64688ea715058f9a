import { answersContract } from './answers.contract.js';
import { changesContract } from './changes.contract.js';
import { claimsContract } from './claims.contract.js';
import { deadlinesContract } from './deadlines.contract.js';
import { filesContract } from './files.contract.js';
import { findingsContract } from './findings.contract.js';
import { jobsContract } from './jobs.contract.js';
import { listsContract } from './lists.contract.js';
import { matrixContract } from './matrix.contract.js';
import { moneyContract } from './money.contract.js';
import { movesContract } from './moves.contract.js';
import { papersContract } from './papers.contract.js';
import { plansContract } from './plans.contract.js';
import { reportsContract } from './reports.contract.js';
import { samplesContract } from './samples.contract.js';
import { subjectsContract } from './subjects.contract.js';
import type { OpenStores, PlacedStores } from './stores-on-trial.js';

const contracts = [
  answersContract,
  changesContract,
  claimsContract,
  deadlinesContract,
  filesContract,
  findingsContract,
  jobsContract,
  listsContract,
  matrixContract,
  moneyContract,
  movesContract,
  papersContract,
  plansContract,
  reportsContract,
  samplesContract,
  subjectsContract,
];

/** What every set of stores must hold, whatever it keeps things in. */
export function storesContract(name: string, open: OpenStores<PlacedStores>): void {
  for (const contract of contracts) contract(name, open);
}
