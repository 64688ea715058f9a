import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

@Entity('report_move')
@Unique('report_move_sequence', ['programme', 'subjectCode', 'year', 'sequence'])
@Index('report_move_by_role', ['role', 'number'])
export class ReportMoveEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text', unique: true })
  id!: string;

  @Column({ type: 'text' })
  programme!: string;

  @Column({ type: 'text', name: 'subject_code' })
  subjectCode!: string;

  @Column({ type: 'integer' })
  year!: number;

  /** How often the year was submitted up to this move. */
  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'integer' })
  sequence!: number;

  @Column({ type: 'text' })
  move!: string;

  @Column({ type: 'text', name: 'from_state' })
  from!: string;

  @Column({ type: 'text', name: 'to_state' })
  to!: string;

  @Column({ type: 'text' })
  who!: string;

  @Column({ type: 'text' })
  role!: string;

  @Column({ type: 'text' })
  at!: string;

  @Column({ type: 'text' })
  opinion!: string;

  /** JSON: a list of reasons. */
  @Column({ type: 'text' })
  reasons!: string;

  /** JSON: a list of ids of reports. */
  @Column({ type: 'text' })
  parts!: string;
}
