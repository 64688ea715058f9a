import { failed, ok, type Outcome } from '../outcome.js';
import type { MoneyEntry } from '../ports/money-ledger.port.js';
import { remainderOf } from '../remainder.js';
import { system, type Service } from '../service.js';
import type { SubjectKey } from '../subject.js';

export type NewMoneyEntry = Pick<MoneyEntry, 'kind' | 'fen' | 'document'>;

/** Records what was awarded or paid, with its document. */
export class RecordMoneyEntry {
  constructor(private readonly service: Service) {}

  /** The same document with the same amount again is the entry that there is. */
  execute(key: SubjectKey, entry: NewMoneyEntry): Promise<Outcome<MoneyEntry>> {
    return this.service.transactions.run(() => this.record(key, entry));
  }

  private async record(key: SubjectKey, entry: NewMoneyEntry): Promise<Outcome<MoneyEntry>> {
    const { money, programmes, audit, ids, clock } = this.service;
    const programme = programmes.find(({ id }) => id === key.programme);
    if (!programme) return failed({ kind: 'unknown-programme', programme: key.programme });
    const entries = await money.entries(key);
    const { kind, fen, document } = entry;
    const known = entries.find((each) => each.kind === kind && each.document === document);
    if (known?.fen === fen) return ok(known);
    if (known) return failed({ kind: 'document-used', document, fen: known.fen });
    const { award, remaining } = remainderOf(entries);
    if (kind === 'award') {
      const { least, most } = programme.money.award;
      if (award) return failed({ kind: 'award-exists', document: award.document });
      if (fen < least || fen > most)
        return failed({ kind: 'award-out-of-bounds', fen, least, most });
    } else {
      if (remaining === null) return failed({ kind: 'no-award' });
      if (fen > remaining) return failed({ kind: 'exceeds-remainder', fen, remaining });
    }
    const recorded = { ...entry, id: ids.next(), recordedAt: clock.now() };
    await money.add(key, recorded);
    const about = { entry: recorded.id, ...key, kind, fen: fen.toString(), document };
    await audit.add({ at: recorded.recordedAt, who: system, what: 'money-entry-recorded', about });
    return ok(recorded);
  }
}
