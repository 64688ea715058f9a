import type { MoneyRule } from '#engine';
import { positionOf, type MoneyPosition } from '../money/position.js';
import { failed, ok, type Failure, type Outcome } from '../outcome.js';
import type { MoneyEntry } from '../ports/money-ledger.port.js';
import { programmeOf } from '../programme-of.js';
import type { Actor } from '../people/actor.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { unreplaced } from '../unreplaced.js';
import { enrolled } from './enrol-subject.use-case.js';

export type NewMoneyEntry = Omit<MoneyEntry, 'id' | 'recordedAt'>;

/** Records what was awarded or paid, with its document, or corrects such an entry by another. */
export class RecordMoneyEntry {
  constructor(private readonly service: Service) {}

  /**
   * The same document with the same content again is the entry that there is. A correction counts in
   * place of the entry that it names, and keeps to all that this one had to keep to.
   */
  execute(
    actor: Actor,
    key: SubjectKey,
    entry: NewMoneyEntry,
  ): Promise<Outcome<{ readonly entry: MoneyEntry; readonly isNew: boolean }>> {
    return this.service.transactions.run(() => this.record(actor, key, entry));
  }

  private async record(actor: Actor, key: SubjectKey, entry: NewMoneyEntry) {
    const { money, releases, conclusions, programmes, audit, ids, clock } = this.service;
    const programme = programmeOf(programmes, key.programme);
    if (!programme.ok) return programme;
    const subject = await enrolled(this.service, key);
    if (!subject.ok) return subject;
    const entries = await money.entries(key);
    const { kind, fen, document, replaces } = entry;
    const sameDocument = entries.filter((each) => each.kind === kind && each.document === document);
    const known = sameDocument.find((each) => each.fen === fen && each.replaces === replaces);
    if (known) return ok({ entry: known, isNew: false });
    const inForce = unreplaced(entries);
    if (replaces !== null && !inForce.some((each) => each.id === replaces && each.kind === kind)) {
      return failed({ kind: 'not-the-current-money-entry', replaces });
    }
    const used = sameDocument.find(
      (each) => replaces === null || (inForce.includes(each) && each.id !== replaces),
    );
    if (used) return failed({ kind: 'document-used', document, fen: used.fen });
    const others = inForce.filter(({ id }) => id !== replaces);
    const position = positionOf(others, await releases.all(key));
    // No release is proposed without a conclusion, so that whatever has a release has one.
    const concluded = (await conclusions.all(key)).length > 0;
    const obstacle = obstacleTo(entry, others, { ...position, concluded }, programme.value.money);
    if (obstacle) return failed(obstacle);
    const recorded = { ...entry, id: ids.next(), recordedAt: clock.now() };
    await money.add(key, recorded);
    const about = {
      ...{ entry: recorded.id, ...key, kind, fen: fen.toString(), document },
      ...(replaces !== null && { replaces }),
    };
    await audit.add({
      at: recorded.recordedAt,
      who: actor.account,
      what: 'money-entry-recorded',
      about,
    });
    return ok({ entry: recorded, isNew: true });
  }
}

/**
 * A payment is the part that goes out before any assessment; what follows it is released.
 * @param others those in force that the new entry stands beside, with the position that they come to
 */
function obstacleTo(
  { kind, fen, replaces }: NewMoneyEntry,
  others: readonly MoneyEntry[],
  { paid, released, remaining, concluded }: MoneyPosition & { readonly concluded: boolean },
  rule: MoneyRule,
): Failure | undefined {
  if (fen <= 0n) return { kind: 'amount-needed' };
  if (kind === 'award') {
    const { least, most } = rule.award;
    const award = others.find((each) => each.kind === 'award');
    if (award) return { kind: 'award-exists', document: award.document };
    if (fen < least || fen > most) return { kind: 'award-out-of-bounds', fen, least, most };
    if (fen < paid + released) return { kind: 'award-exceeded', fen, paid, released };
    return undefined;
  }
  if (remaining === null) return { kind: 'no-award' };
  // One that was left out may still be recorded; what is left after one goes out by releases.
  if (rule.firstPayment && concluded && (paid > 0n || replaces !== null)) {
    return { kind: 'payment-after-conclusion' };
  }
  if (fen > remaining) return { kind: 'exceeds-remainder', fen, remaining };
  if (!rule.firstPayment) return undefined;
  const { least, most } = rule.firstPayment;
  const sum = paid + fen;
  if (sum >= least && sum <= most) return undefined;
  return { kind: 'first-payment-out-of-bounds', paid: sum, least, most };
}
