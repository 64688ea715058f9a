import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseQuantity, whatIf } from '#engine';
import { determinedAgain, digestsOf, programmeOf, readRecorded } from './recorded.js';

const recorded = readFileSync(join(import.meta.dirname, 'recorded.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map(readRecorded);

// A digest that changes is a determination that changes: where that is meant, the engine or the
// rulebook gets another version, and `RECORD=1 npm test -- test/scenarios` writes the record anew.
it.each(recorded)('is determined again to the byte: $scenario', (each) => {
  expect(digestsOf(determinedAgain(each))).toEqual(each.digests);
});

// A dispute leaves its bounds alone in the trace.
const undisputed = recorded.filter(({ input }) => input.disputed?.length === 0);

it.each(undisputed)(
  'comes out the same where every figure is supposed as it is: $scenario',
  (each) => {
    const programme = programmeOf(each);
    const determination = determinedAgain(each);
    const asItIs = whatIf(programme, determination, {});
    const figures = new Map(
      asItIs.targets.flatMap((target) =>
        target.figures.flatMap(({ id, unit, value }) => {
          const steps = value === null ? undefined : parseQuantity(value, unit);
          return steps === undefined ? [] : [[id, steps] as const];
        }),
      ),
    );
    const supposed = whatIf(programme, determination, { figures });
    expect(supposed.targets).toEqual(asItIs.targets);
    expect(supposed.gate).toEqual(determination.gate);
  },
);
