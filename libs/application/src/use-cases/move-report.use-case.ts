import { reportYears, type Programme } from '#engine';
import { makeOfficial } from '../make-official.js';
import { failed, ok, type Outcome } from '../outcome.js';
import type { Actor } from '../people/actor.js';
import type { MoveRecord, ReturnReason } from '../ports/move-store.port.js';
import { programmeOf } from '../programme-of.js';
import { movesFrom, type MoveName } from '../report-moves.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { enrolled } from './enrol-subject.use-case.js';

export interface NewMove {
  readonly move: MoveName;
  readonly opinion: string;
  /** Needed to return a report, and only then. */
  readonly reasons: readonly ReturnReason[];
}

/** Moves a year's report on: submits, forwards, verifies or returns it. */
export class MoveReport {
  constructor(private readonly service: Service) {}

  /** What was submitted is evaluated again, as it is official from then on. */
  async execute(
    actor: Actor,
    key: SubjectKey,
    year: number,
    asked: NewMove,
  ): Promise<Outcome<MoveRecord>> {
    const { transactions, programmes } = this.service;
    const programme = programmeOf(programmes, key.programme);
    if (!programme.ok) return programme;
    const years = reportYears(programme.value);
    if (!years.includes(year)) return failed({ kind: 'year-not-reported', year, years });
    return transactions.run(() => this.move(actor, key, year, asked, programme.value));
  }

  private async move(
    actor: Actor,
    key: SubjectKey,
    year: number,
    asked: NewMove,
    programme: Programme,
  ): Promise<Outcome<MoveRecord>> {
    const { moves, ids, clock } = this.service;
    const subject = await enrolled(this.service, key);
    if (!subject.ok) return subject;
    const before = await moves.ofYear(key, year);
    const last = before.at(-1);
    const state = last?.to ?? 'draft';
    const possible = movesFrom(state, subject.value.underDirectPlanning);
    const rule = possible.find(({ move, by }) => move === asked.move && by === actor.role);
    if (!rule)
      return failed({ kind: 'report-move-not-possible', move: asked.move, state, possible });
    const parts = rule.move === 'submit' ? await this.draft(key, year) : ok(last ? last.parts : []);
    if (!parts.ok) return parts;
    const unfit = await this.unfitReasons(asked, parts.value, programme);
    if (unfit) return unfit;
    const record: MoveRecord = {
      id: ids.next(),
      year,
      round: (last?.round ?? 0) + (rule.move === 'submit' ? 1 : 0),
      sequence: (last?.sequence ?? 0) + 1,
      ...{ move: rule.move, from: rule.from, to: rule.to, role: rule.by },
      ...{ who: actor.account, at: clock.now() },
      ...{ opinion: asked.opinion, reasons: asked.reasons, parts: parts.value },
    };
    await this.record(key, record);
    if (rule.move === 'submit') {
      await makeOfficial(this.service, programme, key.code, record, before);
    }
    return ok(record);
  }

  /** The parts that a submit freezes. */
  private async draft(key: SubjectKey, year: number): Promise<Outcome<readonly string[]>> {
    const { reports } = this.service;
    // What is still being read may be the very part that was meant.
    const unread = await reports.unread(key);
    if (unread !== undefined) return failed({ kind: 'reading-unfinished', report: unread });
    const parts = (await reports.accepted(key, year, 'draft')).filter((each) => each.year === year);
    if (parts.length === 0) return failed({ kind: 'nothing-to-submit', year });
    return ok(parts.map(({ id }) => id));
  }

  private async unfitReasons(
    { move, reasons }: NewMove,
    parts: readonly string[],
    { targets, ledgers }: Programme,
  ): Promise<Outcome<never> | undefined> {
    if (move !== 'return') {
      return reasons.length > 0 ? failed({ kind: 'reasons-not-asked', move }) : undefined;
    }
    if (reasons.length === 0) return failed({ kind: 'reasons-needed' });
    for (const reason of reasons) {
      if ('target' in reason) {
        const known = targets.map(({ id }) => id);
        if (known.includes(reason.target)) continue;
        return failed({ kind: 'unknown-target', target: reason.target, known });
      }
      const { part, sheet, row } = reason;
      const ledger = ledgers.find((each) => each.sheet === sheet);
      const place = { sheet, row, ledger: ledger?.id ?? null };
      if (parts.includes(part) && (await this.service.reports.holds(part, place))) continue;
      return failed({ kind: 'unknown-row', part, sheet, row });
    }
    return undefined;
  }

  private async record(key: SubjectKey, record: MoveRecord): Promise<void> {
    const { moves, audit } = this.service;
    const { id, move, year, round, at, who } = record;
    await moves.add(key, record);
    const about = { move: id, ...{ programme: key.programme, code: key.code }, year, round };
    await audit.add({ at, who, what: 'report-moved', about: { ...about, step: move } });
  }
}
