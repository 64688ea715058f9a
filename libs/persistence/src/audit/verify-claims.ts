import { claimKeys, type Ledger } from '#engine';
import { findProgramme } from '#rulebook';
import type { EntityManager } from 'typeorm';
import { oneByOne, ownClaims, waysToClaim } from '../claimed.js';
import { itemFromText } from '../content.mapper.js';
import { ReportMoveEntity } from '../entities/report-move.entity.js';
import type { ReportEntity } from '../entities/report.entity.js';
import { partsFromText } from '../move.mapper.js';
import type { Deviation } from './deviation.js';
import { between } from './sealed-table.js';

/** Claims that are read at once. */
const batch = 2000;
/** Rows whose claims are looked up at once: the more, the more of them are in one page of the index. */
const comparedAtOnce = 250_000;

interface Claim {
  readonly ledger: string;
  readonly claim: string;
  readonly report: number;
  readonly row: number;
}

/** Whether a row of `ledger_row` claims something that is there, in SQL. */
const isThere = `EXISTS (SELECT 1 FROM claim WHERE ledger = own.ledger AND claim = own.claim
  AND report = own.report AND "row" = own."row" ${oneByOne})`;

/**
 * Where the claims of a programme that two of its subjects make differ from what is noted as
 * contested. Few claims are in several reports: whose those are is asked for these alone.
 */
const contestedOrNoted = `WITH contested AS MATERIALIZED (
    SELECT claim.report, claim.ledger, claim."row", claim.claim
    FROM (SELECT ledger, claim FROM claim GROUP BY ledger, claim
          HAVING min(report) < max(report)) AS repeated
    JOIN claim ON claim.ledger = repeated.ledger AND claim.claim = repeated.claim
    JOIN report AS own ON own.number = claim.report
    WHERE EXISTS (SELECT 1 FROM claim AS rival
      WHERE rival.ledger = claim.ledger AND rival.claim = claim.claim
      AND EXISTS (SELECT 1 FROM report WHERE number = rival.report
                  AND programme = own.programme AND subject_code <> own.subject_code ${oneByOne})
      ${oneByOne})),
  noted AS (SELECT report, ledger, "row", claim FROM contested_claim)
  SELECT 1 AS lacking, one.* FROM
    (SELECT * FROM contested EXCEPT SELECT * FROM noted) AS one
  UNION ALL SELECT 0 AS lacking, other.* FROM
    (SELECT * FROM noted EXCEPT SELECT * FROM contested) AS other
  ORDER BY report, ledger, "row", claim`;

/** Makes what the rows of submitted reports claim again, and compares it with what is kept of it. */
export class ClaimVerification {
  /** The ledgers of submitted reports, by the report's number. */
  private readonly submitted = new Map<number, readonly Ledger[]>();
  /** Reports whose content is not what it was: what that claimed, nobody can tell. */
  private readonly unknown = new Set<number>();
  /** Reports whose claims are yet to be looked up, by their ledgers. */
  private readonly waiting = new Map<readonly Ledger[], number[]>();
  private waitingRows = 0;
  /** Claims that are where they should be. */
  private there = 0;

  private constructor(
    private readonly manager: EntityManager,
    private readonly tell: (deviation: Deviation) => void,
    private readonly parts: ReadonlySet<string>,
  ) {}

  /** @param manager within a transaction that sees one moment */
  static async of(
    manager: EntityManager,
    tell: (deviation: Deviation) => void,
  ): Promise<ClaimVerification> {
    const moves = await manager.find(ReportMoveEntity, {
      select: { number: true, parts: true },
      where: { move: 'submit' },
    });
    return new ClaimVerification(manager, tell, new Set(moves.flatMap(partsOf)));
  }

  /**
   * Takes in a report, and tells sooner or later what it claims and is not kept.
   * @param rows how many it contains
   * @param isWhole whether they are what they were
   */
  async take(
    { number, id, programme }: Pick<ReportEntity, 'number' | 'id' | 'programme'>,
    rows: number,
    isWhole: boolean,
  ): Promise<void> {
    // What a report claims is kept from its first submit on, whatever becomes of it later.
    if (!this.parts.has(id)) return;
    if (!isWhole) {
      this.unknown.add(number);
      return;
    }
    const ledgers = findProgramme(programme ?? '')?.ledgers ?? [];
    this.submitted.set(number, ledgers);
    const reports = this.waiting.get(ledgers) ?? [];
    reports.push(number);
    this.waiting.set(ledgers, reports);
    this.waitingRows += rows;
    if (this.waitingRows >= comparedAtOnce) await this.compareWaiting();
  }

