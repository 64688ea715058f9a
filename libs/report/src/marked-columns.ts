import { numberOf, withoutAttributes } from './marked-xml.js';

/** Of the column of remarks, in characters, of which a Chinese one takes two. */
export const remarkWidth = 50;

const column = /<(?:[\w.-]+:)?col(?=\s)((?:"[^"]*"|'[^']*'|[^"'>])*?)\/?>/g;
const columns = /<((?:[\w.-]+:)?)cols[\s>][\s\S]*?<\/\1cols>/;

/** What a sheet says of its columns from `min` to `max`, which are counted from 1. */
export interface WrittenColumns {
  readonly min: number;
  readonly max: number;
  /** The attributes. */
  readonly written: string;
}

/** The columns that the part of a sheet before its rows tells of. */
export function columnsOf(head: string): readonly WrittenColumns[] {
  return [...head.matchAll(column)].map(([, written = '']) => ({
    min: numberOf(written, 'min'),
    max: numberOf(written, 'max'),
    written,
  }));
}

/**
 * The part of a sheet before its rows, with one column as wide as remarks need.
 * @param at counted from 1
 */
export function withWideColumn(head: string, prefix: string, at: number): string {
  const known = columnsOf(head);
  const around = known.find(({ min, max }) => min <= at && at <= max);
  const own = withoutAttributes(around?.written ?? '', 'width|customWidth|hidden|bestFit');
  const wide = { min: at, max: at, written: `${own} width="${remarkWidth}" customWidth="1"` };
  const beside = known.flatMap((each) =>
    each === around
      ? [
          { ...each, max: at - 1 },
          { ...each, min: at + 1 },
        ]
      : [each],
  );
  const elements = [...beside, wide]
    .filter(({ min, max }) => min <= max)
    .sort((one, other) => one.min - other.min)
    .map(
      ({ min, max, written }) =>
        `<${prefix}col min="${min}" max="${max}"${withoutAttributes(written, 'min|max').trimEnd()}/>`,
    );
  const all = `<${prefix}cols>${elements.join('')}</${prefix}cols>`;
  return columns.test(head) ? head.replace(columns, () => all) : head + all;
}
