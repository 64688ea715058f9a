import { measuresGrowth, type Finding, type Target } from '#engine';
import { evaluationJobs } from '../evaluation-jobs.js';
import { unreplaced } from '../unreplaced.js';
import { failed, ok, type Outcome } from '../outcome.js';
import type { FindingRecord } from '../ports/finding-store.port.js';
import { programmeOf } from '../programme-of.js';
import type { Actor } from '../people/actor.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { enrolled } from './enrol-subject.use-case.js';

export interface NewFinding extends Finding {
  /** The finding that this one corrects. */
  readonly replaces?: string;
}

/** Records what a reviewer decided (核查结论), and has that year evaluated again. */
export class RecordFinding {
  constructor(private readonly service: Service) {}

  async execute(
    actor: Actor,
    key: SubjectKey,
    finding: NewFinding,
  ): Promise<Outcome<FindingRecord>> {
    const unfit = this.unfit(key, finding);
    if (unfit) return unfit;
    return this.service.transactions.run(() => this.record(actor, key, finding));
  }

  private unfit({ programme: id }: SubjectKey, { target: targetId, on, ...rest }: NewFinding) {
    const programme = programmeOf(this.service.programmes, id);
    if (!programme.ok) return programme;
    const { year, outcome, document } = rest;
    const { years, targets } = programme.value;
    if (!years.includes(year)) return failed({ kind: 'year-not-assessed', year, years });
    const target = targets.find((each) => each.id === targetId);
    if (!target) {
      const known = targets.map((each) => each.id);
      return failed({ kind: 'unknown-target', target: targetId, known });
    }
    if (outcome === 'not_applicable' && document === undefined) {
      return failed({ kind: 'document-needed', outcome });
    }
    const known = [...decidable(target), ...(outcome === 'not_applicable' ? [targetId] : [])];
    if (known.includes(on)) return undefined;
    return failed({ kind: 'nothing-to-decide', target: targetId, on, known });
  }

  private async record(
    actor: Actor,
    key: SubjectKey,
    finding: NewFinding,
  ): Promise<Outcome<FindingRecord>> {
    const { transactions, queue, findings, jobs, audit, ids, clock } = this.service;
    const subject = await enrolled(this.service, key);
    if (!subject.ok) return subject;
    const all = unreplaced(await findings.all(key));
    const current = all.find((each) => isSameMatter(each, finding));
    const { replaces = null, ...rest } = finding;
    if (replaces !== null && current?.id !== replaces) {
      return failed({ kind: 'not-the-current-finding', replaces });
    }
    if (replaces === null && current) return failed({ kind: 'finding-exists', id: current.id });
    const at = clock.now();
    const record = { ...rest, id: ids.next(), replaces, recordedAt: at };
    await findings.add(key, record);
    for (const job of await evaluationJobs(this.service, key, finding.year)) {
      if (job.year === finding.year) await jobs.add(job);
    }
    transactions.afterCommit(() => queue.wake());
    const about = { finding: record.id, ...key, year: finding.year, target: finding.target };
    await audit.add({ at, who: actor.account, what: 'finding-recorded', about });
    return ok(record);
  }
}

/** What a finding can be about: aspects, or confirmations and the base that growth starts from. */
function decidable(target: Target): readonly string[] {
  if (target.kind === 'qualitative') return target.aspects.map(({ id }) => id);
  const base = target.tests.some(({ measure }) => measuresGrowth(measure)) ? ['base'] : [];
  return [...target.confirmations.map(({ id }) => id), ...base];
}

function isSameMatter(a: Finding, b: Finding): boolean {
  return a.target === b.target && a.on === b.on && a.year === b.year;
}
