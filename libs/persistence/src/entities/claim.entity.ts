import { Entity, Index, PrimaryColumn } from 'typeorm';

/** What a row of a submitted report claims. */
@Entity('claim', { withoutRowid: true })
export class ClaimEntity {
  @PrimaryColumn({ type: 'text' })
  ledger!: string;

  @PrimaryColumn({ type: 'text' })
  claim!: string;

  /** The report's number. */
  @PrimaryColumn({ type: 'integer' })
  report!: number;

  @PrimaryColumn({ type: 'integer' })
  row!: number;
}

/** A row that claims what another subject has claimed as well; few, so that they can be looked up. */
@Entity('contested_claim', { withoutRowid: true })
@Index('contested_claim_by_claim', ['ledger', 'claim'])
export class ContestedClaimEntity {
  @PrimaryColumn({ type: 'integer' })
  report!: number;

  @PrimaryColumn({ type: 'text' })
  ledger!: string;

  @PrimaryColumn({ type: 'integer' })
  row!: number;

  @PrimaryColumn({ type: 'text' })
  claim!: string;
}
