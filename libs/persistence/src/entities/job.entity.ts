import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

@Entity('job')
@Index('job_waiting_once', ['key'], { unique: true, where: "state = 'waiting'" })
@Index('job_by_key', ['key', 'number'])
@Index('job_unfinished', ['state', 'number'], { where: "state IN ('waiting', 'running')" })
export class JobEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ type: 'integer', default: 0 })
  failures!: number;

  @Column({ type: 'text', name: 'not_before' })
  notBefore!: string;

  @Column({ type: 'text', nullable: true })
  worker!: string | null;

  @Column({ type: 'text', name: 'lease_until', nullable: true })
  leaseUntil!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'text', name: 'finished_at', nullable: true })
  finishedAt!: string | null;
}
