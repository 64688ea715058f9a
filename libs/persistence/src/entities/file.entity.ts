import { Column, Entity, EntitySchema, EntitySchemaOptions, PrimaryGeneratedColumn } from 'typeorm';

/** A file by its content; its bytes are in pieces beside it. */
@Entity('file')
export class FileEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text', unique: true })
  sha256!: string;
}

export interface FilePiece {
  readonly number: number;
  readonly file: number;
  readonly bytes: Uint8Array;
}

/** The databases agree on every type but that of bytes, which no decorator can leave open. */
export type TypeOfBytes = 'blob' | 'bytea';

export const filePiece = 'file_piece';

export function filePieceSchema(bytes: TypeOfBytes): EntitySchema<FilePiece> {
  const options: Pick<EntitySchemaOptions<FilePiece>, 'name' | 'columns' | 'indices'> = {
    name: filePiece,
    columns: {
      number: { type: 'integer', primary: true, generated: 'increment' },
      file: { type: 'integer' },
      bytes: { type: bytes },
    },
    indices: [{ name: 'file_piece_by_file', columns: ['file', 'number'] }],
  };
  return new EntitySchema<FilePiece>(Object.assign(new EntitySchemaOptions<FilePiece>(), options));
}
