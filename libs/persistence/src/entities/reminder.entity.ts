import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

@Entity('reminder')
export class ReminderEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text', unique: true })
  id!: string;

  @Column({ type: 'text' })
  programme!: string;

  /** A deadline's id. */
  @Column({ type: 'text' })
  deadline!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  account!: string;

  @Column({ type: 'text' })
  at!: string;
}

/** A subject that a reminder is about; what it repeats of the reminder keeps it from coming twice. */
@Entity('reminder_subject')
@Unique('reminder_once', ['deadline', 'kind', 'account', 'code'])
@Index('reminder_by_subject', ['code', 'reminder'])
export class ReminderSubjectEntity {
  /** The reminder's number. */
  @PrimaryColumn({ type: 'integer' })
  reminder!: number;

  @PrimaryColumn({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  deadline!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  account!: string;
}

/** A try at sending a reminder. */
@Entity('reminder_delivery')
@Index('reminder_delivery_of', ['reminder'])
export class ReminderDeliveryEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  /** The reminder's number. */
  @Column({ type: 'integer' })
  reminder!: number;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'text' })
  at!: string;
}
