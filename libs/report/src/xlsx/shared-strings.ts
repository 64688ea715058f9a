import { longestText } from '../cells/raw-cell.js';
import { UnreadableFile } from '../unreadable.js';
import { nameCode, spells, type XmlHandler, type XmlScanner } from './xml-scanner.js';

const item = nameCode('si');
const text = nameCode('t');
const phonetic = nameCode('rPh');
const plainStart = Buffer.from('<si><t>');
const plainEnd = Buffer.from('</t></si>');
const lessThan = 60;
const ampersand = 38;
const underscore = 95;
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
  /** Where the string being taken begins in the last slab, and its length so far. */
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
        if (name === item) this.length = 0;
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

  /** Takes a string as spreadsheets write most: `<si><t>文字</t></si>`. */
  private takePlain(scanner: XmlScanner, tag: number): number {
    const { bytes } = scanner;
    if (!spells(bytes, tag, plainStart)) return -1;
    const from = tag + plainStart.length;
    let at = from;
    for (let byte = bytes[at]; byte !== lessThan; byte = bytes[++at]) {
      if (byte === undefined || byte === ampersand || byte === underscore) return -1;
    }
    if (!spells(bytes, at, plainEnd)) return -1;
    this.length = 0;
    this.append(bytes, from, at);
    this.finish();
    return at + plainEnd.length;
  }

  private append(bytes: Buffer, from: number, to: number): void {
    const { start, length } = this;
    const longer = length + to - from;
    if (longer > longestInBytes) throw tooMuchText();
    if (start + longer > slabSize) {
      const slab = Buffer.allocUnsafeSlow(slabSize);
      this.slabs.at(-1)?.copy(slab, 0, start, start + length);
      this.slabs.push(slab);
      this.start = 0;
    }
    const slab = this.slabs.at(-1) ?? bytes;
    // A loop, as a call out of JavaScript costs more than most strings are long.
    const shift = this.start + length - from;
    for (let at = from; at < to; at++) slab[at + shift] = bytes[at] ?? 0;
    this.length = longer;
  }

  private finish(): void {
    this.bytes += this.length + 8;
    if (this.bytes > mostBytes) throw tooMuchText();
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = Math.max(0, this.slabs.length - 1) * slabSize + this.start;
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
