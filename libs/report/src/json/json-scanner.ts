import { longestText, mostDigits, PlainNumber, textCell, type RawCell } from '../cells/raw-cell.js';
import { UnreadableFile } from '../unreadable.js';
import { EntryNames } from './entry-names.js';

const deepest = 32;
/** Every character written as an escape. */
const longestInBytes = 6 * longestText;
const mostNames = 16_384;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const longestNumber = 400;
const literal = /^(?:null|true|false)(?![\w.])/;
/** With the character behind it. */
const longestLiteral = 6;

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const point = 0x2e;
const zero = 0x30;
const nine = 0x39;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** What may stand behind a number; undefined is the end. */
const endsValue = new Set([comma, closeBrace, closeBracket, 0x20, 0x0a, 0x0d, 0x09, undefined]);

/**
 * Reads JSON from its UTF-8 bytes, number by number as written, so that no digit is lost, and
 * without building the document.
 * @throws UnreadableFile, naming the line, at the first thing that is not JSON or is said twice
 */
export class JsonScanner {
  at = 0;

  constructor(private readonly bytes: Buffer) {
    if (bytes[0] === 0xef) this.at = 3;
  }

  /**
   * Reads an object's entries; `take` must read each value.
   * @param names of the objects before it, where they are likely to be its own
   */
  object(take: (name: string) => void, names = new EntryNames(this.bytes)): void {
    this.expect(openBrace, '应为对象（{…}）');
    if (this.accept(closeBrace)) return;
    names.begin();
    do {
      const name = this.name(names);
      this.expect(colon, '名称后应为冒号');
      take(name);
    } while (this.accept(comma));
    this.expect(closeBrace, '缺少逗号或右花括号');
  }

  /** Goes through an array, item by item, counting from 0; each must be read. */
  *items(): Generator<number> {
    this.expect(openBracket, '应为数组（[…]）');
    if (this.accept(closeBracket)) return;
    let index = 0;
    do yield index++;
    while (this.accept(comma));
    this.expect(closeBracket, '缺少逗号或右方括号');
  }

  /** Of which kind the next value is. */
  ahead(): 'object' | 'array' | 'cell' {
    const byte = this.peek();
    return byte === openBrace ? 'object' : byte === openBracket ? 'array' : 'cell';
  }

  /** Reads one value as a cell; null and empty text are blank. */
  cell(): RawCell | undefined {
    switch (this.peek()) {
      case quote: {
        const text = this.text();
        return text.trim() === '' ? undefined : textCell(text);
      }
      case openBrace:
      case openBracket:
        throw this.wrong('单元格应为文字、数字、true、false或null');
      default:
        return this.plainNumber() ?? this.word();
    }
  }

  /** Reads past one value of any kind. */
  skip(depth = 0): void {
    if (depth > deepest) throw this.wrong('嵌套过深');
    switch (this.peek()) {
      case openBrace:
        this.object(() => this.skip(depth + 1));
        break;
      case openBracket:
        for (const items = this.items(); !items.next().done;) this.skip(depth + 1);
        break;
      case quote:
        this.skipText();
        break;
      default:
        this.cell();
    }
  }

  /** Says that nothing may follow. */
  end(): void {
    if (this.peek() !== undefined) throw this.wrong('结尾处有多余的内容');
  }

  private name(names: EntryNames): string {
    this.expect(quote, '应为用双引号括起的文字');
    const from = this.at;
    const same = names.takeSame(from);
    if (same) {
      this.at += same.length;
      return same.text;
    }
    const text = this.textFrom(from);
    if (!names.takeOther({ text, from, length: this.at - from })) {
      throw this.wrong(`同一个名称“${text.slice(0, 50)}”出现了两次`);
    }
    if (names.count > mostNames) throw this.wrong('一个对象里的名称过多');
    return text;
  }

  private text(): string {
    this.expect(quote, '应为用双引号括起的文字');
    return this.textFrom(this.at);
  }

  /** The text that begins here, after its quote. */
  private textFrom(from: number): string {
    return this.textSince(from, this.toClosingQuote());
  }

