import { matrixLineView, pageOf } from '#contracts';
import type { z } from 'zod';
import { address, read } from '../api/client.js';

export type MatrixLine = z.infer<typeof matrixLineView>;
export type MatrixCell = NonNullable<MatrixLine['determination']>['targets'][number];

/** What is left of the matrix, and in which order. */
export interface MatrixView {
  /** The first two digits of the codes; empty for all. */
  readonly province: string;
  /** At least one target came to it. */
  readonly outcome: MatrixCell['overall'] | 'any';
  /** A declared figure is more than 10 % off the derived one. */
  readonly doubtful: boolean;
  /** Farthest below the threshold of this target first. */
  readonly sortedBy?: string;
}

/** All lines of a year's matrix. */
export async function readMatrix(programme: string, year: number): Promise<readonly MatrixLine[]> {
  const lines: MatrixLine[] = [];
  for (let from: number | null = 0; from !== null;) {
    const page: z.infer<typeof linesPage> = await read(
      address(['programmes', programme, 'years', year, 'matrix'], { limit: 500, from }),
      linesPage,
    );
    lines.push(...page.items);
    from = page.next;
  }
  return lines;
}

const linesPage = pageOf(matrixLineView);

/** The lines that a view leaves, in its order. */
export function linesOf(
  lines: readonly MatrixLine[],
  { province, outcome, doubtful, sortedBy }: MatrixView,
): readonly MatrixLine[] {
  const left = lines.filter(({ code, determination }) => {
    const targets = determination?.targets ?? [];
    return (
      code.startsWith(province) &&
      (outcome === 'any' || targets.some(({ overall }) => overall === outcome)) &&
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
function cellOf({ determination }: MatrixLine, target: string): MatrixCell | undefined {
  return determination?.targets.find((each) => each.target === target);
}
