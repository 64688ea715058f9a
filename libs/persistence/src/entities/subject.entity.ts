import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

@Entity('subject')
@Unique('subject_key', ['programme', 'code'])
@Index('subject_by_province', ['programme', 'province', 'code'])
export class SubjectEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  programme!: string;

  @Column({ type: 'text' })
  code!: string;

  /** What the code says, for looking up by it. */
  @Column({ type: 'text' })
  province!: string;

  @Column({ type: 'text' })
  name!: string;

  /** 1 where it is under direct planning (计划单列市), else 0. */
  @Column({ type: 'integer', name: 'under_direct_planning' })
  underDirectPlanning!: number;

  @Column({ type: 'text' })
  document!: string;

  @Column({ type: 'text', name: 'enrolled_at' })
  enrolledAt!: string;
}
