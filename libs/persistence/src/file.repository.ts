import { open } from 'node:fs/promises';
import type { FileStore } from '#application';
import type { EntityManager } from 'typeorm';
import type { Database } from './database.js';
import { In } from 'typeorm';
import { FileEntity, filePiece, type FilePiece } from './entities/file.entity.js';
import { PaperFileEntity } from './entities/paper.entity.js';
import { ReportEntity } from './entities/report.entity.js';

const pieceLength = 256 * 1024;

/** Uploaded files in pieces, so that no file is ever whole in memory. */
export class FileRepository implements FileStore {
  constructor(private readonly database: Database) {}

  async add(sha256: string, path: string): Promise<void> {
    const { writer } = this.database;
    if (await writer.existsBy(FileEntity, { sha256 })) return;
    await this.database.add(FileEntity, { sha256 });
    const { number: file } = await writer.findOneByOrFail(FileEntity, { sha256 });
    const into = { table: filePiece, same: { file }, columns: ['bytes'] };
    const source = await open(path);
    try {
      const piece = Buffer.alloc(pieceLength);
      for (;;) {
        const { bytesRead } = await source.read(piece);
        if (bytesRead === 0) break;
        await this.database.insertAll(into, [piece.subarray(0, bytesRead)], (bytes, cells) => {
          cells.push(bytes);
        });
      }
    } finally {
      await source.close();
    }
    await this.piecesChanged(file);
  }

  async copyTo(sha256: string, path: string): Promise<void> {
    const { reader } = this.database;
    const { number: file } = await reader.findOneByOrFail(FileEntity, { sha256 });
    const pieces = await piecesOf(reader, file);
    const target = await open(path, 'w');
    try {
      for (const { number } of pieces) {
        const { bytes } = await reader.findOneByOrFail<FilePiece>(filePiece, { number });
        // Unlike `write`, this fails where the disk takes only a part.
        await target.writeFile(bytes);
      }
    } finally {
      await target.close();
    }
  }

  async remove(sha256: string): Promise<void> {
    const { writer } = this.database;
    const needed = { file: sha256, state: In(['received', 'accepted']) };
    if (await writer.existsBy(ReportEntity, needed)) return;
    // Whoever may see an issued paper can send its bytes in as a report.
    if (await writer.existsBy(PaperFileEntity, { sha256 })) return;
    const { number: file } = await writer.findOneByOrFail(FileEntity, { sha256 });
    await this.piecesChanged(file);
    await writer.delete<FilePiece>(filePiece, { file });
    await writer.delete(FileEntity, { number: file });
    this.database.changed(FileEntity, { number: file });
  }

  /** Says so of all pieces of a file that there are. */
  private async piecesChanged(file: number): Promise<void> {
    for (const { number } of await piecesOf(this.database.writer, file)) {
      this.database.changed(filePiece, { number });
    }
  }
}

/** The numbers of a file's pieces, in order. */
function piecesOf(manager: EntityManager, file: number): Promise<readonly FilePiece[]> {
  const order = { number: 'ASC' } as const;
  return manager.find<FilePiece>(filePiece, { select: { number: true }, where: { file }, order });
}