  /** The text from there to its closing quote, which is here. */
  private textSince(from: number, escaped: boolean): string {
    const text = escaped ? this.unescaped(from) : this.bytes.toString('utf8', from, this.at);
    this.at++;
    if (text.length > longestText) throw this.wrong('文字过长');
    return text;
  }

  /** Checks a text without making one of it, where that can be. */
  private skipText(): void {
    this.expect(quote, '应为用双引号括起的文字');
    const from = this.at;
    const escaped = this.toClosingQuote();
    if (escaped || this.at - from > longestText) this.textSince(from, escaped);
    else this.at++;
  }

  /** @returns true where there was an escape on the way */
  private toClosingQuote(): boolean {
    const { bytes, at: from } = this;
    let at = from;
    let escaped = false;
    for (let byte = bytes[at]; byte !== quote; byte = bytes[++at]) {
      if (byte === undefined || byte < 32) {
        this.at = at;
        throw this.wrong('文字没有结束的双引号，或含有换行');
      }
      if (byte === backslash) {
        escaped = true;
        at++;
      }
    }
    this.at = at;
    if (at - from > longestInBytes) throw this.wrong('文字过长');
    return escaped;
  }

  private unescaped(from: number): string {
    const source = this.bytes.toString('utf8', from - 1, this.at + 1);
    try {
      const parsed: unknown = JSON.parse(source);
      return String(parsed).replace(/\p{Surrogate}/gu, '\uFFFD');
    } catch {
      throw this.wrong('文字中的转义写法不对');
    }
  }

  /** A number without sign or exponent, of digits that a double holds; undefined for any other. */
  private plainNumber(): PlainNumber | undefined {
    const { bytes, at: from } = this;
    let at = from;
    let pointAt = -1;
    let digits = 0;
    for (; at - from <= mostDigits; at++) {
      const byte = bytes[at] ?? 0;
      if (byte >= zero && byte <= nine) digits = digits * 10 + byte - zero;
      else if (byte === point && pointAt < 0) pointAt = at;
      else break;
    }
    const whole = (pointAt < 0 ? at : pointAt) - from;
    const scale = pointAt < 0 ? 0 : at - pointAt - 1;
    const isJson = whole > 0 && (whole === 1 || bytes[from] !== zero) && pointAt !== at - 1;
    if (!isJson || whole + scale > mostDigits || !endsValue.has(bytes[at])) return undefined;
    this.at = at;
    return new PlainNumber(digits, scale);
  }

  private word(): RawCell | undefined {
    const { bytes, at } = this;
    const word = literal.exec(bytes.toString('latin1', at, at + longestLiteral))?.[0];
    if (word) {
      this.at += word.length;
      if (word === 'null') return undefined;
      return { kind: 'boolean', text: word.toUpperCase() };
    }
    const rest = bytes.toString('latin1', at, at + longestNumber);
    number.lastIndex = 0;
    const digits = number.exec(rest)?.[0];
    if (digits === undefined || /^[\w.+-]/.test(rest.slice(digits.length))) {
      throw this.wrong('应为一个值');
    }
    this.at += digits.length;
    return { kind: 'number', text: digits };
  }

  /** The next byte that is no white space. */
  private peek(): number | undefined {
    const { bytes } = this;
    for (;;) {
      const byte = bytes[this.at];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte;
      this.at++;
    }
  }

  private accept(byte: number): boolean {
    if (this.peek() !== byte) return false;
    this.at++;
    return true;
  }

  private expect(byte: number, otherwise: string): void {
    if (!this.accept(byte)) throw this.wrong(otherwise);
  }

  /** A refusal that names the line reached. */
  wrong(what: string): UnreadableFile {
    let line = 1;
    for (let at = 0; at < this.at; at++) if (this.bytes[at] === 0x0a) line++;
    const ended = this.at >= this.bytes.length ? '，文件可能不完整' : '';
    return new UnreadableFile('json-malformed', `JSON内容有误（第${line}行）：${what}${ended}。`);
  }
}
