import { longestText } from '../cells/raw-cell.js';
import { UnreadableFile } from '../unreadable.js';
import { nameCode, type XmlHandler, type XmlScanner } from './xml-scanner.js';

const item = nameCode('si');
const text = nameCode('t');
const phonetic = nameCode('rPh');
const lessThan = 60;
const greaterThan = 62;
const ampersand = 38;
const underscore = 95;
const four = (text: string) => Buffer.from(text).readInt32LE();
/** `<si><t>` and `</t></si>`, compared four bytes at a time. */
const plainStart = [four('<si>'), four('><t>')] as const;
const plainEnd = [four('</t>'), four('</si')] as const;
const startLength = 7;
const endLength = 9;
const slabSize = 2 ** 22;
const longestInBytes = 3 * longestText;
/** Bytes of text, with eight for each string: what the reader's memory allows. */
const mostBytes = 3 * 2 ** 26;
const cacheSize = 4096;
const longestCached = 256;

/**
 * The workbook's shared strings, kept as bytes in slabs and turned into a string when a cell asks;
 * rich text is joined, and phonetic runs (rPh) are left out.
 */
export class SharedStrings {
  private readonly slabs: Buffer[] = [];
  /** The last slab, which always has room for the string being taken, and where that begins. */
  private slab = Buffer.alloc(0);
  private start = slabSize;
  private length = 0;
  private starts = new Uint32Array(1024);
  private lengths = new Uint32Array(1024);
  private count = 0;
  private bytes = 0;
  private readonly cachedIndex = new Int32Array(cacheSize).fill(-1);
  private readonly cached: string[] = [];

  /** The string with an index from 0; undefined where there is none. */
  at(index: number): string | undefined {
    if (!(index >= 0 && index < this.count)) return undefined;
    const slot = index % cacheSize;
    if (this.cachedIndex[slot] === index) return this.cached[slot];
    const start = this.starts[index] ?? 0;
    const from = start % slabSize;
    const slab = this.slabs[Math.floor(start / slabSize)];
    const found = slab?.toString('utf8', from, from + (this.lengths[index] ?? 0)) ?? '';
    if (found.length <= longestCached) {
      this.cachedIndex[slot] = index;
      this.cached[slot] = found;
    }
    return found;
  }

  /** Takes what a scanner of the part tells. */
  handler(scanner: XmlScanner): XmlHandler {
    let reading = false;
    let inPhonetic = false;
    return {
      shortcut: (tag) => this.takePlain(scanner, tag),
      open: (name) => {
        if (name === item) this.begin();
        else if (name === phonetic) inPhonetic = true;
        else if (name === text) reading = !inPhonetic;
      },
      text: (from, to, literal) => {
        if (!reading) return;
        if (scanner.isPlain(from, to)) this.append(scanner.bytes, from, to);
        else {
          const resolved = Buffer.from(scanner.decode(from, to, literal));
          this.append(resolved, 0, resolved.length);
        }
      },
      close: (name) => {
        if (name === item) this.finish();
        else if (name === phonetic) inPhonetic = false;
        else if (name === text) reading = false;
      },
    };
  }

  /** Takes the strings from here on that are written as most are: `<si><t>文字</t></si>`. */
  private takePlain({ bytes, view }: XmlScanner, tag: number): number {
    let after = -1;
    for (let next = this.takeOne(bytes, view, tag); next >= 0;) {
      after = next;
      next = this.takeOne(bytes, view, after);
    }
    return after;
  }

  private takeOne(bytes: Buffer, view: DataView, tag: number): number {
    const from = tag + startLength;
    const last = Math.min(bytes.length - endLength, from + longestInBytes);
    if (last < from || view.getInt32(tag, true) !== plainStart[0]) return -1;
    if (view.getInt32(tag + 3, true) !== plainStart[1]) return -1;
    this.begin();
    const { slab } = this;
    const shift = this.start - from;
    let at = from;
    // A loop, as a call out of JavaScript costs more than most strings are long.
    for (; at <= last; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === lessThan) break;
      if (byte === ampersand || byte === underscore) return -1;
      slab[at + shift] = byte;
    }
    if (at > last || view.getInt32(at, true) !== plainEnd[0]) return -1;
    if (view.getInt32(at + 4, true) !== plainEnd[1] || bytes[at + 8] !== greaterThan) return -1;
    this.length = at - from;
    this.finish();
    return at + endLength;
  }

  private begin(): void {
    this.length = 0;
    if (this.start + longestInBytes < slabSize) return;
    this.slab = Buffer.allocUnsafeSlow(slabSize);
    this.slabs.push(this.slab);
    this.start = 0;
  }

  private append(bytes: Buffer, from: number, to: number): void {
    if (this.length + to - from > longestInBytes) throw tooMuchText();
    bytes.copy(this.slab, this.start + this.length, from, to);
    this.length += to - from;
  }

  private finish(): void {
    this.bytes += this.length + 8;
    if (this.bytes > mostBytes) throw tooMuchText();
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = (this.slabs.length - 1) * slabSize + this.start;
    this.lengths[this.count++] = this.length;
    this.start += this.length;
    this.length = 0;
  }

  private grow(): void {
    const { starts, lengths } = this;
    this.starts = new Uint32Array(starts.length * 2);
    this.lengths = new Uint32Array(starts.length * 2);
    this.starts.set(starts);
    this.lengths.set(lengths);
  }
}

const tooMuchText = () =>
  new UnreadableFile('too-large', '文件中的文字过多，不予读取，请拆分后分别报送。');
