import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Problem } from '#engine';
import { writeMarkedCopy } from '#report';
import { frozenDocument } from '../frozen-document.js';
import { failed, ok, type Outcome } from '../outcome.js';
import { programmeOf } from '../programme-of.js';
import { readOnce } from '../scratch.js';
import type { Service } from '../service.js';
import { standings } from '../standing.js';
import type { SubjectKey } from '../subject.js';
import { FollowReport } from './follow-report.use-case.js';

/** How many problems are read at a time. */
const batch = 500;

/** Gives the clerk's own workbook back with its problems marked in it (标注副本). */
export class MarkReport {
  private readonly followReport: FollowReport;

  constructor(private readonly service: Service) {
    this.followReport = new FollowReport(service);
  }

  /** Only an accepted workbook can be marked. Nothing is left behind once the copy is closed. */
  async execute(
    key: SubjectKey,
    id: string,
  ): Promise<Outcome<{ readonly name: string; readonly copy: Readable }>> {
    const followed = await this.followReport.execute(key, id);
    if (!followed.ok) return followed;
    const { fileName, file, state } = followed.value.report;
    const isWorkbook = fileName.toLowerCase().endsWith('.xlsx');
    if (!isWorkbook || state.kind !== 'accepted') return failed({ kind: 'not-to-be-marked', id });
    const { files, scratch, ids } = this.service;
    const [original, marked] = [join(scratch, ids.next()), join(scratch, ids.next())];
    try {
      await files.copyTo(file, original);
      const problems = [
        ...(await this.ownProblems(id)),
        ...(await this.problemsTogether(key, file, state.year)),
      ];
      await writeMarkedCopy(original, problems, createWriteStream(marked, { mode: 0o600 }));
    } catch (error) {
      await rm(marked, { force: true });
      throw error;
    } finally {
      await rm(original, { force: true });
    }
    const name = `${fileName.slice(0, -'.xlsx'.length)}-标注.xlsx`;
    return ok({ name, copy: readOnce(marked) });
  }

  private async ownProblems(id: string): Promise<readonly Problem[]> {
    const problems: Problem[] = [];
    for (let from: number | null = 0; from !== null;) {
      const page = await this.service.reports.problems(id, { limit: batch, from });
      problems.push(...page.items);
      from = page.next;
    }
    return problems;
  }

  /** Those that show once it is put together with the others, in the draft or else as submitted. */
  private async problemsTogether(
    key: SubjectKey,
    file: string,
    year: number,
  ): Promise<readonly Problem[]> {
    const { programmes, determinations } = this.service;
    const programme = programmeOf(programmes, key.programme);
    const assessed = programme.ok && programme.value.years.find((each) => each >= year);
    if (!assessed) return [];
    for (const standing of standings) {
      const current = await determinations.current(key, assessed, standing);
      const canonical = current && (await determinations.canonical(key, current.hash));
      const document = canonical === undefined ? undefined : frozenDocument(canonical);
      if (document?.inputs.some((input) => input.file === file)) {
        return document.problems.filter((problem) => problem.file === file);
      }
    }
    return [];
  }
}
