import type { DisputedItem, Finding, Programme, RowFinding } from '#engine';
import { disputedItems } from '../disputes.js';
import { unreplaced } from '../unreplaced.js';
import type { FrozenDetermination } from '../ports/determination-store.port.js';
import type { FindingRecord } from '../ports/finding-store.port.js';
import { acceptedPlans, planOf } from '../plan-in-force.js';
import type { PlanFiling } from '../ports/plan-store.port.js';
import type { RowFindingRecord } from '../ports/row-finding-store.port.js';
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
  readonly rowFindings: readonly RowFindingRecord[];
  readonly disputed: readonly DisputedItem[];
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
      const inputs = await this.inputs(of.value, code, year, standing);
      const { reports, findings, rowFindings, disputed, plans } = inputs;
      const plan = planOf(plans, of.value);
      const order = {
        ...{ key, name, year, reports, findings: findings.map(bare) },
        ...{ rowFindings: rowFindings.map(bareRow), disputed },
        ...(plan && { plan }),
      };
      const frozen = await evaluator.evaluate(order);
      const kept = await transactions.run(async () => {
        const now = await this.inputs(of.value, code, year, standing);
        if (nameOf(now) !== nameOf(inputs)) return false;
        await this.keep(key, year, standing, frozen);
        return true;
      });
      if (kept) return frozen.hash;
    }
  }

  private async inputs(
    programme: Programme,
    code: string,
    year: number,
    standing: Standing,
  ): Promise<Inputs> {
    const { findings, rowFindings, plans } = this.service;
    const key = { programme: programme.id, code };
    const reports = await this.service.reports.accepted(key, year, standing);
    const current = unreplaced(await findings.all(key));
    return {
      reports,
      findings: current.filter((finding) => finding.year === year),
      rowFindings: unreplaced(await rowFindings.all(key)).filter((each) => each.year <= year),
      disputed: await disputedItems(this.service, programme, code, year, reports),
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

function nameOf({ reports, findings, rowFindings, disputed, plans }: Inputs): string {
  const ids = [...reports, ...findings, ...rowFindings, ...plans].map(({ id }) => id);
  return JSON.stringify([ids, disputed]);
}

function bare({ target, on, year, outcome, reason, document }: FindingRecord): Finding {
  return { target, on, year, outcome, reason, ...(document !== undefined && { document }) };
}

function bareRow({ ledger, item, year, outcome, reason }: RowFindingRecord): RowFinding {
  return { ledger, item, year, outcome, reason };
}
