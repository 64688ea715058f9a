import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity('paper')
@Index('paper_by_subject', ['programme', 'subjectCode'])
export class PaperEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text', unique: true })
  id!: string;

  @Column({ type: 'text', unique: true })
  code!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  programme!: string;

  @Column({ type: 'text', name: 'subject_code' })
  subjectCode!: string;

  @Column({ type: 'integer' })
  year!: number;

  @Column({ type: 'text' })
  standing!: string;

  @Column({ type: 'text', nullable: true })
  release!: string | null;

  @Column({ type: 'text' })
  determination!: string;

  @Column({ type: 'text' })
  content!: string;

  @Column({ type: 'text' })
  gist!: string;

  @Column({ type: 'text', name: 'issued_at' })
  issuedAt!: string;

  @Column({ type: 'text', name: 'issued_by' })
  issuedBy!: string;
}

@Entity('paper_file')
export class PaperFileEntity {
  /** The paper's id. */
  @PrimaryColumn({ type: 'text' })
  paper!: string;

  @PrimaryColumn({ type: 'text' })
  format!: string;

  @Column({ type: 'text' })
  sha256!: string;
}
