import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const text = (name: string) => ({ name, type: 'text' });
const integer = (name: string) => ({ name, type: 'integer' });
const key = { isPrimary: true };

const tables = [
  new Table({
    name: 'row_finding',
    columns: [
      {
        ...{ ...integer('number'), ...key },
        ...({ isGenerated: true, generationStrategy: 'increment' } as const),
      },
      ...[{ ...text('id'), isUnique: true }, text('programme'), text('subject_code')],
      ...[integer('year'), text('ledger'), text('item'), text('part'), integer('row')],
      ...[text('outcome'), text('reason')],
      ...[{ ...text('replaces'), isUnique: true, isNullable: true }, text('recorded_at')],
    ],
    indices: [{ name: 'row_finding_by_subject', columnNames: ['programme', 'subject_code'] }],
  }),
  new Table({
    name: 'claim',
    columns: [
      ...[text('ledger'), text('claim'), integer('report'), integer('row')].map((column) => ({
        ...{ ...column, ...key },
      })),
    ],
    withoutRowid: true,
  }),
  new Table({
    name: 'contested_claim',
    columns: [
      ...[integer('report'), text('ledger'), integer('row'), text('claim')].map((column) => ({
        ...{ ...column, ...key },
      })),
    ],
    indices: [{ name: 'contested_claim_by_claim', columnNames: ['ledger', 'claim'] }],
    withoutRowid: true,
  }),
];

/** Reviewers decide on single rows, and what several subjects claim is known. */
export class Claims1795219200007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.dropTable(table);
  }
}
