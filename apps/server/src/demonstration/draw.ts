/**
 * A whole number from 0 up to, not including, `below`: the same on any machine for the same keys,
 * so that an invented report has the same bytes, and the same hash, each time it is made.
 */
export function draw(below: number, ...keys: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of keys.join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % below;
}

/** One of several, chosen by the keys. */
export function pick<T>(from: readonly [T, ...T[]], ...keys: readonly (string | number)[]): T {
  return from[draw(from.length, ...keys)] ?? from[0];
}

/** A day of the year, never after the 28th of its month. */
export function dayIn(year: number, ...keys: readonly (string | number)[]): string {
  const month = 1 + draw(12, ...keys, 'month');
  const dayOfMonth = 1 + draw(28, ...keys, 'day');
  return `${year}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
}

/** A number with leading zeros. */
export function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

/**
 * Shares a total of 分 out over so many rows, each a whole number of 万元 except the last, which
 * takes the rest: the rows add up to the total exactly.
 */
export function shared(total: number, rows: number, ...keys: readonly (string | number)[]) {
  const wanYuan = 1_000_000;
  const weights = Array.from({ length: rows }, (_, index) => 20 + draw(81, ...keys, index));
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((weight) => Math.floor(((total / wanYuan) * weight) / sum) * wanYuan);
  const given = shares.reduce((a, b) => a + b, 0);
  return shares.map((share, index) => (index === rows - 1 ? share + total - given : share));
}
