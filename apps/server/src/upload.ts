import { Readable } from 'node:stream';
import type { FastifyMultipartBaseOptions, MultipartFile } from '@fastify/multipart';
import { fileName } from '#contracts';
import type { FastifyRequest } from 'fastify';
import { MalformedRequest } from './failure.filter.js';
import { RequestFailure } from './request-failure.js';

/** A form is one file. Its size is measured as it is received; all else is small. */
export const formLimits: FastifyMultipartBaseOptions = {
  limits: {
    ...{ files: 1, fields: 0, parts: 1, headerPairs: 10 },
    fileSize: Number.MAX_SAFE_INTEGER,
  },
  isPartAFile: (field, _type, name) => field === 'file' || name !== undefined,
};

/** A file on its way in. */
export interface Upload {
  readonly name: string;
  /** Fails with a RequestFailure where the request is not whole. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * The file of a form, or the bare body.
 * @param name what it is called, if not as the form says
 * @throws RequestFailure or MalformedRequest where there is none, or a name that cannot be
 */
export async function uploadOf(request: FastifyRequest, name?: string): Promise<Upload> {
  const { body } = request;
  if (request.isMultipart()) {
    const parts: AsyncIterator<MultipartFile, undefined> = request.files();
    const { value: part } = await orMalformed(parts.next());
    if (!part) throw new RequestFailure({ kind: 'file-missing' });
    return { name: name ?? nameIn(part.filename), bytes: untilTheEnd(part.file, parts) };
  }
  if (!(body instanceof Readable)) throw new RequestFailure({ kind: 'file-missing' });
  return { name: name ?? nameIn(''), bytes: untilTheEnd(body) };
}

/** A file, and whatever the form says after it, which may only be that it ends. */
async function* untilTheEnd(file: Readable, parts?: AsyncIterator<unknown>) {
  const chunks: AsyncIterator<Uint8Array, undefined> = file.iterator({ destroyOnReturn: false });
  try {
    for (;;) {
      const { done, value } = await orMalformed(chunks.next());
      if (done) break;
      yield value;
    }
    if (parts) await orMalformed(parts.next());
  } finally {
    // What is still on its way is let through: whoever is cut off does not hear why.
    await chunks.return?.();
    file.resume();
  }
}

/** Whatever goes wrong with what a client sends is the client's. */
async function orMalformed<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new RequestFailure({ kind: 'upload-malformed', why });
  }
}

function nameIn(form: string | undefined): string {
  const read = fileName.safeParse(form === undefined || form === '' ? '未命名' : form);
  if (read.success) return read.data;
  throw new MalformedRequest(read.error.issues.map(({ message }) => `filename: ${message}`));
}
