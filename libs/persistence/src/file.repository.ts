import { open } from 'node:fs/promises';
import type { FileStore } from '#application';
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
    if (await this.database.row(FileEntity, { sha256 })) return;
    await this.database.add(FileEntity, { sha256 });
    const file = await this.number(sha256);
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
    const pieces = await this.pieces(await this.number(sha256));
    const target = await open(path, 'w', 0o600);
    try {
      for (const number of pieces) {
        const piece = await this.database.row<FilePiece>(filePiece, { number });
        if (!piece) throw new Error(`piece ${number} of the file ${sha256} is gone`);
        // Unlike `write`, this fails where the disk takes only a part.
        await target.writeFile(piece.bytes);
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
    const file = await this.number(sha256);
    await this.piecesChanged(file);
    await writer.delete<FilePiece>(filePiece, { file });
    await writer.delete(FileEntity, { number: file });
    this.database.changed(FileEntity, { number: file });
  }

  /** Says so of all pieces of a file that there are. */
  private async piecesChanged(file: number): Promise<void> {
    for (const number of await this.pieces(file)) this.database.changed(filePiece, { number });
  }

  /** The number of a file. Throws where it is not kept. */
  private async number(sha256: string): Promise<number> {
    const file = await this.database.row(FileEntity, { sha256 });
    if (!file) throw new Error(`the file ${sha256} is not kept`);
    return file.number;
  }

  /** The numbers of a file's pieces, in order; without their bytes, which are many. */
  private async pieces(file: number): Promise<readonly number[]> {
    const sql = `SELECT number FROM ${filePiece} WHERE file = $1 ORDER BY number`;
    const pieces = await this.database.select<Pick<FilePiece, 'number'>>(sql, [file]);
    return pieces.map(({ number }) => number);
  }
}
