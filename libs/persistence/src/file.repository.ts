import { open } from 'node:fs/promises';
import type { FileStore } from '#application';
import type { Database } from './database.js';
import { FileEntity, FilePieceEntity } from './entities/file.entity.js';

const pieceLength = 256 * 1024;

/** Uploaded files in pieces, so that no file is ever whole in memory. */
export class FileRepository implements FileStore {
  constructor(private readonly database: Database) {}

  async add(sha256: string, path: string): Promise<void> {
    const { writer } = this.database;
    const { identifiers } = await writer.insert(FileEntity, { sha256 });
    const file: unknown = identifiers[0]?.['number'];
    const insert = this.database.prepared('INSERT INTO file_piece (file, bytes) VALUES (?, ?)');
    const source = await open(path);
    try {
      const piece = Buffer.alloc(pieceLength);
      for (;;) {
        const { bytesRead } = await source.read(piece);
        if (bytesRead === 0) return;
        insert.run(file, piece.subarray(0, bytesRead));
      }
    } finally {
      await source.close();
    }
  }

  async copyTo(sha256: string, path: string): Promise<void> {
    const { reader } = this.database;
    const { number: file } = await reader.findOneByOrFail(FileEntity, { sha256 });
    const pieces = await reader.find(FilePieceEntity, {
      select: { number: true },
      where: { file },
      order: { number: 'ASC' },
    });
    const target = await open(path, 'w');
    try {
      for (const { number } of pieces) {
        const { bytes } = await reader.findOneByOrFail(FilePieceEntity, { number });
        await target.write(bytes);
      }
    } finally {
      await target.close();
    }
  }

  async remove(sha256: string): Promise<void> {
    const { writer } = this.database;
    const { number: file } = await writer.findOneByOrFail(FileEntity, { sha256 });
    await writer.delete(FilePieceEntity, { file });
    await writer.delete(FileEntity, { number: file });
  }
}
