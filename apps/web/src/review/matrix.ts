import { matrixLineView } from '#contracts';
import { provinceOf, type GateState, type Outcome } from '#engine';
import { z } from 'zod';
import { readAll } from '../api/client.js';

export type MatrixLine = z.infer<typeof matrixLineView>;
export type MatrixCell = NonNullable<MatrixLine['determination']>['targets'][number];

/** What is left of the matrix, and in which order. */
export interface MatrixView {
  /** The first two digits of their divisions' codes; empty for all. */
  readonly province: string;
  /** What everything together came to. */
  readonly gate: GateState | 'any';
  /** The target that {@link outcome} is about; empty for any. */
  readonly target: string;
  /** That target, or at least one, came to it. */
  readonly outcome: Outcome | 'any';
  /** A declared figure is more than 10 % off the derived one. */
  readonly doubtful: boolean;
  /** Farthest below the threshold of this target first. */
  readonly sortedBy?: string | undefined;
}

/** Nothing left out. */
const wholeView: MatrixView = {
  ...{ province: '', gate: 'any', target: '', outcome: 'any', doubtful: false },
};

/** The address of a year's matrix, showing a part of it. */
export function matrixAddress(programme: string, year: number, view: Partial<MatrixView>): string {
  return `/matrix/${programme}/${year}?${viewForAddress(view).toString()}`;
}

/** What an address says of a view: where it differs from the whole. */
export function viewForAddress(view: Partial<MatrixView>): URLSearchParams {
  const whole = new Map<string, unknown>(Object.entries(wholeView));
  const given = Object.entries(view).filter(([key, value]) => value !== whole.get(key));
  return new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
}

const viewInAddress = z.object({
  province: z.string().catch(wholeView.province),
  gate: z.enum(['eligible', 'ineligible', 'undetermined', 'any']).catch('any'),
  target: z.string().catch(wholeView.target),
  outcome: z.enum(['met', 'not_met', 'undetermined', 'not_applicable', 'any']).catch('any'),
  doubtful: z.stringbool().catch(wholeView.doubtful),
  sortedBy: z.string().optional(),
});

/** The part of the matrix that an address asks for. */
export function viewFromAddress(query: URLSearchParams): MatrixView {
  return viewInAddress.parse(Object.fromEntries(query));
}

/** All lines of a year's matrix. */
export function readMatrix(programme: string, year: number): Promise<readonly MatrixLine[]> {
  return readAll(['programmes', programme, 'years', year, 'matrix'], matrixLineView);
}

/** The lines that a view leaves, in its order. */
export function linesOf(
  lines: readonly MatrixLine[],
  { province, gate, target, outcome, doubtful, sortedBy }: MatrixView,
): readonly MatrixLine[] {
  const left = lines.filter(({ code, determination }) => {
    const targets = determination?.targets ?? [];
    // A subject that reported nothing is undetermined in each of them.
    const found =
      target === ''
        ? targets.map(({ overall }) => overall)
        : [targets.find((each) => each.target === target)?.overall ?? 'undetermined'];
    return (
      (province === '' || provinceOf(code) === province) &&
      (gate === 'any' || (determination?.overall ?? 'undetermined') === gate) &&
      (outcome === 'any' || found.some((each) => each === outcome)) &&
      (!doubtful || targets.some(({ difference }) => difference === 'more'))
    );
  });
  if (sortedBy === undefined) return left;
  // For the order on the screen alone: nothing is decided by it.
  const distance = (line: MatrixLine) => {
    const margin = cellOf(line, sortedBy)?.margin;
    return margin === null || margin === undefined ? Infinity : Number(margin);
  };
  return left.toSorted((one, other) => {
    const [a, b] = [distance(one), distance(other)];
    return a === b ? 0 : a - b;
  });
}

/** What a line says of a target; undefined where it is not evaluated. */
export function cellOf({ determination }: MatrixLine, target: string): MatrixCell | undefined {
  return determination?.targets.find((each) => each.target === target);
}
