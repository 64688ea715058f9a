import { createHash, randomInt } from 'node:crypto';
import { drawSample, type RowName } from './draw.js';

const rowsOf = (ledger: string, rows: number): RowName[] =>
  Array.from({ length: rows }, (_, index) => ({ file: 'f', ledger, row: index + 2 }));
const counts = (sample: readonly RowName[]) => {
  const found: Record<string, number> = {};
  for (const { ledger } of sample) found[ledger] = (found[ledger] ?? 0) + 1;
  return found;
};

describe('a sample', () => {
  it('is of the rows whose hash under the seed is smallest', () => {
    const hash = ({ row }: RowName) =>
      createHash('sha256').update(`a seed\nf\na\n${row}`).digest('hex');
    const rows = rowsOf('a', 50);
    const expected = rows.toSorted((a, b) => hash(a).localeCompare(hash(b))).slice(0, 7);
    expect(drawSample(rows, 7, 'a seed')).toEqual(expected);
    expect(drawSample(rows.toReversed(), 7, 'a seed')).toEqual(expected);
    expect(drawSample(rows, 7, 'another')).not.toEqual(expected);
  });

  it.each<[Record<string, number>, number, Record<string, number>]>([
    [{ a: 901, b: 91, c: 11 }, 103, { a: 91, b: 10, c: 2 }],
    [{ a: 1000, b: 1 }, 2, { a: 1, b: 1 }],
    [{ a: 1000, b: 1 }, 11, { a: 10, b: 1 }],
    [{ a: 4, b: 4, c: 4 }, 5, { a: 2, b: 2, c: 1 }],
    [{ a: 3, b: 2 }, 5, { a: 3, b: 2 }],
    [{ a: 1, b: 1 }, 2, { a: 1, b: 1 }],
  ])('of ledgers with rows %j, and of %i rows, is %j', (ledgers, size, expected) => {
    const rows = Object.entries(ledgers).flatMap(([id, count]) => rowsOf(id, count));
    expect(counts(drawSample(rows, size, 's'))).toEqual(expected);
  });

  it('has the size asked for, a row of each ledger, and none twice, whatever the ledgers', () => {
    const seed = randomInt(2 ** 31);
    let state = seed;
    const next = (most: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return 1 + (state % most);
    };
    for (let round = 0; round < 200; round += 1) {
      const rows = ['a', 'b', 'c', 'd'].slice(0, next(4)).flatMap((id) => rowsOf(id, next(60)));
      const ledgers = new Set(rows.map(({ ledger }) => ledger)).size;
      const size = ledgers + ((next(10_000) - 1) % (rows.length - ledgers + 1));
      const sample = drawSample(rows, size, String(round));
      const found = {
        seed,
        size: new Set(sample).size,
        ledgers: Object.keys(counts(sample)).length,
      };
      expect(found).toEqual({ seed, size, ledgers });
    }
  });
});
