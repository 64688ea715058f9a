import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

@Entity('report')
@Unique('report_file', ['programme', 'subjectCode', 'file'])
@Index('report_by_file', ['file'])
@Index('report_by_subject', ['programme', 'subjectCode', 'year'])
export class ReportEntity {
  /** In order of arrival; the first part of every key of its content. */
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text', unique: true })
  id!: string;

  @Column({ type: 'text' })
  file!: string;

  @Column({ type: 'text', name: 'file_name' })
  fileName!: string;

  @Column({ type: 'integer', name: 'file_size' })
  fileSize!: number;

  @Column({ type: 'text', name: 'received_at' })
  receivedAt!: string;

  /** The account that sent it in; `system` before there were accounts. */
  @Column({ type: 'text', name: 'received_from', default: 'system' })
  receivedFrom!: string;

  /** 1 where it is a part beside others of its year, 0 where it replaces what was drafted before. */
  @Column({ type: 'integer', default: 0 })
  beside!: number;

  /** Its place among the subject's files, by when each was last sent in. */
  @Column({ type: 'integer', default: 0 })
  sent!: number;

  @Column({ type: 'text' })
  state!: string;

  /** How often its content was begun; only the last writer may go on. */
  @Column({ type: 'integer', default: 0 })
  tries!: number;

  /** Accepted rows so far, while it is read. */
  @Column({ type: 'integer', default: 0 })
  read!: number;

  /** Digests of the parts of its content, once that is accepted. */
  @Column({ type: 'text', nullable: true })
  content!: string | null;

  @Column({ type: 'text', name: 'settled_at', nullable: true })
  settledAt!: string | null;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'text', nullable: true })
  message!: string | null;

  /** Empty in rows of before reports were sent in for a subject, where they were not accepted. */
  @Column({ type: 'text', nullable: true })
  programme!: string | null;

  @Column({ type: 'text', name: 'subject_code', nullable: true })
  subjectCode!: string | null;

  @Column({ type: 'text', name: 'subject_name', nullable: true })
  subjectName!: string | null;

  @Column({ type: 'integer', nullable: true })
  year!: number | null;

  @Column({ type: 'text', name: 'filled_on', nullable: true })
  filledOn!: string | null;

  @Column({ type: 'text', name: 'filled_by', nullable: true })
  filledBy!: string | null;

  @Column({ type: 'text', nullable: true })
  contact!: string | null;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ type: 'integer', default: 0 })
  accepted!: number;

  @Column({ type: 'integer', default: 0 })
  rejected!: number;

  @Column({ type: 'integer', default: 0 })
  errors!: number;

  @Column({ type: 'integer', default: 0 })
  warnings!: number;

  @Column({ type: 'integer', default: 0 })
  notices!: number;
}
