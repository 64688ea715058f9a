interface Part {
  readonly path: string;
  readonly content: string;
}

/** Packs texts into a ZIP archive (APPNOTE 6.3: deflated, names in UTF-8, no time of day). */
export async function zipOf(parts: readonly Part[], type: string): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { path, content } of parts) {
    const name = new TextEncoder().encode(path);
    const plain = new TextEncoder().encode(content);
    const packed = await deflated(plain);
    const facts = [
      ...[2, 20, 2, utf8, 2, deflate, 2, 0, 2, firstDay, 4, crc32(plain)],
      ...[4, packed.length, 4, plain.length, 2, name.length, 2, 0],
    ];
    const head = fields([4, 0x04034b50, ...facts]);
    pieces.push(head, name, packed);
    const rest = [2, 0, 2, 0, 2, 0, 4, 0, 4, offset];
    directory.push(fields([4, 0x02014b50, 2, 20, ...facts, ...rest]), name);
    offset += head.length + name.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = parts.length;
  const end = fields([4, 0x06054b50, 2, 0, 2, 0, 2, count, 2, count, 4, size, 4, offset, 2, 0]);
  return new Blob([...pieces, ...directory, end], { type });
}

const utf8 = 0x0800;
const deflate = 8;
/** 1980-01-01, the first that there is. */
const firstDay = 0x0021;

/** Little-endian integers, each after its width in bytes. */
function fields(widthsAndValues: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (let index = 0; index < widthsAndValues.length; index += 2) {
    const [width = 0, value = 0] = widthsAndValues.slice(index, index + 2);
    for (let at = 0; at < width; at += 1) bytes.push((value >>> (8 * at)) & 0xff);
  }
  return Uint8Array.from(bytes);
}

async function deflated(plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const polynomial = 0xedb88320;
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ polynomial : rest >>> 1;
  return rest;
});

function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (remainders[(rest ^ byte) & 0xff] ?? 0) ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}
