const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];

/**
 * An amount in capital Chinese numerals (大写), as a payment order has it (支付结算办法附一): 整 after
 * 元 and 角, never after 分; zeros within a number are said once.
 * @param fen in 分, not negative
 * @throws where it is negative
 */
export function capitalAmount(fen: bigint): string {
  if (fen < 0n) throw new Error('an amount that is paid is not negative');
  const [yuan, jiao, rest] = [fen / 100n, Number((fen / 10n) % 10n), Number(fen % 10n)];
  const whole = yuan === 0n ? '' : `${capital(yuan)}元`;
  if (jiao === 0 && rest === 0) return `${whole === '' ? '零元' : whole}整`;
  const tenths = jiao > 0 ? `${digit(jiao)}角` : whole === '' ? '' : '零';
  return `${whole}${tenths}${rest > 0 ? `${digit(rest)}分` : '整'}`;
}

/** A whole number above zero, by 亿 and 万, which may stand for themselves more than once. */
function capital(number: bigint): string {
  for (const [unit, name] of [
    [100_000_000n, '亿'],
    [10_000n, '万'],
  ] as const) {
    if (number < unit) continue;
    const rest = number % unit;
    const gap = rest > 0n && rest < unit / 10n ? '零' : '';
    return `${capital(number / unit)}${name}${gap}${rest > 0n ? capital(rest) : ''}`;
  }
  return upToThousands(Number(number));
}

function upToThousands(number: number): string {
  const written = [...String(number)].reverse().map((each, place) => {
    const value = Number(each);
    return value === 0 ? '零' : `${digit(value)}${places[place] ?? ''}`;
  });
  return written.reverse().join('').replace(/零+/g, '零').replace(/零$/, '');
}

function digit(value: number): string {
  return digits[value] ?? '';
}
