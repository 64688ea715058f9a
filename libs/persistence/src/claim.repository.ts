import type { ClaimStore, ContestedRow } from '#application';
import type { Ledger } from '#engine';
import { In } from 'typeorm';
import { oneByOne, ownClaims, waysToClaim } from './claimed.js';
import { filledIn } from './column.mapper.js';
import { itemFromText } from './content.mapper.js';
import type { Database } from './database.js';
import { ContestedClaimEntity } from './entities/claim.entity.js';
import { LedgerRowEntity } from './entities/report-content.entity.js';
import { ReportEntity } from './entities/report.entity.js';

/** Claims that are looked up at once. */
const batch = 1000;

/** What the rows of submitted reports claim, in the database, which makes them of the rows. */
export class ClaimRepository implements ClaimStore {
  constructor(private readonly database: Database) {}

  async add(id: string, ledgers: readonly Ledger[]): Promise<void> {
    const report = await this.database.writer.findOneByOrFail(ReportEntity, { id });
    for (const { ledger, columns } of waysToClaim(ledgers)) {
      await this.addClaims(report, ledger, columns);
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

  /** Adds what rows of a ledger claim by columns, and notes what others of the programme claim too. */
  private async addClaims(
    { number: report, programme, subjectCode }: ReportEntity,
    ledger: string,
    columns: readonly string[],
  ): Promise<void> {
    const { dataSource } = this.database.writer;
    const own = ownClaims(dataSource, columns, 'report = $1 AND ledger = $2');
    await this.database.change(
      `${own} INSERT INTO claim (ledger, claim, report, "row")
       SELECT ledger, claim, report, "row" FROM own WHERE claim IS NOT NULL`,
      [report, ledger],
    );
    const of = filledIn(programme, 'programme');
    const contested = await this.database.select<{ readonly claim: string }>(
      `${own} SELECT DISTINCT claim FROM own WHERE EXISTS (
         SELECT 1 FROM claim AS rival WHERE ledger = $2 AND claim = own.claim AND report <> $1
         AND EXISTS (SELECT 1 FROM report WHERE number = rival.report AND programme = $3
                     AND subject_code <> $4 ${oneByOne}) ${oneByOne})`,
      [report, ledger, of, filledIn(subjectCode, 'subject')],
    );
    const claims = contested.map(({ claim }) => claim);
    for (let start = 0; start < claims.length; start += batch) {
      await this.noteContested(of, ledger, claims.slice(start, start + batch));
    }
  }

  /** Notes every row of a programme that makes one of these claims. */
  private async noteContested(
    programme: string,
    ledger: string,
    claims: readonly string[],
  ): Promise<void> {
    const places = claims.map((_, index) => `$${index + 3}`).join();
    await this.database.change(
      `INSERT INTO contested_claim (report, ledger, "row", claim)
       SELECT report, ledger, "row", claim FROM claim WHERE ledger = $2 AND claim IN (${places})
       AND EXISTS (SELECT 1 FROM report WHERE number = claim.report AND programme = $1 ${oneByOne})
       ON CONFLICT DO NOTHING`,
      [programme, ledger, ...claims],
    );
  }
}
