/** The places in a zip's bytes where a record with this signature begins. */
export function recordsOf(bytes: Buffer, signature: number): readonly number[] {
  const sought = Buffer.alloc(4);
  sought.writeUInt32LE(signature);
  const places: number[] = [];
  for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + 4)) places.push(at);
  return places;
}

export const localHeader = 0x04034b50;
export const directoryEntry = 0x02014b50;
export const directoryEnd = 0x06054b50;

/** Offsets within an entry of the central directory, with the width of each field in bytes. */
export const entryFields = {
  flags: [8, 2],
  method: [10, 2],
  checkSum: [16, 4],
  packed: [20, 4],
  unpacked: [24, 4],
  nameLength: [28, 2],
  extraLength: [30, 2],
  commentLength: [32, 2],
  offset: [42, 4],
} as const;

/** Offsets within the end of the directory. */
export const endFields = {
  disk: [4, 2],
  entries: [10, 2],
  size: [12, 4],
  start: [16, 4],
  commentLength: [20, 2],
} as const;

type Field = readonly [number, 2 | 4];

/** The bytes with a field of every such record altered, as a liar would. */
export function withField(
  bytes: Buffer,
  signature: number,
  [offset, width]: Field,
  alter: (value: number) => number,
): Buffer {
  const altered = Buffer.from(bytes);
  for (const at of recordsOf(bytes, signature)) {
    if (at + offset + width > bytes.length) continue;
    const value = altered.readUIntLE(at + offset, width);
    altered.writeUIntLE(alter(value) % 2 ** (8 * width), at + offset, width);
  }
  return altered;
}
