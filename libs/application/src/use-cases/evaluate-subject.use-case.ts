import type { Finding } from '#engine';
import { unreplaced } from '../unreplaced.js';
import type { FrozenDetermination } from '../ports/determination-store.port.js';
import type { FindingRecord } from '../ports/finding-store.port.js';
import { acceptedPlans, planOf } from '../plan-in-force.js';
import type { PlanFiling } from '../ports/plan-store.port.js';
import type { AcceptedReport } from '../ports/report-store.port.js';
import { system } from '../people/actor.js';
import { programmeOf } from '../programme-of.js';
import type { Service } from '../service.js';
import type { Standing } from '../standing.js';
import type { SubjectKey } from '../subject.js';

/** What a determination is made from. */
interface Inputs {
  readonly reports: readonly AcceptedReport[];
  readonly findings: readonly FindingRecord[];
  /** The accepted ones. */
  readonly plans: readonly PlanFiling[];
}

/** Evaluates a subject for a year on the evidence, and freezes the outcome. */
export class EvaluateSubject {
  constructor(private readonly service: Service) {}

  /**
   * Throws where the subject, or any report of it, is missing: nothing asks for that.
   * @returns the determination's hash
   */
  async execute(
    { programme, code }: SubjectKey,
    year: number,
    standing: Standing,
  ): Promise<string> {
    const { transactions, evaluator, subjects, programmes } = this.service;
    const of = programmeOf(programmes, programme);
    if (!of.ok) throw new Error(`no programme ${programme}`);
    const key = { programme, code };
    const subject = await subjects.byKey(key);
    if (!subject) throw new Error(`no subject ${programme} ${code}`);
    const { name } = subject;
    for (;;) {
      const inputs = await this.inputs(key, year, standing);
      const { reports, findings, plans } = inputs;
      const plan = planOf(plans, of.value);
      const order = {
        ...{ key, name, year, reports, findings: findings.map(bare) },
        ...{ rowFindings: [], disputed: [] },
        ...(plan && { plan }),
      };
      const frozen = await evaluator.evaluate(order);
      const kept = await transactions.run(async () => {
        const now = await this.inputs(key, year, standing);
        if (nameOf(now) !== nameOf(inputs)) return false;
        await this.keep(key, year, standing, frozen);
        return true;
      });
      if (kept) return frozen.hash;
    }
  }

  private async inputs(key: SubjectKey, year: number, standing: Standing): Promise<Inputs> {
    const { reports, findings, plans } = this.service;
    const current = unreplaced(await findings.all(key));
    return {
      reports: await reports.accepted(key, year, standing),
      findings: current.filter((finding) => finding.year === year),
      plans: acceptedPlans(await plans.all(key)),
    };
  }

  private async keep(
    key: SubjectKey,
    year: number,
    standing: Standing,
    frozen: FrozenDetermination,
  ): Promise<void> {
    const { determinations, audit, clock } = this.service;
    const at = clock.now();
    if (!(await determinations.add(key, standing, frozen, at))) return;
    const about = { ...key, year, standing, determination: frozen.hash };
    await audit.add({ at, who: system.account, what: 'determination-made', about });
  }
}

function nameOf({ reports, findings, plans }: Inputs): string {
  return [...reports, ...findings, ...plans].map(({ id }) => id).join();
}

function bare({ target, on, year, outcome, reason, document }: FindingRecord): Finding {
  return { target, on, year, outcome, reason, ...(document !== undefined && { document }) };
}
