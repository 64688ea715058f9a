import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

@Entity('money_entry')
@Index('money_entry_document', ['programme', 'subjectCode', 'kind', 'document'], {
  unique: true,
  // A correction may have the document of what it corrects.
  where: 'replaces IS NULL',
})
@Index('money_entry_replaces', ['replaces'], { unique: true })
export class MoneyEntryEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text', unique: true })
  id!: string;

  @Column({ type: 'text' })
  programme!: string;

  @Column({ type: 'text', name: 'subject_code' })
  subjectCode!: string;

  @Column({ type: 'text' })
  kind!: string;

  /** 分, as text: an integer column would lose digits above 2^53. */
  @Column({ type: 'text' })
  fen!: string;

  @Column({ type: 'text' })
  document!: string;

  @Column({ type: 'text', nullable: true })
  replaces!: string | null;

  @Column({ type: 'text', name: 'recorded_at' })
  recordedAt!: string;
}
