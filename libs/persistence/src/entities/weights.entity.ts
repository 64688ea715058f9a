import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

@Entity('weights')
@Index('weights_first', ['programme', 'year'], { unique: true, where: 'replaces IS NULL' })
export class WeightsEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text', unique: true })
  id!: string;

  @Column({ type: 'text' })
  programme!: string;

  @Column({ type: 'integer' })
  year!: number;

  @Column({ type: 'text' })
  document!: string;

  /** Hundredths of a point by target id, as JSON. */
  @Column({ type: 'text' })
  points!: string;

  @Column({ type: 'text', nullable: true, unique: true })
  replaces!: string | null;

  @Column({ type: 'text', name: 'recorded_at' })
  recordedAt!: string;

  @Column({ type: 'text', name: 'recorded_by' })
  recordedBy!: string;
}
