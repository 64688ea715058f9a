import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('credential')
export class CredentialEntity {
  /** Its id. */
  @PrimaryColumn({ type: 'text' })
  account!: string;

  @Column({ type: 'text', name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column({ type: 'text', nullable: true })
  device!: string | null;

  @Column({ type: 'text', name: 'code_hash', nullable: true, unique: true })
  codeHash!: string | null;

  @Column({ type: 'text', name: 'code_until', nullable: true })
  codeUntil!: string | null;

  @Column({ type: 'integer' })
  failures!: number;

  @Column({ type: 'text', name: 'locked_until', nullable: true })
  lockedUntil!: string | null;

  @Column({ type: 'integer', name: 'last_step' })
  lastStep!: number;

  @Column({ type: 'text', name: 'offered_device', nullable: true })
  offeredDevice!: string | null;
}

/** A code that may make the first administrators. */
@Entity('first_code')
export class FirstCodeEntity {
  @PrimaryColumn({ type: 'text', name: 'code_hash' })
  codeHash!: string;
}

/** Tells the key that secrets are closed in with from others; written once. */
@Entity('secrets_key')
export class SecretsKeyEntity {
  @PrimaryColumn({ type: 'text' })
  mark!: string;
}
