import { withoutAttributes } from './marked-xml.js';

/** Light red, as spreadsheets themselves paint what is bad. */
const markColour = 'FFFFC7CE';

const fills = /<((?:[\w.-]+:)?)fills\b[^>]*>([\s\S]*?)<\/\1fills>/;
const cellFormats = /<((?:[\w.-]+:)?)cellXfs\b[^>]*>([\s\S]*?)<\/\1cellXfs>/;
const format = /<((?:[\w.-]+:)?)xf\b((?:"[^"]*"|[^">])*?)(?:\/>|>[\s\S]*?<\/\1xf>)/g;
const fill = /<(?:[\w.-]+:)?fill[\s/>]/g;

const alignment = /<(?:[\w.-]+:)?alignment\b(?:"[^"]*"|[^">])*?(?:\/>|>\s*<\/[\w.:-]*alignment>)/;
const start = /^<((?:[\w.-]+:)?)xf\b((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>/;

/** The styles of a workbook, to which a painted twin of each style that is marked gets added. */
export class MarkedStyles {
  private readonly formats: readonly string[];
  /** What the painted twins are made of, by the number of the original and whether they wrap. */
  private readonly twins = new Map<string, { number: number; style: number; wrapped: boolean }>();

  /** @param xml the part as it was; empty where the workbook has none, and so cannot show marks */
  constructor(private readonly xml: string) {
    const known = cellFormats.exec(xml)?.[2] ?? '';
    this.formats = fills.test(xml) ? (known.match(format) ?? []) : [];
  }

  /** The number of a style's painted twin, which keeps its number format, font and lock. */
  marked(style: number, wrapped = false): number {
    if (style >= this.formats.length) return style;
    const key = `${style} ${wrapped}`;
    const number = this.twins.get(key)?.number ?? this.formats.length + this.twins.size;
    this.twins.set(key, { number, style, wrapped });
    return number;
  }

  /** The part with every twin that was asked for. */
  patched(): string {
    if (this.twins.size === 0) return this.xml;
    let paint = 0;
    return this.xml
      .replace(fills, (_, prefix: string, inner: string) => {
        paint = (inner.match(fill) ?? []).length;
        return (
          `<${prefix}fills count="${paint + 1}">${inner}<${prefix}fill>` +
          `<${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${markColour}"/>` +
          `</${prefix}patternFill></${prefix}fill></${prefix}fills>`
        );
      })
      .replace(cellFormats, (_, prefix: string, inner: string) => {
        const painted = [...this.twins.values()]
          .map(({ style, wrapped }) => {
            const twin = this.painted(style, paint);
            return wrapped ? wrapping(twin) : twin;
          })
          .join('');
        const count = this.formats.length + this.twins.size;
        return `<${prefix}cellXfs count="${count}">${inner}${painted}</${prefix}cellXfs>`;
      });
  }

  private painted(style: number, paint: number): string {
    return withoutAttributes(this.formats[style] ?? '', 'fillId|applyFill').replace(
      /xf\b/,
      `xf fillId="${paint}" applyFill="1"`,
    );
  }
}

/** A format that breaks its text into lines. */
function wrapping(xf: string): string {
  return withoutAttributes(xf.replace(alignment, ''), 'applyAlignment').replace(
    start,
    (_, prefix: string, written: string, closed: string) =>
      `<${prefix}xf${written} applyAlignment="1"><${prefix}alignment vertical="top" wrapText="1"/>` +
      (closed && `</${prefix}xf>`),
  );
}
