const creditCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The n-th invented 统一社会信用代码 of an invented place, its check character computed. */
export function creditCode(n: number): string {
  const body = `91990000${String(n).padStart(9, '0')}`;
  const sum = [...body].reduce(
    (total, character, place) => total + creditCharacters.indexOf(character) * (3 ** place % 31),
    0,
  );
  return body + creditCharacters.charAt((31 - (sum % 31)) % 31);
}

/** The n-th invented invention patent of 2017, its check digit computed. */
export function patentNumber(n: number): string {
  const body = `20171${String(n).padStart(7, '0')}`;
  const sum = [...body].reduce(
    (total, digit, place) => total + Number(digit) * ((place % 8) + 2),
    0,
  );
  return `${body}.${'0123456789X'.charAt(sum % 11)}`;
}

/** The n-th invented PCT application of 2019. */
export function pctNumber(n: number): string {
  return `PCT/CN2019/${String(n).padStart(6, '0')}`;
}
