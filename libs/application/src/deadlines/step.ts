import type { Role } from '../people/role.js';
import { movesFrom, type YearState } from '../report-moves.js';

/** What has to be done with a year's report by a deadline (环节): 报送, 省级转报, 核查. */
export const steps = ['submit', 'forward', 'review'] as const;

export type Step = (typeof steps)[number];

/** Who does it. */
export const actorOfStep = {
  submit: 'city-clerk',
  forward: 'provincial-reviewer',
  review: 'ip-reviewer',
} as const satisfies Readonly<Record<Step, Role>>;

/** Whether a report in a state waits for a step. A way back alone is nothing to wait for. */
export function waitsFor(step: Step, state: YearState, underDirectPlanning: boolean): boolean {
  return movesFrom(state, underDirectPlanning).some(
    ({ by, move }) => by === actorOfStep[step] && move !== 'return',
  );
}
