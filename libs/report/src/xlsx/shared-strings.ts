import { longestText } from '../cells/raw-cell.js';
import { UnreadableFile } from '../unreadable.js';
import { nameCode, type XmlHandler, type XmlScanner } from './xml-scanner.js';

const item = nameCode('si');
const text = nameCode('t');
const phonetic = nameCode('rPh');
const slabSize = 2 ** 22;
/** Bytes of text, with eight for each string: what the reader's memory allows. */
const mostBytes = 2 ** 28;
const cacheSize = 4096;

/**
 * The workbook's shared strings, kept as bytes in slabs and turned into a string when a cell asks;
 * rich text is joined, and phonetic runs (rPh) are left out.
 */
export class SharedStrings {
  private readonly slabs: Buffer[] = [];
  private used = slabSize;
  private starts = new Float64Array(1024);
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
    this.cachedIndex[slot] = index;
    this.cached[slot] = found;
    return found;
  }

  /** What a scanner of the part tells. */
  handler(scanner: XmlScanner): XmlHandler {
    let reading = false;
    let inPhonetic = false;
    let current = '';
    return {
      open: (name) => {
        if (name === item) current = '';
        else if (name === phonetic) inPhonetic = true;
        else if (name === text) reading = !inPhonetic;
      },
      text: (from, to, literal) => {
        if (!reading) return;
        current += scanner.decode(from, to, literal);
        if (current.length > longestText) throw tooMuchText();
      },
      close: (name) => {
        if (name === item) this.add(current);
        else if (name === phonetic) inPhonetic = false;
        else if (name === text) reading = false;
      },
    };
  }

  private add(value: string): void {
    const length = Buffer.byteLength(value);
    this.bytes += length + 8;
    if (this.bytes > mostBytes) throw tooMuchText();
    if (this.used + length > slabSize) {
      this.slabs.push(Buffer.allocUnsafeSlow(slabSize));
      this.used = 0;
    }
    if (this.count === this.starts.length) this.grow();
    this.slabs.at(-1)?.write(value, this.used);
    this.starts[this.count] = (this.slabs.length - 1) * slabSize + this.used;
    this.lengths[this.count++] = length;
    this.used += length;
  }

  private grow(): void {
    const [starts, lengths] = [this.starts, this.lengths];
    this.starts = new Float64Array(starts.length * 2);
    this.lengths = new Uint32Array(starts.length * 2);
    this.starts.set(starts);
    this.lengths.set(lengths);
  }
}

const tooMuchText = () =>
  new UnreadableFile('too-large', '文件中的文字过多，不予读取，请拆分后分别报送。');
