import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

@Entity('account')
@Index('account_open_email', ['email'], { unique: true, where: 'closed_at IS NULL' })
export class AccountEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text', unique: true })
  id!: string;

  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  organisation!: string;

  @Column({ type: 'text', name: 'created_at' })
  createdAt!: string;

  @Column({ type: 'text', nullable: true })
  role!: string | null;

  @Column({ type: 'text', nullable: true })
  area!: string | null;

  @Column({ type: 'text', name: 'closed_at', nullable: true })
  closedAt!: string | null;
}
