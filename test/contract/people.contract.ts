import { accountsContract } from './accounts.contract.js';
import type { OpenTwice } from './people-in-stores.js';
import { sessionsContract } from './sessions.contract.js';
import { tokensContract } from './tokens.contract.js';

const contracts = [accountsContract, sessionsContract, tokensContract];

/** What must hold of people and of what lets them in, whatever the stores. */
export function peopleContract(name: string, open: OpenTwice): void {
  for (const contract of contracts) contract(name, open);
}
