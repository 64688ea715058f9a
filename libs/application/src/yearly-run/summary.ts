import {
  provinceOf,
  type DeterminationDocument,
  type GateState,
  type Outcome,
  type Programme,
} from '#engine';
import { outcomeChanges, type OutcomeChange } from '../outcome-changes.js';

/** A subject of a run, with all that its line in the summary is made of. */
export interface AssessedSubject {
  readonly code: string;
  readonly name: string;
  /** Null where it has reported nothing. */
  readonly assessed: { readonly hash: string; readonly document: DeterminationDocument } | null;
  /** The determination in force for the year before, where there is one. */
  readonly yearBefore: DeterminationDocument | null;
  /** What may go out to it on this determination, in 分, once there is a conclusion. */
  readonly releasable: bigint;
}

/** How many of each. */
type Tally = Readonly<Record<string, number>>;

/** What a yearly run came to (年度评定汇总): JSON, money in 分 as text. */
export interface YearlySummary {
  readonly programme: string;
  readonly rulebook: string;
  readonly year: number;
  /** How many subjects, by their overall gate; who reported nothing is `undetermined`. */
  readonly gates: Tally;
  readonly provinces: readonly { readonly province: string; readonly gates: Tally }[];
  readonly targets: readonly { readonly target: string; readonly outcomes: Tally }[];
  /** Over all subjects. */
  readonly releasable: string;
  readonly subjects: readonly SubjectSummary[];
}

interface SubjectSummary {
  readonly code: string;
  readonly name: string;
  readonly determination: string | null;
  readonly quantified: GateState;
  readonly overall: GateState;
  /** Targets that are due and not met, with what is missing to their threshold. */
  readonly notMet: readonly { readonly target: string; readonly margin: string | null }[];
  /** Targets that cannot be judged, with why and what would settle it (中文). */
  readonly undetermined: readonly { readonly target: string; readonly reason: string }[];
  /** What is another than in the year before. */
  readonly changes: readonly OutcomeChange[];
  readonly releasable: string;
}

/** @param subjects in order of code */
export function summarise(
  { id, version, targets }: Programme,
  year: number,
  subjects: readonly AssessedSubject[],
): YearlySummary {
  const lines = subjects.map(lineOf);
  const provinces = [...new Set(subjects.map(({ code }) => provinceOf(code)))].sort();
  const outcomesOf = (target: string) =>
    subjects.map(({ assessed }) => outcomeOf(assessed?.document, target));
  return {
    ...{ programme: id, rulebook: version, year },
    gates: gatesOf(lines),
    provinces: provinces.map((province) => ({
      province,
      gates: gatesOf(lines.filter(({ code }) => provinceOf(code) === province)),
    })),
    targets: targets.map(({ id: target }) => ({
      target,
      outcomes: tally(['met', 'not_met', 'undetermined', 'not_applicable'], outcomesOf(target)),
    })),
    releasable: String(subjects.reduce((sum, { releasable }) => sum + releasable, 0n)),
    subjects: lines,
  };
}

function lineOf({ code, name, assessed, yearBefore, releasable }: AssessedSubject): SubjectSummary {
  const subject = { code, name, releasable: String(releasable) };
  if (!assessed) {
    const undecided = { quantified: 'undetermined', overall: 'undetermined' } as const;
    const nothing = { notMet: [], undetermined: [], changes: [] };
    return { ...subject, determination: null, ...undecided, ...nothing };
  }
  const { hash, document } = assessed;
  const { gate, targets } = document;
  const withOutcome = (outcome: Outcome) => targets.filter((each) => each.overall === outcome);
  return {
    ...{ ...subject, determination: hash, quantified: gate.quantified, overall: gate.overall },
    notMet: withOutcome('not_met')
      .filter(({ due }) => due)
      .map(({ id, margin }) => ({ target: id, margin })),
    undetermined: withOutcome('undetermined').map(({ id, reason, awaiting }) => ({
      target: id,
      reason: [reason, ...awaiting.map(({ what }) => `待核查：${what}`)].join('；'),
    })),
    changes: yearBefore ? outcomeChanges(yearBefore, document) : [],
  };
}

function outcomeOf(document: DeterminationDocument | undefined, target: string): Outcome {
  return document?.targets.find(({ id }) => id === target)?.overall ?? 'undetermined';
}

const gatesOf = (lines: readonly SubjectSummary[]) =>
  tally(
    ['eligible', 'ineligible', 'undetermined'],
    lines.map(({ overall }) => overall),
  );

function tally<K extends string>(words: readonly K[], found: readonly K[]): Tally {
  const count = (word: K) => found.filter((each) => each === word).length;
  return Object.fromEntries(words.map((word) => [word, count(word)]));
}
