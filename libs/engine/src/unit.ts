/**
 * Units of the quantities that targets compare, each with the number of decimals it is held to.
 * A quantity is an integer (`bigint`) of the unit's smallest step: 万元 has six decimals, so an
 * amount is an integer of 分; a count has none; a percentage is held to a millionth of a percent.
 */
export const decimalsOf = {
  家: 0,
  个: 0,
  件: 0,
  笔: 0,
  份: 0,
  次: 0,
  条: 0,
  项: 0,
  万元: 6,
  '%': 6,
} as const;

export type Unit = keyof typeof decimalsOf;

/** True when `text` is one of the units that the engine knows. */
export function isUnit(text: string): text is Unit {
  return Object.hasOwn(decimalsOf, text);
}
