import { UnreadableFile } from '../unreadable.js';

/** What a scanner reports; names are {@link nameCode}s of local names, whatever their prefix. */
export interface XmlHandler {
  open(name: number): void;
  close(name: number): void;
  /** A run of text; `literal` where it comes from a CDATA section. */
  text(from: number, to: number, literal: boolean): void;
  /**
   * May take whole elements by itself where they are written in the usual way, for speed.
   * @returns the place after them, or -1 to have the first told piece by piece
   */
  shortcut?(tag: number): number;
}

const lessThan = 60;
const greaterThan = 62;
const slash = 47;
const bang = 33;
const question = 63;
const equals = 61;
const colon = 58;
const quote = 34;
const apostrophe = 39;
const ampersand = 38;
const underscore = 95;
const deepest = 256;
const mostAttributes = 64;
/** No tag or run of text of a workbook is longer; a cell holds 32,767 characters. */
const longestPiece = 1 << 20;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * A number for a local name. Two names may share one; a file that makes them do so only says in an
 * odd way what it could have said plainly.
 */
export function nameCode(name: string): number {
  let code = 0;
  for (const byte of Buffer.from(name)) code = (Math.imul(code, 31) + byte) | 0;
  return code;
}

/**
 * Scans UTF-8 XML in chunks without copying what it does not need. It checks that elements nest,
 * and takes no DOCTYPE, so that no entity can be declared; a character that crosses a chunk waits
 * for its rest.
 * @throws UnreadableFile where the text is no XML of this kind
 */
export class XmlScanner {
  bytes: Buffer = Buffer.alloc(0);
  /** The same bytes, for reading several at a time. */
  view: DataView = new DataView(new ArrayBuffer(0));
  private readonly attributeNames = new Int32Array(mostAttributes);
  private readonly attributeFrom = new Int32Array(mostAttributes);
  private readonly attributeTo = new Int32Array(mostAttributes);
  private attributeCount = 0;
  private readonly path = new Int32Array(deepest);
  private depth = 0;
  private begun = false;

  private readonly handler: XmlHandler;

  /** @param handlerFor makes what is told, which may ask the scanner for attributes and text */
  constructor(handlerFor: (scanner: XmlScanner) => XmlHandler) {
    this.handler = handlerFor(this);
  }

  /** Takes the next bytes. */
  write(chunk: Buffer): void {
    const { bytes: rest } = this;
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = 0;
    if (!this.begun) {
      if (this.bytes.length < 4) return;
      this.begun = true;
      at = this.start();
    }
    const read = this.scan(at);
    this.bytes = this.bytes.subarray(read);
    if (this.bytes.length > longestPiece) throw malformed('过长的文字或标记');
  }

  /** Says that the text is complete. */
  end(): void {
    if (this.depth > 0 || this.bytes.toString('latin1').trim() !== '' || !this.begun) {
      throw malformed('内容不完整');
    }
  }

  /** The value of an attribute of the element that was just opened. */
  attribute(name: number): string | undefined {
    for (let index = 0; index < this.attributeCount; index++) {
      if (this.attributeNames[index] === name) {
        return this.decode(this.attributeFrom[index] ?? 0, this.attributeTo[index] ?? 0, false);
      }
    }
    return undefined;
  }

  /** The place of an attribute's value in `bytes`, or -1; `valueEnd` is its end. */
  attributeStart(name: number): number {
    for (let index = 0; index < this.attributeCount; index++) {
      if (this.attributeNames[index] === name) {
        this.valueEnd = this.attributeTo[index] ?? 0;
        return this.attributeFrom[index] ?? -1;
      }
    }
    return -1;
  }
  valueEnd = 0;

