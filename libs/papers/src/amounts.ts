import { quantity } from '#engine';
import { capitalAmount } from '#wording';

/** 万元, written in capitals (大写) with the name of the currency. */
export function capitalAmountOf(wanYuan: string): string {
  return `人民币${capitalAmount(quantity(wanYuan, '万元'))}`;
}
