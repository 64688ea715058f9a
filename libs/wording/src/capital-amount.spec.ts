import { capitalAmount } from './capital-amount.js';

describe('an amount in capitals', () => {
  it.each([
    ['0', '零元整'],
    ['1', '壹分'],
    ['10', '壹角整'],
    ['15', '壹角伍分'],
    ['100', '壹元整'],
    ['101', '壹元零壹分'],
    ['110', '壹元壹角整'],
    ['140950', '壹仟肆佰零玖元伍角整'],
    ['1000', '壹拾元整'],
    ['100000', '壹仟元整'],
    ['600714', '陆仟零柒元壹角肆分'],
    ['1000000', '壹万元整'],
    ['1000100', '壹万零壹元整'],
    ['10500000', '壹拾万伍仟元整'],
    ['10050000', '壹拾万零伍佰元整'],
    ['5000000000', '伍仟万元整'],
    ['10000000000', '壹亿元整'],
    ['10000000100', '壹亿零壹元整'],
    ['10001000000', '壹亿零壹万元整'],
    ['10010000000', '壹亿零壹拾万元整'],
    ['15000000000', '壹亿伍仟万元整'],
    ['20000000000', '贰亿元整'],
    ['100000000000000', '壹万亿元整'],
    ['1000000000000000000', '壹亿亿元整'],
    ['123456789012', '壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分'],
  ])('%s 分 is %s', (fen, words) => {
    expect(capitalAmount(BigInt(fen))).toBe(words);
  });

  it('never says zero twice, nor at the end of a number', () => {
    for (let fen = 0n; fen < 3_000_000_000_000n; fen = fen * 3n + 7_001n) {
      expect(capitalAmount(fen)).not.toMatch(/零零|零[万亿元](?!整)|[零元]$/);
    }
  });

  it('says the same number that it was given', () => {
    const spoken = (words: string): bigint => {
      const [yuan = '', rest = ''] = words.includes('元') ? words.split('元') : ['', words];
      const cents = /(?:(.)角)?(?:零?(.)分)?/.exec(rest.replace('整', ''));
      const of = (each: string | undefined) => BigInt('零壹贰叁肆伍陆柒捌玖'.indexOf(each ?? '零'));
      return wholeOf(yuan) * 100n + of(cents?.[1]) * 10n + of(cents?.[2]);
    };
    const wholeOf = (words: string): bigint => {
      for (const [name, unit] of [
        ['亿', 10n ** 8n],
        ['万', 10n ** 4n],
      ] as const) {
        const at = words.lastIndexOf(name);
        if (at >= 0) return wholeOf(words.slice(0, at)) * unit + wholeOf(words.slice(at + 1));
      }
      let total = 0n;
      for (const [, one = '零', place = ''] of words.matchAll(
        /([壹贰叁肆伍陆柒捌玖])([拾佰仟]?)/g,
      )) {
        const unit = 10n ** BigInt(['', '拾', '佰', '仟'].indexOf(place));
        total += BigInt('零壹贰叁肆伍陆柒捌玖'.indexOf(one)) * unit;
      }
      return total;
    };
    for (let fen = 1n; fen < 10n ** 16n; fen = fen * 2n + 12_347n) {
      expect(spoken(capitalAmount(fen))).toBe(fen);
    }
  });

  it('refuses a negative amount', () => {
    expect(() => capitalAmount(-1n)).toThrow();
  });
});
