import { quantity } from '#engine';
import { grouped } from '#wording';
import { useSay } from '../language/language.js';
import { moneyWords as words } from './words.js';

/** An amount of 万元 in 元, to the 分. */
export function inYuan(wanYuan: string): string {
  const fen = quantity(wanYuan, '万元');
  return `${grouped(String(fen / 100n))}.${String(fen % 100n).padStart(2, '0')}`;
}

/** An amount in 万元 and, to the 分, in 元. */
export function Amount({ of }: { readonly of: string }) {
  const say = useSay();
  return (
    <span className="amount figures">
      <strong>
        {grouped(of)} {say(words.wanYuan)}
      </strong>{' '}
      <span className="quiet">（¥{inYuan(of)}）</span>
    </span>
  );
}
