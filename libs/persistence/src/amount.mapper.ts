/** An amount as a column keeps it: text, as an integer column would lose digits above 2^53. */
export function amountToText(value: bigint): string {
  return value.toString();
}

/** An amount read back. Throws where the column holds anything but an integer. */
export function amountFromText(text: string): bigint {
  if (!/^-?\d+$/.test(text)) throw new Error(`'${text}' in the database is no whole amount`);
  return BigInt(text);
}