  /** The characters of a piece of `bytes`, entities resolved unless it is literal. */
  decode(from: number, to: number, literal: boolean): string {
    const { bytes } = this;
    let plain = true;
    let escaped = false;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] ?? 0;
      if (byte >= 128) plain = false;
      else if (byte === ampersand || byte === underscore) escaped = true;
    }
    const text = plain ? bytes.toString('latin1', from, to) : bytes.toString('utf8', from, to);
    return escaped ? unescaped(text, literal) : text;
  }

  /** True where a piece of `bytes` stands for itself. */
  isPlain(from: number, to: number): boolean {
    const { bytes } = this;
    for (let at = from; at < to; at++) {
      const byte = bytes[at];
      if (byte === ampersand || byte === underscore) return false;
    }
    return true;
  }

  private start(): number {
    const { bytes } = this;
    if (bytes.subarray(0, 3).equals(byteOrderMark)) return 3;
    const [first = 0, second = 0] = bytes;
    if (first === 0 || second === 0 || first >= 0xfe) throw malformed('不是UTF-8编码');
    return 0;
  }

  /** Scans as far as the bytes reach, and returns where the next piece begins. */
  private scan(start: number): number {
    const { bytes, handler } = this;
    const end = bytes.length;
    let at = start;
    for (;;) {
      let tag = at;
      while (tag < end && bytes[tag] !== lessThan) tag++;
      if (tag === end) return at;
      const next = bytes[tag + 1];
      if (tag > at) {
        if (tag + 1 === end) return at;
        handler.text(at, tag, false);
      }
      let after = handler.shortcut?.(tag) ?? -1;
      if (after >= 0) {
        at = after;
        continue;
      }
      if (next === slash) after = this.closeTag(tag);
      else if (next === bang) after = this.declaration(tag);
      else if (next === question) after = this.instruction(tag);
      else after = this.openTag(tag);
      if (after < 0) return tag;
      at = after;
    }
  }

  private openTag(tag: number): number {
    const { bytes } = this;
    const end = bytes.length;
    let at = tag + 1;
    let name = 0;
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte <= 32 || byte === greaterThan || byte === slash) break;
      name = byte === colon ? 0 : (Math.imul(name, 31) + byte) | 0;
    }
    this.attributeCount = 0;
    while (at < end) {
      const byte = bytes[at] ?? 0;
      if (byte === greaterThan) {
        this.enter(name);
        this.handler.open(name);
        return at + 1;
      }
      if (byte === slash) {
        if (at + 1 >= end) return -1;
        if (bytes[at + 1] !== greaterThan) throw malformed('标记写法不对');
        this.enter(name);
        this.handler.open(name);
        this.depth--;
        this.handler.close(name);
        return at + 2;
      }
      if (byte <= 32) at++;
      else {
        at = this.readAttribute(at);
        if (at < 0) return -1;
      }
    }
    return -1;
  }

  private readAttribute(start: number): number {
    const { bytes } = this;
    const end = bytes.length;
    let at = start;
    let name = 0;
    for (; at < end && bytes[at] !== equals; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === greaterThan || byte === lessThan) throw malformed('标记写法不对');
      if (byte > 32) name = byte === colon ? 0 : (Math.imul(name, 31) + byte) | 0;
    }
    at++;
    while (at < end && (bytes[at] ?? 0) <= 32) at++;
    if (at >= end) return -1;
    const mark = bytes[at];
    if (mark !== quote && mark !== apostrophe) throw malformed('标记写法不对');
    const from = at + 1;
    at = from;
    while (at < end && bytes[at] !== mark) at++;
    if (at >= end) return -1;
    const index = this.attributeCount++;
    if (index >= mostAttributes) throw malformed('标记的属性过多');
    this.attributeNames[index] = name;
    this.attributeFrom[index] = from;
    this.attributeTo[index] = at;
    return at + 1;
  }

  private closeTag(tag: number): number {
    const { bytes } = this;
    const end = bytes.length;
    let name = 0;
    for (let at = tag + 2; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === greaterThan) {
        if (this.depth === 0 || this.path[--this.depth] !== name) throw malformed('标记没有成对');
        this.handler.close(name);
        return at + 1;
      }
      if (byte > 32) name = byte === colon ? 0 : (Math.imul(name, 31) + byte) | 0;
    }
    return -1;
  }

  private declaration(tag: number): number {
    const { bytes } = this;
    if (bytes.length < tag + 9) return -1;
    const opening = bytes.toString('latin1', tag, tag + 9);
    if (opening.startsWith('<!--')) {
      const close = bytes.indexOf('-->', tag + 4, 'latin1');
      return close < 0 ? -1 : close + 3;
    }
    if (opening !== '<![CDATA[') throw malformed('含有文档类型声明（DOCTYPE），正常的表格文件没有');
    const close = bytes.indexOf(']]>', tag + 9, 'latin1');
    if (close < 0) return -1;
    this.handler.text(tag + 9, close, true);
    return close + 3;
  }

  private instruction(tag: number): number {
    const close = this.bytes.indexOf('?>', tag + 2, 'latin1');
    if (close < 0) return -1;
    const declared = /encoding\s*=\s*["']([^"']*)/i.exec(
      this.bytes.toString('latin1', tag, close),
    )?.[1];
    if (declared && !/^(utf-?8|us-ascii)$/i.test(declared)) throw malformed('不是UTF-8编码');
    return close + 2;
  }

  private enter(name: number): void {
    if (this.depth === deepest) throw malformed('嵌套过深');
    this.path[this.depth++] = name;
  }
}

const predefined: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * Resolves entities, then the `_x000D_` that workbooks write for characters XML has not. Half a
 * character is no text that can be kept.
 */
function unescaped(text: string, literal: boolean): string {
  const resolved = literal ? text : text.replace(/&([^;&]*);?/g, resolveEntity);
  return resolved
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}

function resolveEntity(written: string, name: string): string {
  const known = Object.hasOwn(predefined, name) ? predefined[name] : undefined;
  if (known !== undefined && written.endsWith(';')) return known;
  const [, hexadecimal, decimal] = /^#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}))$/.exec(name) ?? [];
  const code = hexadecimal ? parseInt(hexadecimal, 16) : Number(decimal ?? NaN);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  if (!(code <= 0x10ffff) || isSurrogate || !written.endsWith(';'))
    throw malformed('含有未定义的实体');
  return String.fromCodePoint(code);
}

const malformed = (why: string) =>
  new UnreadableFile(
    'malformed',
    `工作簿内部内容不符合规范（${why}），请用WPS或Excel打开后另存为新的.xlsx文件再报送。`,
  );
