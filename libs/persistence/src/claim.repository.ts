import type { ClaimStore, ContestedRow } from '#application';
import { claimKeys, type Ledger, type LedgerRow } from '#engine';
import { In } from 'typeorm';
import { filledIn } from './column.mapper.js';
import { batchesOfRows, itemFromText } from './content.mapper.js';
import type { Database } from './database.js';
import { ContestedClaimEntity } from './entities/claim.entity.js';
import { LedgerRowEntity } from './entities/report-content.entity.js';
import { ReportEntity } from './entities/report.entity.js';

/** Claims that are looked up at once. */
const batch = 1000;

interface Claim {
  readonly claim: string;
  readonly row: number;
}

/** One that is kept. */
interface KnownClaim extends Claim {
  readonly ledger: string;
  readonly report: number;
}

/** What the rows of submitted reports claim, in the database. */
export class ClaimRepository implements ClaimStore {
  constructor(private readonly database: Database) {}

  async add(id: string, ledgers: readonly Ledger[]): Promise<void> {
    const report = await this.database.writer.findOneByOrFail(ReportEntity, { id });
    for (const ledger of ledgers.filter(({ acrossSubjects: how }) => 'disputedBy' in how)) {
      for await (const rows of batchesOfRows(this.database.writer, report.number, ledger.id)) {
        // One after the other in the index, so that each of its pages is looked for once.
        const claims = claimsOf(ledger, rows).sort((a, b) => (a.claim < b.claim ? -1 : 1));
        for (let start = 0; start < claims.length; start += batch) {
          await this.addClaims(report, ledger.id, claims.slice(start, start + batch));
        }
      }
    }
  }

  async contested(reports: readonly string[]): Promise<readonly ContestedRow[]> {
    if (reports.length === 0) return [];
    const { reader } = this.database;
    const known = await reader.findBy(ReportEntity, { id: In([...reports]) });
    const numbers = known.map(({ number }) => number);
    const programmes = known.map(({ programme }) => filledIn(programme, 'programme'));
    const rows = await reader
      .createQueryBuilder()
      .select([])
      // Begun with all that is contested, SQLite would look each row up among all rows of a ledger.
      .from(
        (query) =>
          query
            .select('own.ledger', 'ledger')
            .addSelect('own.claim', 'claim')
            .distinct()
            .from(ContestedClaimEntity, 'own')
            .where('own.report IN (:...numbers)', { numbers }),
        'mine',
      )
      .innerJoin(
        ContestedClaimEntity,
        'contested',
        'contested.ledger = mine.ledger AND contested.claim = mine.claim',
      )
      .innerJoin(ReportEntity, 'report', 'report.number = contested.report')
      .innerJoin(
        LedgerRowEntity,
        'said',
        `said.report = contested.report AND said.ledger = contested.ledger
         AND said.row = contested.row`,
      )
      .where('report.programme IN (:...programmes)', { programmes })
      .addSelect('contested.ledger', 'ledger')
      .addSelect('contested.claim', 'claim')
      .addSelect('contested.row', 'row')
      .addSelect('report.subjectCode', 'code')
      .addSelect('report.id', 'report')
      .addSelect('report.file', 'file')
      .addSelect('report.year', 'year')
      .addSelect('said.item', 'item')
      .orderBy({
        ...{ 'contested.ledger': 'ASC', 'contested.claim': 'ASC', 'report.year': 'ASC' },
        ...{ 'report.file': 'ASC', 'contested.row': 'ASC' },
      })
      .getRawMany<Omit<ContestedRow, 'values'> & { readonly item: string }>();
    return rows.map(({ item, ...row }) => ({ ...row, values: itemFromText(item) }));
  }

  /** Adds what rows of a ledger claim, and notes which of it others of the programme claim as well. */
  private async addClaims(
    { number: report, programme, subjectCode }: ReportEntity,
    ledger: string,
    claims: readonly Claim[],
  ): Promise<void> {
    const same = await this.sameClaims(filledIn(programme, 'programme'), ledger, claims);
    await this.database.insertAll(
      { table: 'claim', same: { ledger, report }, columns: ['claim', 'row'] },
      claims,
      ({ claim, row }, cells) => {
        cells.push(claim, row);
      },
    );
    const others = same.filter(({ code }) => code !== subjectCode);
    const contested = new Set(others.map(({ claim }) => claim));
    const rows = [...same, ...claims.map((claim) => ({ ...claim, ledger, report }))];
    await this.noteContested(rows.filter(({ claim }) => contested.has(claim)));
  }

  /** Claims of a programme's subjects that are the same as these. */
  private async sameClaims(
    programme: string,
    ledger: string,
    claims: readonly Claim[],
  ): Promise<readonly (KnownClaim & { readonly code: string | null })[]> {
    const places = claims.map((_, index) => `$${index + 2}`).join();
    const known = await this.database.select<KnownClaim>(
      `SELECT ledger, claim, report, "row" FROM claim WHERE ledger = $1 AND claim IN (${places})`,
      [ledger, ...claims.map(({ claim }) => claim)],
    );
    if (known.length === 0) return [];
    // Joined above, PostgreSQL would go through what every report of the programme claims.
    const numbers = [...new Set(known.map(({ report }) => report))];
    const reports = await this.database.reader.findBy(ReportEntity, {
      ...{ programme, number: In(numbers) },
    });
    const codes = new Map(reports.map(({ number, subjectCode }) => [number, subjectCode]));
    return known.flatMap((claim) => {
      const code = codes.get(claim.report);
      return code === undefined ? [] : [{ ...claim, code }];
    });
  }

  private async noteContested(rows: readonly KnownClaim[]): Promise<void> {
    for (let start = 0; start < rows.length; start += batch) {
      await this.database.writer
        .createQueryBuilder()
        .insert()
        .into(ContestedClaimEntity)
        .values(
          rows.slice(start, start + batch).map(({ ledger, claim, report, row }) => ({
            ...{ ledger, claim, report, row },
          })),
        )
        .orIgnore()
        .execute();
    }
  }
}

function claimsOf(ledger: Ledger, rows: readonly LedgerRow[]): Claim[] {
  return rows.flatMap(({ row, values }) =>
    claimKeys(ledger, values).map((claim) => ({ claim, row })),
  );
}
