import { shownHash } from '../money/shown-release.js';
import { failed, ok, type Outcome } from '../outcome.js';
import type { Actor } from '../people/actor.js';
import type { Release } from '../ports/release-store.port.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { ReadGate } from './read-gate.use-case.js';

export interface NewRelease {
  readonly year: number;
  /** The hash of the determination that it is proposed on. */
  readonly determination: string;
  /** 分. */
  readonly fen: bigint;
  readonly opinion: string | null;
}

/** Proposes that a part of the remainder goes out, where nothing is in its way. */
export class ProposeRelease {
  private readonly readGate: ReadGate;

  constructor(private readonly service: Service) {
    this.readGate = new ReadGate(service);
  }

  execute(actor: Actor, key: SubjectKey, proposed: NewRelease): Promise<Outcome<Release>> {
    return this.service.transactions.run(() => this.propose(actor, key, proposed));
  }

  private async propose(
    { account }: Actor,
    key: SubjectKey,
    { year, determination, fen, opinion }: NewRelease,
  ): Promise<Outcome<Release>> {
    const { releases, audit, ids, clock } = this.service;
    const gate = await this.readGate.execute(key, year);
    if (!gate.ok) return gate;
    const { why, money } = gate.value;
    if (gate.value.determination !== determination) {
      return failed({ kind: 'not-the-current-determination', determination });
    }
    if (why.length > 0) return failed({ kind: 'gate-closed', why });
    if (fen <= 0n) return failed({ kind: 'amount-needed' });
    const { releasable } = money;
    if (fen > releasable) return failed({ kind: 'exceeds-releasable', fen, releasable });
    const shown = shownHash({ year, fen }, gate.value);
    const at = clock.now();
    const release: Release = {
      ...{ id: ids.next(), year, fen, shown, proposedBy: account, proposedAt: at },
      ...{ state: 'proposed', returned: 0n },
    };
    await releases.add(key, release, {
      ...{ move: 'propose', to: 'proposed', who: account, at, opinion, shown },
      ...{ document: null, returned: null },
    });
    const about = { release: release.id, ...key, year, fen: String(fen), determination };
    await audit.add({ at, who: account, what: 'release-proposed', about });
    return ok(release);
  }
}
