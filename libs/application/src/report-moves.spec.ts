import { moveNames, moveRules, movesFrom, yearStates } from './report-moves.js';

/** Written by hand beside the table: every state, and what may be done in it by whom. */
const throughProvince = {
  draft: ['city-clerk submits'],
  submitted: ['provincial-reviewer forwards', 'provincial-reviewer returns'],
  forwarded: ['ip-reviewer verifies', 'ip-reviewer returns'],
  verified: ['ip-reviewer returns'],
  returned: ['city-clerk submits'],
};
const directPlanning = {
  ...throughProvince,
  submitted: ['ip-reviewer verifies', 'ip-reviewer returns'],
};
const verbs = { submit: 'submits', forward: 'forwards', verify: 'verifies', return: 'returns' };
const targets = {
  submit: 'submitted',
  forward: 'forwarded',
  verify: 'verified',
  return: 'returned',
};

describe('the table of moves', () => {
  it.each(yearStates)('allows from %s only what the process has', (state) => {
    const said = (underDirectPlanning: boolean) =>
      movesFrom(state, underDirectPlanning).map(({ by, move }) => `${by} ${verbs[move]}`);
    expect(said(false)).toEqual(throughProvince[state]);
    expect(said(true)).toEqual(directPlanning[state]);
  });

  it('ends each move in one state, and uses each', () => {
    for (const { move, to } of moveRules) expect([move, to]).toEqual([move, targets[move]]);
    expect(new Set(moveRules.map(({ move }) => move))).toEqual(new Set(moveNames));
  });
});
