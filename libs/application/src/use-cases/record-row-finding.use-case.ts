import { claimKeys, isSameItem, itemKey, type Ledger, type RowFinding } from '#engine';
import { evaluationJobs } from '../evaluation-jobs.js';
import { failed, ok, type Outcome } from '../outcome.js';
import type { Actor } from '../people/actor.js';
import type { ContestedRow } from '../ports/claim-store.port.js';
import type { RowFindingRecord } from '../ports/row-finding-store.port.js';
import { programmeOf } from '../programme-of.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { unreplaced } from '../unreplaced.js';
import { enrolled } from './enrol-subject.use-case.js';

export interface NewRowFinding extends Pick<RowFinding, 'ledger' | 'outcome' | 'reason'> {
  /** An official report, or the one that {@link replaces} was about; and the row that was looked at. */
  readonly part: string;
  readonly row: number;
  /** The finding that this one corrects. */
  readonly replaces: string | null;
}

/**
 * Records what a reviewer decided about a single row (单行核查结论), and has evaluated again whatever
 * it bears on: the subject, and those who claim the same.
 */
export class RecordRowFinding {
  constructor(private readonly service: Service) {}

  async execute(
    actor: Actor,
    key: SubjectKey,
    finding: NewRowFinding,
  ): Promise<Outcome<RowFindingRecord>> {
    const programme = programmeOf(this.service.programmes, key.programme);
    if (!programme.ok) return programme;
    const { ledgers } = programme.value;
    const ledger = ledgers.find(({ id }) => id === finding.ledger);
    if (!ledger) {
      const known = ledgers.map(({ id }) => id);
      return failed({ kind: 'unknown-ledger', ledger: finding.ledger, known });
    }
    const { transactions } = this.service;
    return transactions.run(() => this.record(actor, key, ledger, finding));
  }

  private async record(
    actor: Actor,
    { programme, code }: SubjectKey,
    ledger: Ledger,
    { part, row, replaces, ...rest }: NewRowFinding,
  ): Promise<Outcome<RowFindingRecord>> {
    const { reports, rowFindings, audit, ids, clock } = this.service;
    const key = { programme, code };
    const subject = await enrolled(this.service, key);
    if (!subject.ok) return subject;
    const official = await reports.accepted(key, Infinity, 'submitted');
    const findings = unreplaced(await rowFindings.all(key));
    // A finding can be taken back after its row was.
    const corrected = findings.find((each) => each.id === replaces && each.part === part);
    const { year } = official.find(({ id }) => id === part) ?? corrected ?? {};
    const values = year === undefined ? undefined : await reports.row(part, ledger.id, row);
    if (year === undefined || !values) {
      return failed({ kind: 'unknown-row', part, sheet: ledger.sheet, row });
    }
    const item = itemKey(ledger, values);
    const current = findings.find(
      (each) => each.ledger === ledger.id && each.item === item && each.year === year,
    );
    if (replaces !== null && current?.id !== replaces) {
      return failed({ kind: 'not-the-current-finding', replaces });
    }
    if (replaces === null && current) return failed({ kind: 'finding-exists', id: current.id });
    const parts = new Set([...official.map(({ id }) => id), part]);
    const rivals = await this.rivals(key, ledger, values, [...parts]);
    if (rest.outcome === 'confirmed') {
      const same = rivals.filter((rival) => isSameItem(ledger, values, rival.values));
      const owner = await this.owner(programme, ledger, same);
      if (owner !== undefined) return failed({ kind: 'claim-confirmed', owner });
    }
    const at = clock.now();
    const record = { ...rest, id: ids.next(), item, year, part, row, replaces, recordedAt: at };
    await rowFindings.add(key, record);
    await this.evaluateAgain(programme, [code, ...rivals.map((rival) => rival.code)], year);
    const about = { finding: record.id, ...key, year, ledger: ledger.id, outcome: rest.outcome };
    await audit.add({ at, who: actor.account, what: 'row-finding-recorded', about });
    return ok(record);
  }

  /** Rows of others that claim what a row claims, whether or not they are official still. */
  private async rivals(
    { code }: SubjectKey,
    ledger: Ledger,
    values: ContestedRow['values'],
    parts: readonly string[],
  ): Promise<readonly ContestedRow[]> {
    const keys = claimKeys(ledger, values);
    const contested = await this.service.claims.contested(parts);
    return contested.filter(
      (row) => row.code !== code && row.ledger === ledger.id && keys.includes(row.claim),
    );
  }

  /** The subject of which a finding has confirmed the item of these rows, if any. */
  private async owner(
    programme: string,
    ledger: Ledger,
    rivals: readonly ContestedRow[],
  ): Promise<string | undefined> {
    for (const { code, values, year } of rivals) {
      const found = unreplaced(await this.service.rowFindings.all({ programme, code }));
      const item = itemKey(ledger, values);
      const isConfirmed = found.some(
        (each) =>
          each.outcome === 'confirmed' &&
          each.ledger === ledger.id &&
          each.item === item &&
          (ledger.span === 'stock' || each.year === year),
      );
      if (isConfirmed) return code;
    }
    return undefined;
  }

  private async evaluateAgain(programme: string, codes: readonly string[], year: number) {
    const { transactions, queue, jobs } = this.service;
    for (const code of new Set(codes)) {
      const asked = await evaluationJobs(this.service, { programme, code }, year);
      for (const job of asked) await jobs.add(job);
    }
    transactions.afterCommit(() => queue.wake());
  }
}
