import { releaseLetterPaper, selfAssessmentPaper, summaryPaper, type Composed } from '#papers';
import { formatQuantity, type DeterminationDocument, type Programme } from '#engine';
import { frozenDocument } from '../frozen-document.js';
import { dayOf } from '../instant.js';
import { failed, ok, type Outcome } from '../outcome.js';
import type { PaperMatter } from '../ports/paper-store.port.js';
import type { Subject } from '../ports/subject-store.port.js';
import type { Service } from '../service.js';
import type { Standing } from '../standing.js';
import { ReadGate } from '../use-cases/read-gate.use-case.js';
import { hasBasisChanged, ReadRelease } from '../use-cases/read-release.use-case.js';
import { weightsOf } from '../use-cases/record-weights.use-case.js';

/** What a paper is asked for about. */
export type AskedPaper =
  | { readonly kind: 'self-assessment'; readonly year: number; readonly standing: Standing }
  | { readonly kind: 'summary'; readonly year: number }
  | { readonly kind: 'release-letter'; readonly release: string };

/** A paper that could be issued. */
export interface PaperDraft extends Composed {
  readonly matter: PaperMatter;
  readonly determination: string;
}

/** Composes papers from what is kept. */
export class PaperDrafts {
  private readonly readGate: ReadGate;
  private readonly readRelease: ReadRelease;

  constructor(private readonly service: Service) {
    this.readGate = new ReadGate(service);
    this.readRelease = new ReadRelease(service);
  }

  compose(programme: Programme, subject: Subject, asked: AskedPaper): Promise<Outcome<PaperDraft>> {
    switch (asked.kind) {
      case 'self-assessment':
        return this.selfAssessment(programme, subject, asked.year, asked.standing);
      case 'summary':
        return this.summary(programme, subject, asked.year);
      case 'release-letter':
        return this.releaseLetter(programme, subject, asked.release);
    }
  }

  private async selfAssessment(
    programme: Programme,
    subject: Subject,
    year: number,
    standing: Standing,
  ): Promise<Outcome<PaperDraft>> {
    const found = await this.determination(subject, year, standing);
    if (!found) return failed({ kind: 'not-evaluated', year });
    const { document, hash } = found;
    const weights = await weightsOf(this.service, programme.id, year);
    const composed = selfAssessmentPaper({
      ...{ programme, document, isSubmitted: standing === 'submitted' },
      ...(await this.told(subject, document)),
      ...(weights && { weights }),
    });
    const matter = { kind: 'self-assessment', year, standing, release: null } as const;
    return ok({ matter, determination: hash, ...composed });
  }

  private async summary(
    programme: Programme,
    subject: Subject,
    year: number,
  ): Promise<Outcome<PaperDraft>> {
    const found = await this.determination(subject, year, 'submitted');
    if (!found) return failed({ kind: 'not-evaluated', year });
    const gate = await this.readGate.execute(subject, year);
    if (!gate.ok) return gate;
    const { conclusion, money } = gate.value;
    const { document, hash } = found;
    const composed = summaryPaper({
      ...{ programme, document, hash, conclusion },
      money: {
        ...{ award: inWanYuan(money.award), remaining: inWanYuan(money.remaining) },
        ...{ paid: wanYuan(money.paid), released: wanYuan(money.released) },
      },
    });
    const matter = { kind: 'summary', year, standing: 'submitted', release: null } as const;
    return ok({ matter, determination: hash, ...composed });
  }

  private async releaseLetter(
    programme: Programme,
    subject: Subject,
    id: string,
  ): Promise<Outcome<PaperDraft>> {
    const read = await this.readRelease.execute(subject, id);
    if (!read.ok) return read;
    const { release, moves, gate } = read.value;
    const { state, year, fen } = release;
    const approval = moves.find(({ move }) => move === 'approve');
    if (!approval || !standingStates.some((each) => each === state)) {
      return failed({ kind: 'release-not-approved', state });
    }
    // What it rests on is not kept apart from the hash of what was shown of it.
    if (hasBasisChanged(read.value)) return failed({ kind: 'release-basis-changed' });
    const { determination, conclusion, money } = gate;
    if (determination === null) return failed({ kind: 'not-evaluated', year });
    const composed = releaseLetterPaper({
      ...{ programme, subject, year, amount: wanYuan(fen), conclusion, determination },
      ...{ award: inWanYuan(money.award), approvedOn: dayOf(approval.at) },
    });
    const matter = { kind: 'release-letter', year, standing: 'submitted', release: id } as const;
    return ok({ matter, determination, ...composed });
  }

  private async determination(key: Subject, year: number, standing: Standing) {
    const { determinations } = this.service;
    const current = await determinations.current(key, year, standing);
    const canonical = current && (await determinations.canonical(key, current.hash));
    if (!current || canonical === undefined) return undefined;
    return { hash: current.hash, document: frozenDocument(canonical) };
  }

  /** What the assessed year's reports say beside their figures. */
  private async told(key: Subject, { year, inputs }: DeterminationDocument) {
    const { reports } = this.service;
    const files = inputs.filter((each) => each.year === year);
    const found = await Promise.all(files.map(({ file }) => reports.byFile(key, file)));
    const told = found.flatMap((report) => report ?? []);
    const { statements } = await reports.stated(told.map(({ id }) => id));
    const said = statements.filter(({ deviation }) => deviation !== '');
    const filledBy = told.map(({ state }) => (state.kind === 'accepted' ? state.filledBy : ''));
    return {
      filledBy: filledBy.find((name) => name !== '') ?? '',
      deviations: new Map(said.map(({ target, deviation }) => [target, deviation])),
    };
  }
}

/** A release in one of these was approved, and its money is out or on its way. */
export const standingStates = ['approved', 'paid'] as const;

const wanYuan = (fen: bigint) => formatQuantity(fen, '万元');
const inWanYuan = (fen: bigint | null) => (fen === null ? null : wanYuan(fen));
