import { failed, ok, type Outcome } from '../outcome.js';
import { standingStates } from '../papers/paper-draft.js';
import { verificationCodeIn } from '../papers/verification-code.js';
import type { PaperRecord } from '../ports/paper-store.port.js';
import { programmeOf } from '../programme-of.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { isAbout } from './issue-paper.use-case.js';
import { hasBasisChanged, ReadRelease } from './read-release.use-case.js';

/** Whether a paper still holds, or what came after it. */
export type PaperStanding =
  | 'in-force'
  | 'replaced'
  | 'determination-changed'
  /** What was approved is not what there is by now, so that it cannot be paid. */
  | 'release-basis-changed'
  | 'release-ended';

/** What anybody who holds a paper is told of it. */
export interface VerifiedPaper {
  readonly paper: PaperRecord;
  readonly programmeName: string;
  readonly subjectName: string;
  readonly standing: PaperStanding;
}

/** Looks a paper up by the code that it bears (文件核验). */
export class VerifyPaper {
  private readonly readRelease: ReadRelease;

  constructor(private readonly service: Service) {
    this.readRelease = new ReadRelease(service);
  }

  async execute(typed: string): Promise<Outcome<VerifiedPaper>> {
    const { papers, subjects, programmes } = this.service;
    const paper = await papers.byCode(verificationCodeIn(typed));
    if (!paper) return failed({ kind: 'unknown-verification-code' });
    const { programme: id } = paper.subject;
    const programme = programmeOf(programmes, id);
    const subject = await subjects.byKey(paper.subject);
    return ok({
      paper,
      programmeName: programme.ok ? programme.value.name : id,
      subjectName: subject?.name ?? paper.subject.code,
      standing: await this.standingOf(paper),
    });
  }

  private async standingOf(paper: PaperRecord): Promise<PaperStanding> {
    const { papers, determinations } = this.service;
    const { subject, year, standing, release, determination } = paper;
    const last = (await papers.all(subject)).findLast((each) => isAbout(each, paper));
    if (last?.id !== paper.id) return 'replaced';
    if (release !== null) return this.standingOfRelease(subject, release);
    const current = await determinations.current(subject, year, standing);
    return current?.hash === determination ? 'in-force' : 'determination-changed';
  }

  private async standingOfRelease(key: SubjectKey, id: string): Promise<PaperStanding> {
    const read = await this.readRelease.execute(key, id);
    if (!read.ok) return 'release-ended';
    const { state } = read.value.release;
    if (!standingStates.some((each) => each === state)) return 'release-ended';
    // What is paid was paid on what held then, whatever came after.
    const holds = state === 'paid' || !hasBasisChanged(read.value);
    return holds ? 'in-force' : 'release-basis-changed';
  }
}
