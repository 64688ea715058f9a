import { engineVersion, type DeterminationDocument } from '#engine';
import { frozenDocument } from '../frozen-document.js';
import { outcomeChanges, type OutcomeChange } from '../outcome-changes.js';
import { acceptedPlans, planOf } from '../plan-in-force.js';
import type { FrozenDetermination } from '../ports/determination-store.port.js';
import type { EvaluationOrder } from '../ports/evaluator.port.js';
import { programmeOf } from '../programme-of.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';

/** What came of making a stored determination again from the inputs that it names. */
export type Remade =
  | { readonly kind: 'same' }
  /** Other bytes; `changes` names the gates and targets whose outcome is another. */
  | { readonly kind: 'different'; readonly changes: readonly OutcomeChange[] }
  /** Made by rules or an engine that this version does not hold. */
  | { readonly kind: 'other-version'; readonly rulebook: string; readonly engine: string };

/** Makes stored determinations again. */
export class RemakeDetermination {
  constructor(
    private readonly service: Pick<
      Service,
      'programmes' | 'determinations' | 'reports' | 'plans' | 'evaluator'
    >,
  ) {}

  /** Under the versions that it was made by (verify). Throws where there is no such determination. */
  async verify(key: SubjectKey, hash: string): Promise<Remade> {
    const document = await this.document(key, hash);
    const { rulebook, engine } = document;
    const programme = programmeOf(this.service.programmes, key.programme);
    if (!programme.ok || programme.value.version !== rulebook || engine !== engineVersion) {
      return { kind: 'other-version', rulebook, engine };
    }
    return this.compare(key, hash, document);
  }

  /** Under the rules of today (replay). Throws where there is no such determination. */
  async replay(key: SubjectKey, hash: string): Promise<Remade> {
    return this.compare(key, hash, await this.document(key, hash));
  }

  private async document(key: SubjectKey, hash: string): Promise<DeterminationDocument> {
    const canonical = await this.service.determinations.canonical(key, hash);
    if (canonical === undefined) throw new Error(`no determination ${hash}`);
    return frozenDocument(canonical);
  }

  private async compare(
    key: SubjectKey,
    hash: string,
    document: DeterminationDocument,
  ): Promise<Remade> {
    const made: FrozenDetermination[] = [];
    for (const order of await this.orders(key, document)) {
      made.push(await this.service.evaluator.evaluate(order));
    }
    if (made.some((each) => each.hash === hash)) return { kind: 'same' };
    const last = made.at(-1);
    if (!last) throw new Error(`the plan ${document.plan ?? ''} of ${hash} is gone`);
    const now = frozenDocument(last.canonical);
    return { kind: 'different', changes: outcomeChanges(document, now) };
  }

  /** One for each accepted filing under the plan's number, which alone does not tell them apart. */
  private async orders(
    key: SubjectKey,
    { subject, year, inputs, findings, rowFindings, disputed, plan }: DeterminationDocument,
  ): Promise<readonly EvaluationOrder[]> {
    const programme = programmeOf(this.service.programmes, key.programme);
    if (!programme.ok) throw new Error(`no programme ${key.programme}`);
    const reports = await Promise.all(
      inputs.map(async ({ file, year: of }) => {
        const report = await this.service.reports.byFile(key, file);
        if (!report) throw new Error(`no report with the file ${file}`);
        return { id: report.id, file, year: of };
      }),
    );
    const order = { key, name: subject.name, year, reports, findings, rowFindings, disputed };
    if (plan === null) return [order];
    const accepted = acceptedPlans(await this.service.plans.all(key));
    return accepted.flatMap(({ document }, index) => {
      const inForce = planOf(accepted.slice(0, index + 1), programme.value);
      return document === plan && inForce ? [{ ...order, plan: inForce }] : [];
    });
  }
}
