import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

@Entity('deadline')
@Index('deadline_by_programme', ['programme'])
export class DeadlineEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text', unique: true })
  id!: string;

  @Column({ type: 'text' })
  programme!: string;

  @Column({ type: 'integer' })
  year!: number;

  @Column({ type: 'text' })
  step!: string;

  @Column({ type: 'text' })
  due!: string;

  /** How many workdays it was counted by, with the day that they come after; else both null. */
  @Column({ type: 'integer', nullable: true })
  workdays!: number | null;

  @Column({ type: 'text', name: 'counted_after', nullable: true })
  countedAfter!: string | null;

  @Column({ type: 'text', name: 'remind_from' })
  remindFrom!: string;

  @Column({ type: 'text' })
  document!: string;

  @Column({ type: 'text', nullable: true, unique: true })
  replaces!: string | null;

  @Column({ type: 'text', name: 'recorded_at' })
  recordedAt!: string;

  @Column({ type: 'text', name: 'recorded_by' })
  recordedBy!: string;
}

@Entity('holiday_table')
export class HolidayTableEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'integer' })
  year!: number;

  @Column({ type: 'text' })
  document!: string;

  /** Days, separated by spaces. */
  @Column({ type: 'text' })
  holidays!: string;

  /** Days, separated by spaces. */
  @Column({ type: 'text' })
  workdays!: string;

  @Column({ type: 'text', name: 'recorded_at' })
  recordedAt!: string;

  @Column({ type: 'text', name: 'recorded_by' })
  recordedBy!: string;
}
