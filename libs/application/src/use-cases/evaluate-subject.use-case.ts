import { canonicalText, evaluate, type Finding, type ReportContent } from '#engine';
import { sha256 } from '../hash.js';
import type { FindingRecord } from '../ports/finding-store.port.js';
import type { AcceptedReport } from '../ports/report-store.port.js';
import { system, type Service } from '../service.js';
import type { SubjectKey } from '../subject.js';

/** What a determination is made from. */
interface Inputs {
  readonly reports: readonly AcceptedReport[];
  readonly findings: readonly FindingRecord[];
}

/** Evaluates a subject for a year on the evidence, and freezes the outcome. */
export class EvaluateSubject {
  constructor(private readonly service: Service) {}

  /** Throws where the programme, or any report of the subject, is missing: nothing asks for that. */
  async execute(key: SubjectKey, year: number): Promise<void> {
    let kept = false;
    while (!kept) {
      const inputs = await this.inputs(key, year);
      const frozen = await this.determine(key, year, inputs);
      kept = await this.service.transactions.run(async () => {
        const now = await this.inputs(key, year);
        if (nameOf(now) !== nameOf(inputs)) return false;
        await this.keep(key, year, frozen);
        return true;
      });
    }
  }

  private async inputs(key: SubjectKey, year: number): Promise<Inputs> {
    const { reports, findings } = this.service;
    const all = await findings.all(key);
    return { reports: await reports.accepted(key, year), findings: currentFindings(all, year) };
  }

  private async determine(key: SubjectKey, year: number, { reports, findings }: Inputs) {
    const programme = this.service.programmes.find(({ id }) => id === key.programme);
    const latest = reports.at(-1);
    if (!programme || !latest) throw new Error(`nothing to evaluate: ${key.programme} ${key.code}`);
    const contents: ReportContent[] = [];
    for (const report of reports) contents.push(await this.service.reports.content(report));
    const document = evaluate(programme, {
      subject: { code: key.code, name: latest.subjectName },
      year,
      basis: 'evidence',
      reports: contents,
      findings: findings.map(bare),
    });
    const canonical = canonicalText(document);
    return { document, canonical, hash: sha256(canonical) };
  }

  private async keep(
    key: SubjectKey,
    year: number,
    frozen: Awaited<ReturnType<EvaluateSubject['determine']>>,
  ): Promise<void> {
    const { determinations, audit, clock } = this.service;
    const at = clock.now();
    if (!(await determinations.add(key, frozen, at))) return;
    const about = { ...key, year, determination: frozen.hash };
    await audit.add({ at, who: system, what: 'determination-made', about });
  }
}

/** The findings of a year that no later one replaces. */
function currentFindings(all: readonly FindingRecord[], year: number): readonly FindingRecord[] {
  const replaced = new Set(all.map(({ replaces }) => replaces));
  return all.filter((finding) => finding.year === year && !replaced.has(finding.id));
}

function nameOf({ reports, findings }: Inputs): string {
  return [...reports, ...findings].map(({ id }) => id).join();
}

function bare({ target, on, year, outcome, reason, document }: FindingRecord): Finding {
  return { target, on, year, outcome, reason, ...(document !== undefined && { document }) };
}