  /** Tells, after all reports, what is kept and nobody claims, and what is wrong with the contested. */
  async end(): Promise<void> {
    await this.compareWaiting();
    const [kept] = await this.manager.query<{ sum: number | string }[]>(
      'SELECT count(*) AS sum FROM claim',
    );
    // To count is quick: where every claim is there, as many rows leave none that nobody makes.
    if (Number(kept?.sum) !== this.there) await this.added();
    const contested =
      await this.manager.query<(Claim & { readonly lacking: number })[]>(contestedOrNoted);
    for (const { lacking, report, ledger, row, claim } of contested) {
      const key = [report, ledger, row, claim].join(between);
      const kind = lacking === 1 ? 'row-missing' : 'row-added';
      this.tell({ kind, table: 'contested_claim', row: key });
    }
  }

  private async compareWaiting(): Promise<void> {
    for (const [ledgers, reports] of this.waiting) {
      for (const { ledger, columns } of waysToClaim(ledgers)) {
        await this.compare(reports, ledger, columns);
      }
    }
    this.waiting.clear();
    this.waitingRows = 0;
  }

  private async compare(reports: readonly number[], ledger: string, columns: readonly string[]) {
    const { dataSource } = this.manager;
    const ofLedger = dataSource.driver.createParameter('', 0);
    const where = `report IN (${reports.join()}) AND ledger = ${ofLedger}`;
    const own = ownClaims(dataSource, columns, where);
    const [found] = await this.manager.query<Record<'made' | 'there', number | string>[]>(
      `${own} SELECT count(claim) AS made, count(CASE WHEN ${isThere} THEN 1 END) AS there FROM own`,
      [ledger],
    );
    const there = Number(found?.there);
    this.there += there;
    if (Number(found?.made) === there) return;
    const missing = await this.manager.query<Claim[]>(
      `${own} SELECT * FROM own WHERE claim IS NOT NULL AND NOT ${isThere}
       ORDER BY report, claim, "row"`,
      [ledger],
    );
    for (const each of missing) this.tell({ kind: 'row-missing', ...placeOf(each) });
  }

  private async added(): Promise<void> {
    const { driver } = this.manager.dataSource;
    const places = [0, 1, 2, 3].map((at) => driver.createParameter('', at)).join();
    let last: Claim | undefined;
    do {
      const from = last && [last.ledger, last.claim, last.report, last.row];
      const after = from ? `WHERE (ledger, claim, report, "row") > (${places})` : '';
      const claims = await this.manager.query<(Claim & { readonly item: string | null })[]>(
        `SELECT ledger, claim, report, "row", (SELECT item FROM ledger_row
           WHERE report = claim.report AND ledger = claim.ledger AND "row" = claim."row") AS item
         FROM claim ${after} ORDER BY ledger, claim, report, "row" LIMIT ${batch}`,
        from,
      );
      for (const { item, ...each } of claims) {
        if (!this.isMade(each, item)) this.tell({ kind: 'row-added', ...placeOf(each) });
      }
      last = claims.at(-1);
    } while (last);
  }

  private isMade({ report, ledger: id, claim }: Claim, item: string | null): boolean {
    if (this.unknown.has(report)) return true;
    const ledger = this.submitted.get(report)?.find((each) => each.id === id);
    return !!ledger && item !== null && claimKeys(ledger, itemFromText(item)).includes(claim);
  }
}

function placeOf({ ledger, claim, report, row }: Claim) {
  return { table: 'claim', row: [ledger, claim, report, row].join(between) };
}

/** The parts that a move names; none where they were changed to no list, which its seal tells. */
function partsOf({ parts }: Pick<ReportMoveEntity, 'parts'>): readonly string[] {
  try {
    return partsFromText(parts);
  } catch {
    return [];
  }
}
