import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  it('does not depend on the order in which keys were set', () => {
    expect(canonicalJson({ b: [1, { d: null, c: '达标' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"达标","d":null}]}',
    );
  });

  it('leaves out members that are undefined', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it.each([0.1, Number.NaN, 2 ** 53, 1n, () => 1, [undefined]])(
    'refuses %p rather than lose something',
    (value) => {
      expect(() => canonicalJson(value)).toThrow('no canonical form');
    },
  );
});
