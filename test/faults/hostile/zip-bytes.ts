/** The places in a zip's bytes where a record with this signature begins. */
export function recordsOf(bytes: Buffer, signature: number): readonly number[] {
  const sought = Buffer.alloc(4);
  sought.writeUInt32LE(signature);
  const places: number[] = [];
  for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + 4)) places.push(at);
  return places;
}

export const directoryEntry = 0x02014b50;
export const directoryEnd = 0x06054b50;

/** Where a field is within its record, and how wide, in bytes. */
export type Field = readonly [number, 2 | 4];

/** Fields of an entry of the central directory. */
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

/** Fields of the end of the directory. */
export const endFields = {
  disk: [4, 2],
  entries: [10, 2],
  size: [12, 4],
  start: [16, 4],
  commentLength: [20, 2],
} as const;

/** The bytes with a field of every such record altered, as a liar would. */
export function withField(
  bytes: Buffer,
  signature: number,
  field: Field,
  alter: (value: number) => number,
): Buffer {
  return recordsOf(bytes, signature).reduce(
    (altered, at) => withFieldAt(altered, at, field, alter),
    bytes,
  );
}

/** The bytes with a field of the record at a place altered, unless it lies beyond their end. */
export function withFieldAt(
  bytes: Buffer,
  at: number,
  [offset, width]: Field,
  alter: (value: number) => number,
): Buffer {
  const altered = Buffer.from(bytes);
  if (at + offset + width > bytes.length) return altered;
  const value = alter(altered.readUIntLE(at + offset, width));
  altered.writeUIntLE(value % 2 ** (8 * width), at + offset, width);
  return altered;
}
