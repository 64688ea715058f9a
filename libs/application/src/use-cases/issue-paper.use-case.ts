import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalText } from '#engine';
import type { Issue, Paper } from '#papers';
import { checkpointText } from '../checkpoint-text.js';
import { sha256 } from '../hash.js';
import { dayOf } from '../instant.js';
import { ok, type Outcome } from '../outcome.js';
import { PaperDrafts, type AskedPaper, type PaperDraft } from '../papers/paper-draft.js';
import { newVerificationCode } from '../papers/verification-code.js';
import type { Actor } from '../people/actor.js';
import type {
  PaperFormat,
  PaperKind,
  PaperMatter,
  PaperRecord,
} from '../ports/paper-store.port.js';
import type { PaperWriter } from '../ports/paper-writer.port.js';
import { programmeOf } from '../programme-of.js';
import type { Service } from '../service.js';
import type { SubjectKey } from '../subject.js';
import { enrolled } from './enrol-subject.use-case.js';

export type { AskedPaper };

/** What each kind is issued as. */
const formatsOf: Readonly<Record<PaperKind, readonly PaperFormat[]>> = {
  'self-assessment': ['docx', 'pdf', 'xlsx'],
  summary: ['docx', 'pdf'],
  'release-letter': ['docx', 'pdf'],
};

interface HashedDraft extends PaperDraft {
  /** SHA-256 of what it says, whatever the format. */
  readonly content: string;
}

interface WrittenFile {
  readonly format: PaperFormat;
  readonly sha256: string;
  /** Where it is for the moment. */
  readonly path: string;
}

/** Issues papers (出具文件): what was issued is kept to the byte, and can be looked up by its code. */
export class IssuePaper {
  private readonly drafts: PaperDrafts;

  constructor(
    private readonly service: Service,
    private readonly writer: PaperWriter,
  ) {
    this.drafts = new PaperDrafts(service);
  }

  /** @returns the paper in force where it says the same already */
  async execute(actor: Actor, key: SubjectKey, asked: AskedPaper): Promise<Outcome<PaperRecord>> {
    const draft = await this.compose(key, asked);
    if (!draft.ok) return draft;
    const inForce = await this.inForce(key, draft.value);
    if (inForce) return ok(inForce);
    const issued = await this.issue(actor, key, asked, draft.value);
    return issued ?? this.execute(actor, key, asked);
  }

  private async compose(key: SubjectKey, asked: AskedPaper): Promise<Outcome<HashedDraft>> {
    const programme = programmeOf(this.service.programmes, key.programme);
    if (!programme.ok) return programme;
    const subject = await enrolled(this.service, key);
    if (!subject.ok) return subject;
    const draft = await this.drafts.compose(programme.value, subject.value, asked);
    if (!draft.ok) return draft;
    return ok({ ...draft.value, content: sha256(canonicalText(draft.value.paper)) });
  }

  private async inForce(key: SubjectKey, draft: HashedDraft): Promise<PaperRecord | undefined> {
    const last = (await this.service.papers.all(key)).findLast((each) =>
      isAbout(each, draft.matter),
    );
    return last && saysTheSame(last, draft) ? last : undefined;
  }

  /** @returns undefined where by the time it is written there is something else to say */
  private async issue(
    { account }: Actor,
    { programme, code: subjectCode }: SubjectKey,
    asked: AskedPaper,
    draft: HashedDraft,
  ): Promise<Outcome<PaperRecord> | undefined> {
    const { transactions, papers, files, audit, ids, clock } = this.service;
    const { matter, determination, content, gist, paper } = draft;
    const subject = { programme, code: subjectCode };
    const [at, code] = [clock.now(), newVerificationCode()];
    const checkpoint = checkpointText(await audit.checkpoint());
    const issue = { code, on: dayOf(at), checkpoint };
    const written: WrittenFile[] = [];
    try {
      for (const format of formatsOf[matter.kind]) {
        const file = await this.write(format, paper, issue);
        if (!file.ok) return file;
        written.push(file.value);
      }
      return await transactions.run(async () => {
        // Writing takes long: what it tells of may have changed or ended meanwhile.
        const now = await this.compose(subject, asked);
        if (!now.ok) return now;
        if (!saysTheSame(now.value, draft)) return undefined;
        // Somebody else may have asked for the same.
        const inForce = await this.inForce(subject, draft);
        if (inForce) return ok(inForce);
        for (const each of written) await files.add(each.sha256, each.path);
        const issued: PaperRecord = {
          ...{ ...matter, id: ids.next(), code, subject, determination, content, gist },
          ...{ issuedAt: at, issuedBy: account },
          files: written.map(({ format, sha256: hash }) => ({ format, sha256: hash })),
        };
        await papers.add(issued);
        const about = { paper: issued.id, ...subject, year: matter.year, kind: matter.kind };
        await audit.add({ at, who: account, what: 'paper-issued', about });
        return ok(issued);
      });
    } finally {
      for (const { path } of written) await rm(path, { force: true });
    }
  }

  private async write(
    format: PaperFormat,
    paper: Paper,
    issue: Issue,
  ): Promise<Outcome<WrittenFile>> {
    const { scratch, ids } = this.service;
    const bytes = await this.writer.write({ kind: 'paper', format, paper, issue });
    if (!bytes.ok) return bytes;
    const path = join(scratch, ids.next());
    await writeFile(path, bytes.value, { mode: 0o600 });
    const hash = createHash('sha256').update(bytes.value).digest('hex');
    return ok({ format, path, sha256: hash });
  }
}

function saysTheSame(
  one: Pick<PaperRecord, 'content' | 'determination'>,
  other: Pick<PaperRecord, 'content' | 'determination'>,
): boolean {
  return one.content === other.content && one.determination === other.determination;
}

/** Whether two papers are about the same, so that the later one replaces the earlier. */
export function isAbout(one: PaperMatter, other: PaperMatter): boolean {
  return (
    one.kind === other.kind &&
    one.year === other.year &&
    one.standing === other.standing &&
    one.release === other.release
  );
}
