import { moveFrom, nextMoves } from '../money/release-moves.js';
import { failed, type Failure, type Outcome } from '../outcome.js';
import { system, type Actor } from '../people/actor.js';
import type { Release, ReleaseMoveRecord } from '../ports/release-store.port.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { unreplaced } from '../unreplaced.js';
import { hasBasisChanged, ReadRelease, type ShownRelease } from './read-release.use-case.js';

/** What somebody does with a release, with what it takes. */
export type NewReleaseMove =
  | { readonly move: 'approve'; readonly shown: string; readonly opinion: string | null }
  | { readonly move: 'reject' | 'withdraw' | 'cancel'; readonly opinion: string }
  | { readonly move: 'pay'; readonly document: string }
  | { readonly move: 'fail'; readonly document: string; readonly opinion: string }
  | {
      readonly move: 'return';
      readonly document: string;
      readonly opinion: string;
      /** What came back, in 分. */
      readonly returned: bigint;
    };

/** Moves a release on: one person proposes, another approves, and what is paid is recorded. */
export class MoveRelease {
  private readonly readRelease: ReadRelease;

  constructor(private readonly service: Service) {
    this.readRelease = new ReadRelease(service);
  }

  /**
   * Where what the release rests on has changed since it was proposed, it can be neither approved nor
   * paid: it becomes void, which is recorded, and the failure says so.
   */
  execute(
    actor: Actor,
    key: SubjectKey,
    id: string,
    asked: NewReleaseMove,
  ): Promise<Outcome<ShownRelease>> {
    return this.service.transactions.run(async () => {
      const shown = await this.readRelease.execute(key, id);
      if (!shown.ok) return shown;
      const failure = await this.move(actor, key, shown.value, asked);
      return failure ? failed(failure) : this.readRelease.execute(key, id);
    });
  }

  private async move(
    actor: Actor,
    key: SubjectKey,
    { release, shown, gate }: ShownRelease,
    asked: NewReleaseMove,
  ): Promise<Failure | undefined> {
    const { state, fen, returned } = release;
    const { move } = asked;
    const step = moveFrom(state, move);
    if (!step) {
      const possible = nextMoves(state).map((each) => each.move);
      return { kind: 'move-not-possible', move, state, possible };
    }
    if (step.role !== actor.role) return { kind: 'move-of-another-role', move };
    const decides = move === 'approve' || move === 'reject';
    if (decides && actor.account === release.proposedBy) return { kind: 'own-proposal' };
    if ((move === 'approve' || move === 'pay') && hasBasisChanged({ release, shown })) {
      const opinion = '所依据的数据已变化';
      await this.record(system, key, release, { move: 'void', to: 'void', opinion });
      return { kind: 'release-void', why: gate.why };
    }
    if (move === 'approve' && asked.shown !== shown) return { kind: 'not-what-is-shown' };
    if (move === 'return' && asked.returned <= 0n) return { kind: 'amount-needed' };
    if (move === 'return' && asked.returned > fen - returned) {
      return { kind: 'exceeds-release', fen: asked.returned, left: fen - returned };
    }
    const used = await this.usedBefore(key, asked);
    if (used !== undefined) return { kind: 'document-used', ...used };
    await this.record(actor, key, release, { ...asked, to: step.to });
    return undefined;
  }

  private async record(
    { account }: Actor,
    key: SubjectKey,
    release: Release,
    done: Pick<ReleaseMoveRecord, 'move' | 'to'> & Partial<ReleaseMoveRecord>,
  ): Promise<void> {
    const { releases, audit, clock } = this.service;
    const nothing = { opinion: null, document: null, returned: null, shown: null };
    const record = { ...nothing, ...done, who: account, at: clock.now() };
    const returned = release.returned + (record.returned ?? 0n);
    await releases.move({ ...release, state: done.to, returned }, record);
    const { move, document, at } = record;
    const about = {
      ...{ release: release.id, ...key, move },
      ...(document !== null && { document }),
      ...(record.returned !== null && { fen: String(record.returned) }),
    };
    await audit.add({ at, who: account, what: 'release-moved', about });
  }

  /** What was paid to a subject, or came back from it, by this number before. */
  private async usedBefore(key: SubjectKey, asked: NewReleaseMove) {
    if (asked.move !== 'pay' && asked.move !== 'return') return undefined;
    const { money, releases } = this.service;
    const { move, document } = asked;
    const entries = unreplaced(await money.entries(key));
    const first = entries.find((each) => each.kind === 'payment' && each.document === document);
    if (first && move === 'pay') return { document, fen: first.fen };
    for (const { id, fen } of await releases.all(key)) {
      const moves = await releases.moves(id);
      const done = moves.find((each) => each.move === move && each.document === document);
      if (done) return { document, fen: done.returned ?? fen };
    }
    return undefined;
  }
}
