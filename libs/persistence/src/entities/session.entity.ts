import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

@Entity('session')
@Index('session_by_account', ['account'])
export class SessionEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text', unique: true })
  id!: string;

  @Column({ type: 'text', name: 'secret_hash', unique: true })
  secretHash!: string;

  /** Its id. */
  @Column({ type: 'text' })
  account!: string;

  @Column({ type: 'text', name: 'begun_at' })
  begunAt!: string;

  @Column({ type: 'text', name: 'seen_at' })
  seenAt!: string;

  @Column({ type: 'text', name: 'ends_at' })
  endsAt!: string;
}

@Entity('api_token')
@Index('api_token_by_account', ['account'])
export class ApiTokenEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'text', unique: true })
  id!: string;

  @Column({ type: 'text', name: 'secret_hash', unique: true })
  secretHash!: string;

  /** Its id. */
  @Column({ type: 'text' })
  account!: string;

  @Column({ type: 'text' })
  name!: string;

  /** With commas between. */
  @Column({ type: 'text' })
  scopes!: string;

  @Column({ type: 'text', name: 'issued_at' })
  issuedAt!: string;

  @Column({ type: 'text', name: 'expires_at' })
  expiresAt!: string;

  @Column({ type: 'text', name: 'revoked_at', nullable: true })
  revokedAt!: string | null;
}
