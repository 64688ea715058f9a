import { canonicalText, type DeterminationDocument } from '#engine';
import { frozenDocument } from '../frozen-document.js';
import { sha256 } from '../hash.js';
import { system } from '../people/actor.js';
import type { YearlyRunResult } from '../ports/yearly-run-store.port.js';
import { programmeOf } from '../programme-of.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { summarise, type AssessedSubject } from '../yearly-run/summary.js';
import { EvaluateSubject } from './evaluate-subject.use-case.js';
import { ReadGate } from './read-gate.use-case.js';

/** Does the jobs of a yearly run: one for each subject, and one that sums up. */
export class RunYearlyRun {
  private readonly evaluateSubject: EvaluateSubject;
  private readonly readGate: ReadGate;

  constructor(private readonly service: Service) {
    this.evaluateSubject = new EvaluateSubject(service);
    this.readGate = new ReadGate(service);
  }

  /** Evaluates one subject on what it submitted; the last one has the run summed up. */
  async evaluate({ programme, code }: SubjectKey, year: number): Promise<void> {
    const { reports, transactions, queue } = this.service;
    const key = { programme, code };
    const submitted = (await reports.accepted(key, year, 'submitted')).length > 0;
    const determination = submitted
      ? await this.evaluateSubject.execute(key, year, 'submitted')
      : null;
    await transactions.run(() => this.keep(programme, year, { code, determination }));
    queue.wake();
  }

  private async keep(programme: string, year: number, result: YearlyRunResult): Promise<void> {
    const { yearlyRuns, jobs, audit, clock } = this.service;
    const at = clock.now();
    if (!(await yearlyRuns.addResult(programme, year, result, at))) return;
    const { code, determination } = result;
    const about = { programme, code, year, ...(determination !== null && { determination }) };
    await audit.add({ at, who: system.account, what: 'yearly-run-result', about });
    const waiting = await yearlyRuns.waiting(programme, year);
    if (waiting.length === 0) await jobs.add({ kind: 'sum-up-run', programme, year });
  }

  /** Freezes the summary of a run, once. Throws where a subject of it is not evaluated. */
  async sumUp(id: string, year: number): Promise<void> {
    const { programmes, yearlyRuns, transactions, audit, clock } = this.service;
    const programme = programmeOf(programmes, id);
    if (!programme.ok) throw new Error(`no programme ${id}`);
    const waiting = await yearlyRuns.waiting(id, year);
    if (waiting.length > 0) throw new Error(`${waiting.length} subjects are not evaluated yet`);
    const found: Omit<AssessedSubject, 'releasable'>[] = [];
    for (const result of await yearlyRuns.results(id, year)) {
      found.push(await this.assessed(id, year, result));
    }
    await transactions.run(async () => {
      const subjects: AssessedSubject[] = [];
      for (const each of found) {
        subjects.push({ ...each, releasable: await this.releasable(id, year, each) });
      }
      const canonical = canonicalText(summarise(programme.value, year, subjects));
      const summary = { canonical, hash: sha256(canonical) };
      const at = clock.now();
      if (!(await yearlyRuns.end(id, year, summary, at))) return;
      const about = { programme: id, year, summary: summary.hash };
      await audit.add({ at, who: system.account, what: 'yearly-run-finished', about });
    });
  }

  private async assessed(
    programme: string,
    year: number,
    { code, determination: hash }: YearlyRunResult,
  ): Promise<Omit<AssessedSubject, 'releasable'>> {
    const key = { programme, code };
    const subject = await this.service.subjects.byKey(key);
    if (!subject) throw new Error(`no subject ${programme} ${code}`);
    const document = hash === null ? null : await this.document(key, hash);
    const before = await this.service.determinations.current(key, year - 1, 'submitted');
    return {
      ...{ code, name: subject.name },
      assessed: hash === null || document === null ? null : { hash, document },
      yearBefore: before ? await this.document(key, before.hash) : null,
    };
  }

  /** What may go out on the run's determination, in 分, as far as nothing but later steps is open. */
  private async releasable(
    programme: string,
    year: number,
    { code, assessed }: Pick<AssessedSubject, 'code' | 'assessed'>,
  ): Promise<bigint> {
    const gate = await this.readGate.execute({ programme, code }, year);
    if (!gate.ok || !assessed) return 0n;
    const { determination, why, money } = gate.value;
    const waits = why.every((obstacle) => obstacle === 'no-official-conclusion');
    return determination === assessed.hash && waits ? money.releasable : 0n;
  }

  private async document(key: SubjectKey, hash: string): Promise<DeterminationDocument> {
    const canonical = await this.service.determinations.canonical(key, hash);
    if (canonical === undefined) throw new Error(`no determination ${hash}`);
    return frozenDocument(canonical);
  }
}
