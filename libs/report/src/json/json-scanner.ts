import { longestText, textCell, type RawCell } from '../cells/raw-cell.js';
import { UnreadableFile } from '../unreadable.js';

const deepest = 32;
/** Every character written as an escape. */
const longestInBytes = 6 * longestText;
const mostKeys = 16_384;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const longestNumber = 400;

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

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

  /** Reads an object's entries; `take` must read each value. */
  object(take: (key: string) => void): void {
    this.expect(openBrace, '应为对象（{…}）');
    if (this.accept(closeBrace)) return;
    const keys = new Set<string>();
    do {
      const key = this.text();
      if (keys.has(key)) throw this.wrong(`同一个名称“${key.slice(0, 50)}”出现了两次`);
      if (keys.add(key).size > mostKeys) throw this.wrong('一个对象里的名称过多');
      this.expect(colon, '名称后应为冒号');
      take(key);
    } while (this.accept(comma));
    this.expect(closeBrace, '缺少逗号或右花括号');
  }

  /** Reads an array's items; `take` must read each. */
  array(take: () => void): void {
    this.expect(openBracket, '应为数组（[…]）');
    if (this.accept(closeBracket)) return;
    do take();
    while (this.accept(comma));
    this.expect(closeBracket, '缺少逗号或右方括号');
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
        return this.word();
    }
  }

  /** Reads past one value of any kind. */
  skip(depth = 0): void {
    if (depth > deepest) throw this.wrong('嵌套过深');
    const first = this.peek();
    if (first === openBrace) this.object(() => this.skip(depth + 1));
    else if (first === openBracket) this.array(() => this.skip(depth + 1));
    else this.cell();
  }

  /** Says that nothing may follow. */
  end(): void {
    if (this.peek() !== undefined) throw this.wrong('结尾处有多余的内容');
  }

  private text(): string {
    this.expect(quote, '应为用双引号括起的文字');
    const { bytes } = this;
    const from = this.at;
    let escaped = false;
    for (let byte = bytes[this.at]; byte !== quote; byte = bytes[++this.at]) {
      if (byte === undefined || byte < 32) throw this.wrong('文字没有结束的双引号，或含有换行');
      if (byte === backslash) {
        escaped = true;
        this.at++;
      }
    }
    if (this.at - from > longestInBytes) throw this.wrong('文字过长');
    const text = escaped ? this.unescaped(from) : bytes.toString('utf8', from, this.at);
    this.at++;
    if (text.length > longestText) throw this.wrong('文字过长');
    return text;
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

  private word(): RawCell | undefined {
    const rest = this.bytes.toString('latin1', this.at, this.at + longestNumber);
    const literal = /^(?:null|true|false)(?![\w.])/.exec(rest)?.[0];
    if (literal) {
      this.at += literal.length;
      if (literal === 'null') return undefined;
      return { kind: 'boolean', text: literal.toUpperCase() };
    }
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
