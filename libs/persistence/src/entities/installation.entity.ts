import { Entity, PrimaryColumn } from 'typeorm';

/** What this database is for, written once. */
@Entity('installation')
export class InstallationEntity {
  @PrimaryColumn({ type: 'text' })
  purpose!: string;
}
