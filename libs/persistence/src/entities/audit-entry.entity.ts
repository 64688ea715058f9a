import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('audit_entry')
export class AuditEntryEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  at!: string;

  @Column({ type: 'text' })
  who!: string;

  @Column({ type: 'text' })
  what!: string;

  /** Ids and hashes as JSON. */
  @Column({ type: 'text' })
  about!: string;
}
