import { byPlace, canonicalText, compare } from './canonical.js';
import type { Problem } from './problem.js';

describe('the canonical text', () => {
  it('has its keys in order at every depth, no white space, and nothing undefined', () => {
    const document = { b: [1, { d: null, c: '“' }], a: true, 万: 'x', A: undefined, B: {} };
    expect(canonicalText(document)).toBe('{"B":{},"a":true,"b":[1,{"c":"“","d":null}],"万":"x"}');
    expect(canonicalText({ a: 1, b: 2, c: 3 })).toBe(canonicalText({ c: 3, b: 2, a: 1 }));
  });

  it('orders texts by their code units', () => {
    expect(['b', 'ab', 'a', 'B', '万', 'a'].sort(compare)).toEqual([
      ...['B', 'a', 'a', 'ab', 'b', '万'],
    ]);
    expect([compare('a', 'a'), compare('a', 'b'), compare('b', 'a')]).toEqual([0, -1, 1]);
  });
});

describe('problems', () => {
  const problem = (file: string, sheet?: string, row?: number, code = 'c'): Problem => ({
    ...{ severity: 'error', code, file, message: '' },
    ...(sheet !== undefined && { sheet }),
    ...(row !== undefined && { row }),
  });

  it('come by file, sheet, row and code; what has no sheet or row comes first', () => {
    const ordered = [
      problem('a'),
      problem('a', 'A'),
      problem('a', 'A', 2),
      problem('a', 'A', 10, 'b'),
      problem('a', 'A', 10, 'c'),
      problem('a', 'B', 1),
      problem('b', 'A', 1),
    ];
    expect([...ordered].reverse().sort(byPlace)).toEqual(ordered);
    for (const [index, one] of ordered.entries()) {
      const signs = ordered.map((other) => Math.sign(byPlace(one, other)));
      expect(signs).toEqual(ordered.map((_, place) => Math.sign(index - place)));
    }
  });
});
