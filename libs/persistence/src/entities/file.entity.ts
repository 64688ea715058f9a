import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A file by its content; its bytes are in pieces beside it. */
@Entity('file')
export class FileEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text', unique: true })
  sha256!: string;
}

@Entity('file_piece')
@Index('file_piece_by_file', ['file', 'number'])
export class FilePieceEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'integer' })
  file!: number;

  @Column({ type: 'blob' })
  bytes!: Uint8Array;
}
