import { open } from 'node:fs/promises';

/** Above it, memory is worth more than the time to get it again. */
const mostKept = 2 ** 23;
/** What was given back last, and is not in use. */
let spare: Buffer | undefined;

/** The bytes of a file; nobody may look at them once they are given back. */
export interface FileInMemory {
  readonly bytes: Buffer;
  readonly giveBack: () => void;
}

/**
 * Reads a file into memory that the next file is read into once it is given back: the collector
 * would leave the bytes of fifty reports standing before it took them for worth its while.
 * @param size in bytes
 */
export async function readIntoMemory(path: string, size: number): Promise<FileInMemory> {
  const room = spare && spare.length >= size ? spare : Buffer.allocUnsafeSlow(size);
  spare = undefined;
  const file = await open(path);
  try {
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await file.read(room, filled, size - filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    const giveBack = () => {
      if (room.length <= mostKept) spare = room;
    };
    return { bytes: room.subarray(0, filled), giveBack };
  } finally {
    await file.close();
  }
}
