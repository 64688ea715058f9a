import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('answer')
@Index('answer_by_age', ['at'])
export class AnswerEntity {
  @PrimaryColumn({ type: 'text' })
  account!: string;

  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  request!: string;

  @Column({ type: 'text' })
  answer!: string;

  @Column({ type: 'text' })
  at!: string;
}
