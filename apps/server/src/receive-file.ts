import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { IncomingFile } from '#application';
import { RequestFailure } from './request-failure.js';
import type { Upload } from './upload.js';

/**
 * Writes an upload to a scratch file while hashing it, passes it on, and removes it in the end.
 * @param limit in bytes
 * @throws RequestFailure where it is empty or larger than the limit
 */
export async function withReceivedFile<T>(
  { name, bytes }: Upload,
  scratch: string,
  limit: number,
  use: (file: Omit<IncomingFile, 'beside'>) => Promise<T>,
): Promise<T> {
  const path = join(scratch, `${randomUUID()}.upload`);
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      if (size > limit) done(new RequestFailure({ kind: 'file-too-large', limit }));
      else done(null, chunk);
    },
  });
  try {
    await pipeline(bytes, measure, createWriteStream(path, { mode: 0o600 }));
    if (size === 0) throw new RequestFailure({ kind: 'file-missing' });
    return await use({ path, sha256: hash.digest('hex'), size, name });
  } finally {
    await rm(path, { force: true });
  }
}
