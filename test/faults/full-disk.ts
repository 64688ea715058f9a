import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import sqlite from 'better-sqlite3';

/** A place without room. */
export interface FullPlace {
  readonly words: string;
  makeRoom(): void;
}

const plenty = 2 ** 30;
let writer: sqlite.Database | undefined;

/** From now on, connections that write are known; the product carries nothing for it. */
export function watchWriters(): void {
  const prototype: unknown = Object.getPrototypeOf(sqlite(':memory:'));
  if (!isPrototype(prototype)) throw new Error('the driver has another form');
  const { pragma } = prototype;
  prototype.pragma = function (this: unknown, source, options) {
    if (source.startsWith('recursive_triggers') && isDatabase(this)) know(this);
    return pragma.call(this, source, options);
  };
}

function know(database: sqlite.Database): void {
  writer = database;
}

/** The database that was opened last may grow by so many pages and no more. */
export function fillDatabase(pages: number): FullPlace {
  const database = writer;
  if (!database) throw new Error('no connection writes');
  const used = Number(database.pragma('page_count', { simple: true }));
  database.pragma(`max_page_count = ${used + pages}`);
  return {
    words: `the database, after ${pages} pages`,
    makeRoom: () => {
      database.pragma(`max_page_count = ${plenty}`);
    },
  };
}

/** What is written to a new file stream fails after so many bytes. */
export function fillScratch(bytes: number): FullPlace {
  const { createWriteStream } = fs;
  const replace = (by: typeof createWriteStream) => {
    Object.assign(fs, { createWriteStream: by });
    syncBuiltinESMExports();
  };
  replace((path, options) => {
    const stream = createWriteStream(path, options);
    const write = stream._write.bind(stream);
    let left = bytes;
    return Object.assign(stream, {
      _write: (chunk: Buffer, encoding: BufferEncoding, done: (error?: Error | null) => void) => {
        left -= chunk.length;
        if (left >= 0) write(chunk, encoding, done);
        else done(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }));
      },
      _writev: null,
    });
  });
  return {
    words: `the folder of incoming files, after ${bytes} bytes`,
    makeRoom: () => replace(createWriteStream),
  };
}

interface Prototype {
  pragma: (this: unknown, source: string, options?: sqlite.PragmaOptions) => unknown;
}

function isPrototype(value: unknown): value is Prototype {
  return typeof value === 'object' && value !== null && 'pragma' in value;
}

function isDatabase(value: unknown): value is sqlite.Database {
  return isPrototype(value) && 'prepare' in value;
}
