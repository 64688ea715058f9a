import { basename } from 'node:path';
import type { Problem, Programme, ReportContent } from '#engine';
import {
  readWholeReport,
  systemErrorCode,
  type ProblemCode,
  type Unreadable,
  type WholeReport,
} from '#report';
import { programmes } from '#rulebook';
import type { FileNames } from './result-json.js';

/** The reports of one subject under one programme, by year, then hash. */
export interface GivenReports {
  readonly kind: 'reports';
  readonly programme: Programme;
  /** Named as the latest report names it. */
  readonly subject: { readonly code: string; readonly name: string };
  readonly contents: readonly ReportContent[];
  readonly problems: readonly Problem[];
  /** What the files were called, by hash; the whole path where two share a name. */
  readonly names: FileNames;
}

export interface RefusedReports {
  readonly kind: 'refused';
  /** What is wrong with each file that cannot be used (中文). */
  readonly sentences: readonly string[];
}

interface ReadFile extends WholeReport {
  readonly path: string;
}

/**
 * Reads report files. The same bytes twice are one report. Refused where a file cannot be read, or
 * belongs to another subject or programme than the first.
 */
export async function readGivenReports(
  paths: readonly string[],
): Promise<GivenReports | RefusedReports> {
  const files = new Map<string, ReadFile>();
  const sentences: string[] = [];
  for (const path of paths) {
    const reading = await readGiven(path);
    if (reading.kind === 'unreadable') sentences.push(`${path}：${reading.message}`);
    else if (!files.has(reading.content.file)) {
      files.set(reading.content.file, { path, ...reading });
    }
  }
  const [first, ...others] = files.values();
  for (const other of others) if (first) sentences.push(...straying(other, first));
  const ordered = [...files.values()].sort(byYearThenHash);
  const latest = ordered.at(-1);
  if (!latest || sentences.length > 0) return { kind: 'refused', sentences };
  return {
    kind: 'reports',
    programme: latest.cover.programme,
    subject: latest.cover.subject,
    contents: ordered.map(({ content }) => content),
    problems: ordered.flatMap((file) => problemsOf(file, ordered)),
    names: namesOf(ordered),
  };
}

/**
 * Reads a report. A file that the system does not hand over is refused like any other: here the one
 * who asks is the one who can see to it.
 */
async function readGiven(
  path: string,
): Promise<WholeReport | Pick<Unreadable, 'kind' | 'message'>> {
  try {
    return await readWholeReport(path, programmes);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    const message = `文件打不开（${code}），请核对路径和读取权限。The file cannot be opened; check its path and permissions.`;
    return { kind: 'unreadable', message };
  }
}

/** A file's problems, but for the sheets that another part of the same year's report has. */
function problemsOf({ content: { year }, problems }: ReadFile, files: readonly ReadFile[]) {
  const parts = files.filter(({ content }) => content.year === year);
  return problems.filter(
    ({ code, sheet }) =>
      code !== missing ||
      parts.every((part) =>
        part.problems.some((each) => each.code === missing && each.sheet === sheet),
      ),
  );
}

const missing: ProblemCode = 'sheet-missing';

/** Why a file does not belong with the first one. */
function straying(file: ReadFile, first: ReadFile): string[] {
  const [its, expected] = [file.cover, first.cover];
  if (its.programme.id !== expected.programme.id) {
    return [
      `${file.path}：项目编码是${its.programme.id}，与${first.path}的${expected.programme.id}不是同一个项目，不能一起评定。`,
    ];
  }
  if (its.subject.code !== expected.subject.code) {
    return [
      `${file.path}：主体代码是${its.subject.code}，与${first.path}的${expected.subject.code}不是同一个主体，不能一起评定。`,
    ];
  }
  return [];
}

function byYearThenHash({ content: a }: ReadFile, { content: b }: ReadFile): number {
  return a.year - b.year || (a.file < b.file ? -1 : 1);
}

function namesOf(files: readonly ReadFile[]): Map<string, string> {
  const names = files.map(({ path }) => basename(path));
  return new Map(
    files.map(({ path, content }, index) => {
      const name = names[index] ?? path;
      return [content.file, names.indexOf(name) === names.lastIndexOf(name) ? name : path];
    }),
  );
}
