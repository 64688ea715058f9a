import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

@Entity('money_release')
@Index('money_release_by_subject', ['programme', 'subjectCode'])
@Index('money_release_open_once', ['programme', 'subjectCode'], {
  unique: true,
  where: "state IN ('proposed', 'approved')",
})
export class MoneyReleaseEntity {
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

  /** 分, as text. */
  @Column({ type: 'text' })
  fen!: string;

  @Column({ type: 'text' })
  shown!: string;

  @Column({ type: 'text', name: 'proposed_by' })
  proposedBy!: string;

  @Column({ type: 'text', name: 'proposed_at' })
  proposedAt!: string;

  /** Where its last move led, for the database's own constraints. */
  @Column({ type: 'text' })
  state!: string;

  /** What came back, in 分, as text. */
  @Column({ type: 'text' })
  returned!: string;
}

@Entity('money_release_move')
@Index('money_release_move_by_release', ['release', 'number'])
export class MoneyReleaseMoveEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  /** The release's id. */
  @Column({ type: 'text' })
  release!: string;

  @Column({ type: 'text' })
  move!: string;

  @Column({ type: 'text', name: 'to_state' })
  to!: string;

  @Column({ type: 'text' })
  who!: string;

  @Column({ type: 'text' })
  at!: string;

  @Column({ type: 'text', nullable: true })
  opinion!: string | null;

  @Column({ type: 'text', nullable: true })
  document!: string | null;

  /** 分, as text. */
  @Column({ type: 'text', nullable: true })
  returned!: string | null;

  @Column({ type: 'text', nullable: true })
  shown!: string | null;
}
