import type { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { locating, systemErrorCode, UnreadableFile } from '../unreadable.js';
import { XmlScanner, type XmlHandler } from './xml-scanner.js';

const mostParts = 4096;
/** Of a part, as it is told. */
const longestName = 100;
/** What all parts together may unpack to. */
const mostUnpacked = 2 ** 30;
/** Deflate packs no text of a workbook tighter than this; what is small may. */
const tightest = 300;
const smallPart = 2 ** 24;
const chunkSize = 2 ** 16;
/** Unpacked while the scanner is busy. */
const readAhead = 2 ** 19;
const stored = 0;
const deflated = 8;
/** Relationships, styles or merged areas of one workbook: no real one has as many. */
const mostListed = 100_000;

/** The parts of a workbook, by name in lower case, as names are compared without case. */
export class WorkbookPackage {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /**
   * Opens a file and reads its directory.
   * @throws UnreadableFile where it is cut off, encrypted, or says that it is too large
   */
  static async open(path: string): Promise<WorkbookPackage> {
    const zip = await openPromise(path, { autoClose: false }).catch(rethrowDamaged);
    try {
      const entries = new Map<string, Entry>();
      let unpacked = 0;
      if (zip.entryCount > mostParts) throw tooLarge('内含的文件过多');
      for await (const entry of zip.eachEntry()) {
        unpacked += entry.uncompressedSize;
        if (entries.size === mostParts) throw tooLarge('内含的文件过多');
        if (unpacked > mostUnpacked) throw tooLarge('解压后超过1GiB');
        entries.set(entry.fileName.toLowerCase(), entry);
      }
      return new WorkbookPackage(zip, entries);
    } catch (error) {
      zip.close();
      return rethrowDamaged(error);
    }
  }

  has(part: string): boolean {
    return this.entries.has(part.toLowerCase());
  }

  /** Every part's name as the file writes it, in the file's order. */
  names(): readonly string[] {
    return [...this.entries.values()].map(({ fileName }) => fileName);
  }

  close(): void {
    this.zip.close();
  }

  /**
   * Unpacks a part in chunks, none of which is kept; size, ratio and check sum are counted while
   * it does.
   * @throws UnreadableFile where they are not what the directory says
   */
  async *chunks(part: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(part.toLowerCase());
    if (!entry) throw damaged();
    if (entry.isEncrypted()) throw new UnreadableFile('encrypted', encryptedMessage);
    const { compressionMethod, compressedSize, uncompressedSize } = entry;
    if (compressionMethod !== stored && compressionMethod !== deflated) throw damaged();
    const packed = await this.zip
      .openReadStreamPromise(entry, { decodeFileData: false })
      .catch(rethrowDamaged);
    let size = 0;
    let sum = 0;
    try {
      for await (const chunk of compressionMethod === stored ? packed : inflated(packed)) {
        if (!Buffer.isBuffer(chunk)) throw damaged();
        size += chunk.length;
        sum = crc32(chunk, sum);
        if (size > uncompressedSize) throw damaged();
        if (size > smallPart && size > tightest * compressedSize) throw tooLarge('压缩比异常');
        yield chunk;
      }
    } catch (error) {
      rethrowDamaged(error);
    } finally {
      packed.destroy();
    }
    if (size !== uncompressedSize || sum !== entry.crc32) throw damaged();
  }

  /** Scans a part from beginning to end. */
  async scan(part: string, handlerFor: (scanner: XmlScanner) => XmlHandler): Promise<void> {
    await locating(`${part.slice(0, longestName)}：`, async () => {
      const scanner = new XmlScanner(handlerFor);
      for await (const chunk of this.chunks(part)) scanner.write(chunk);
      scanner.end();
    });
  }
}

/** Adds to a list that a hostile file might grow without end. */
export function addTo<T>(list: T[], entry: T): void {
  if (list.length === mostListed) throw tooLarge('内部目录过长');
  list.push(entry);
}

function inflated(packed: Readable): Readable {
  const options = { chunkSize, readableHighWaterMark: readAhead };
  const inflate = createInflateRaw(options);
  packed.on('error', (error) => inflate.destroy(error));
  return packed.pipe(inflate);
}

/**
 * What yauzl and zlib throw means a damaged file: plain errors, and reads beyond a buffer's end. A
 * fault of the disk or of the program is not hidden.
 */
function rethrowDamaged(error: unknown): never {
  const ofFormat = has(error, 'name', 'Error') || has(error, 'code', 'ERR_OUT_OF_RANGE');
  if (error instanceof UnreadableFile || !ofFormat || systemErrorCode(error)) throw error;
  throw damaged();
}

function has(error: unknown, property: 'name' | 'code', value: string): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, property) === value;
}

const encryptedMessage = '文件设有打开密码，请取消密码后另存再报送。';

/** Cut off, or altered on its way. */
export const damaged = () =>
  new UnreadableFile('damaged', '文件不完整或已损坏，请重新另存或重新上传。');

const tooLarge = (why: string) =>
  new UnreadableFile('too-large', `文件过大或内容异常（${why}），不予读取，请拆分后分别报送。`);
