import { shownHash } from '../money/shown-release.js';
import { failed, ok, type Outcome } from '../outcome.js';
import type { Release, ReleaseMoveRecord } from '../ports/release-store.port.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { enrolled } from './enrol-subject.use-case.js';
import { ReadGate, type Gate } from './read-gate.use-case.js';

/** What is shown of a release to whoever decides on it. */
export interface ShownRelease {
  readonly release: Release;
  readonly moves: readonly ReleaseMoveRecord[];
  /** As it stands without this release. */
  readonly gate: Gate;
  /** The hash of what is shown, which an approval names. */
  readonly shown: string;
}

/** Whether what a release rests on is another by now than what it was proposed and approved on. */
export function hasBasisChanged({
  release,
  shown,
}: Pick<ShownRelease, 'release' | 'shown'>): boolean {
  return shown !== release.shown;
}

/** Shows a release with all that it rests on. */
export class ReadRelease {
  private readonly readGate: ReadGate;

  constructor(private readonly service: Service) {
    this.readGate = new ReadGate(service);
  }

  /** In a transaction, as what is shown and hashed has to be of one moment. */
  execute(key: SubjectKey, id: string): Promise<Outcome<ShownRelease>> {
    return this.service.transactions.run(() => this.read(key, id));
  }

  private async read(key: SubjectKey, id: string): Promise<Outcome<ShownRelease>> {
    const { releases } = this.service;
    const subject = await enrolled(this.service, key);
    if (!subject.ok) return subject;
    const release = (await releases.all(key)).find((each) => each.id === id);
    if (!release) return failed({ kind: 'unknown-release', id });
    const gate = await this.readGate.execute(key, release.year, id);
    if (!gate.ok) return gate;
    const shown = shownHash(release, gate.value);
    return ok({ release, moves: await releases.moves(id), gate: gate.value, shown });
  }
}
