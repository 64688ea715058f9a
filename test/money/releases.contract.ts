import { correctionsContract } from './corrections.contract.js';
import { guardsContract } from './guards.contract.js';
import type { OpenMoney } from './opened-money.js';
import { releasableContract } from './releasable.contract.js';
import { releaseBasisContract } from './release-basis.contract.js';
import { releaseMovesContract } from './release-moves.contract.js';

const contracts = [
  releaseMovesContract,
  releaseBasisContract,
  releasableContract,
  correctionsContract,
  guardsContract,
];

/** What money must hold, whatever it is kept in. */
export function releasesContract(name: string, open: OpenMoney): void {
  for (const contract of contracts) contract(name, open);
}
