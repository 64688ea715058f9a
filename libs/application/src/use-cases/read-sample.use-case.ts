import { comparedUnit, type CellValue, type VerdictDocument } from '#engine';
import { frozenDocument } from '../frozen-document.js';
import { failed, ok, type Outcome } from '../outcome.js';
import type { Mark, Sample, SampledRow } from '../ports/sample-store.port.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';

/** A sample with what was found so far, beside what the subject declared. */
export interface SampleFound extends Omit<Sample, 'rows'> {
  readonly rows: readonly (SampledRow & {
    readonly position: number;
    readonly cells: Readonly<Record<string, CellValue>>;
    /** The one that holds. */
    readonly mark: Omit<Mark, 'position'> | null;
  })[];
  readonly confirmed: number;
  readonly notConfirmed: number;
  /** Of the rows that are marked, whole hundredths of a percent, rounded half up; null for none. */
  readonly confirmedShare: number | null;
  /** Of the year's official determination; empty before there is one. */
  readonly declaredAndDerived: readonly Pick<
    VerdictDocument,
    'id' | 'name' | 'unit' | 'declared' | 'derived' | 'difference'
  >[];
}

/** Reads a sample, with the confirmed share beside the difference of declared and derived. */
export class ReadSample {
  constructor(private readonly service: Service) {}

  async execute(key: SubjectKey, year: number, id: string): Promise<Outcome<SampleFound>> {
    const { samples } = this.service;
    const sample = (await samples.ofYear(key, year)).find((each) => each.id === id);
    if (!sample) return failed({ kind: 'unknown-sample', id });
    const marks = new Map(
      (await samples.marks(id)).map(({ position, ...mark }) => [position, mark]),
    );
    const outcomes = [...marks.values()].map(({ outcome }) => outcome);
    const confirmed = outcomes.filter((outcome) => outcome === 'confirmed').length;
    const cells = await samples.cells(id);
    return ok({
      ...sample,
      rows: sample.rows.map((row, index) => ({
        ...{ ...row, position: index + 1 },
        ...{ cells: cells[index] ?? {}, mark: marks.get(index + 1) ?? null },
      })),
      ...{ confirmed, notConfirmed: marks.size - confirmed },
      // Half up in whole numbers: twice the quotient and one more, halved.
      confirmedShare:
        marks.size === 0 ? null : Math.floor((confirmed * 20_000 + marks.size) / (marks.size * 2)),
      declaredAndDerived: await this.declaredAndDerived(key, year),
    });
  }

  private async declaredAndDerived(key: SubjectKey, year: number) {
    const { determinations } = this.service;
    const current = await determinations.current(key, year, 'submitted');
    if (!current) return [];
    const canonical = await determinations.canonical(key, current.hash);
    if (canonical === undefined) throw new Error(`no determination ${current.hash}`);
    return frozenDocument(canonical)
      .targets.filter(({ kind }) => kind === 'measured')
      .map((verdict) => {
        const { id, name, declared, derived, difference } = verdict;
        return { id, name, unit: comparedUnit(verdict), declared, derived, difference };
      });
  }
}
