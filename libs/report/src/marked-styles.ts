/** Light red, as spreadsheets themselves paint what is bad. */
const markColour = 'FFFFC7CE';

const fills = /<((?:[\w.-]+:)?)fills\b[^>]*>([\s\S]*?)<\/\1fills>/;
const cellFormats = /<((?:[\w.-]+:)?)cellXfs\b[^>]*>([\s\S]*?)<\/\1cellXfs>/;
const format = /<((?:[\w.-]+:)?)xf\b((?:"[^"]*"|[^">])*?)(?:\/>|>[\s\S]*?<\/\1xf>)/g;
const fill = /<(?:[\w.-]+:)?fill[\s/>]/g;

/** The styles of a workbook, to which a painted twin of each style that is marked gets added. */
export class MarkedStyles {
  private readonly formats: readonly string[];
  /** Painted twins by the number of the original. */
  private readonly twins = new Map<number, number>();

  /** @param xml the part as it was; empty where the workbook has none, and so cannot show marks */
  constructor(private readonly xml: string) {
    const known = cellFormats.exec(xml)?.[2] ?? '';
    this.formats = fills.test(xml) ? (known.match(format) ?? []) : [];
  }

  /** The number of a style's painted twin, which keeps its number format, font and lock. */
  marked(style: number): number {
    if (style >= this.formats.length) return style;
    const known = this.twins.get(style);
    if (known !== undefined) return known;
    const twin = this.formats.length + this.twins.size;
    this.twins.set(style, twin);
    return twin;
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
        const painted = [...this.twins.keys()].map((style) => this.painted(style, paint)).join('');
        const count = this.formats.length + this.twins.size;
        return `<${prefix}cellXfs count="${count}">${inner}${painted}</${prefix}cellXfs>`;
      });
  }

  private painted(style: number, paint: number): string {
    return (this.formats[style] ?? '')
      .replace(/\s(?:fillId|applyFill)\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
      .replace(/xf\b/, `xf fillId="${paint}" applyFill="1"`);
  }
}
