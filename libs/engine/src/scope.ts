import type { Evidence } from './evidence.js';
import type { Day } from './calendar.js';
import { EvidenceIndex } from './evidence-index.js';
import type { StatedFigure } from './figure-book.js';
import type { Ledger } from './ledger.js';
import { assessedUntil, type Programme } from './programme.js';
import type { ByReading, ChosenReadings } from './reading.js';

/** What a condition is decided in: the evidence, the assessed year and the readings in force. */
export class Scope {
  readonly periodStart: Day;
  /** The last day on which facts count. */
  readonly until: Day;

  constructor(
    readonly programme: Programme,
    readonly evidence: Evidence,
    readonly year: number,
    readonly readings: ChosenReadings,
    readonly index: EvidenceIndex = new EvidenceIndex(evidence),
  ) {
    this.periodStart = programme.period.from;
    this.until = assessedUntil(programme, year);
  }

  /** The same evidence with one reading switched. */
  reading(id: string, value: string): Scope {
    const readings = { ...this.readings, [id]: value };
    return new Scope(this.programme, this.evidence, this.year, readings, this.index);
  }

  /** A figure of the assessed year. */
  figure(code: string): StatedFigure {
    return this.evidence.figures.stated(code, this.year);
  }

  /** Assessed years up to this one whose report lacks the sheet. */
  yearsWithout(ledger: Ledger): number[] {
    const { filed } = this.index.ledger(ledger);
    return this.evidence.reported.filter(
      (year) => this.programme.years.includes(year) && !filed.has(year),
    );
  }

  /** The choice that a reading makes. */
  choose<T>({ reading, choices }: Omit<ByReading<T>, 'kind'>): T {
    const value = this.readings[reading];
    const chosen = value === undefined ? undefined : choices[value];
    if (chosen === undefined) throw new Error(`reading ${reading} has no value '${String(value)}'`);
    return chosen;
  }
}
