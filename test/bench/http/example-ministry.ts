import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalText } from '#engine';
import {
  determine,
  frozenDocument,
  type FrozenDetermination,
  type Stores,
  type SubjectKey,
} from '#application';
import { readWholeReport, type WholeReport } from '#report';
import { programmes } from '#rulebook';
import { thrivingCity } from '../../../apps/server/src/demonstration/city.js';
import { inventReport } from '../../../apps/server/src/demonstration/invented-report.js';
import { workbookOf } from '../../../apps/server/src/demonstration/workbook.js';
import { exampleSubject } from '../../example-subject.js';

export const programme = '2019-city-operation';
export const assessedYear = 2021;
const at = '2022-02-01T09:00:00.000+08:00';
const model = '950000';

/** The codes of so many invented cities, over several provinces. */
export const codesOf = (cities: number): readonly string[] =>
  Array.from(
    { length: cities },
    (_, city) => `${95 + (city % 5)}${String(city + 1).padStart(4, '0')}`,
  );

/**
 * Fills a store with so many cities, each of which reported three years, was verified and evaluated,
 * awarded and paid: each has the determination of one and the same city under its own code.
 */
export async function foundMinistry(stores: Stores, cities: number, folder: string): Promise<void> {
  const whole = await modelReports(folder);
  const frozen = determine(
    programmes,
    {
      ...{ key: { programme, code: model }, name: '示例市', year: assessedYear },
      reports: whole.map(({ content: { file, year } }) => ({ id: file, file, year })),
      ...{ findings: [], rowFindings: [], disputed: [] },
    },
    whole.map(({ content }) => content),
  );
  for (const code of codesOf(cities)) {
    await stores.transactions.run(() => foundCity(stores, code, whole, under(code, frozen)));
  }
}

async function foundCity(
  stores: Stores,
  code: string,
  whole: readonly WholeReport[],
  frozen: FrozenDetermination,
): Promise<void> {
  const key = { programme, code };
  await stores.audit.add({ at, who: 'system', what: 'subject-enrolled', about: key });
  await stores.subjects.add(exampleSubject(code));
  for (const report of whole) await addReport(stores, key, report);
  await stores.determinations.add(key, 'submitted', frozen, at);
  for (const [index, target] of ['service-industry', 'cluster-zone'].entries()) {
    await stores.findings.add(key, {
      ...{ id: uuid(code, 30 + index), target, on: 'level', year: assessedYear, outcome: 'met' },
      ...{ reason: '经查阅证明材料，予以认定。', replaces: null, recordedAt: at },
    });
  }
  const document = '示例核〔2019〕1号';
  await stores.money.add(key, {
    ...{ id: uuid(code, 40), kind: 'award', fen: 18_000_000_000n, document },
    ...{ replaces: null, recordedAt: at },
  });
  await stores.money.add(key, {
    ...{ id: uuid(code, 41), kind: 'payment', fen: 12_000_000_000n, document },
    ...{ replaces: null, recordedAt: at },
  });
}

async function addReport(stores: Stores, key: SubjectKey, { cover, content }: WholeReport) {
  const { file, year } = content;
  const id = uuid(key.code, year);
  await stores.reports.add({
    ...{ id, subject: key, file, fileName: `${year}.xlsx`, fileSize: 100_000 },
    ...{ receivedAt: at, receivedFrom: 'system', beside: false },
  });
  const writer = await stores.reports.write(id);
  const nothing = { ledgers: {}, figures: [], statements: [], problems: [] };
  const { filledOn, filledBy, contact, phone } = cover;
  await writer.accept(
    nothing,
    {
      ...{ subjectName: '示例市', year, filledOn, filledBy, contact, phone },
      ...{ rows: { accepted: 5000, rejected: 0 }, problems: { error: 0, warning: 0, notice: 0 } },
    },
    at,
  );
  const [submit, forward, verify] = [
    { move: 'submit', from: 'draft', to: 'submitted', role: 'city-clerk' },
    { move: 'forward', from: 'submitted', to: 'forwarded', role: 'provincial-reviewer' },
    { move: 'verify', from: 'forwarded', to: 'verified', role: 'ip-reviewer' },
  ] as const;
  for (const [index, move] of [submit, forward, verify].entries()) {
    await stores.moves.add(key, {
      ...{ id: uuid(key.code, year * 10 + index), year, round: 1, sequence: index + 1, at },
      ...{ ...move, who: 'somebody', opinion: '同意', reasons: [], parts: [id] },
    });
  }
}

async function modelReports(folder: string): Promise<readonly WholeReport[]> {
  const city = thrivingCity(model, '示例市');
  const reports: WholeReport[] = [];
  for (const { year } of city.years) {
    const path = join(folder, `${year}.xlsx`);
    await writeFile(path, await workbookOf(programme, inventReport(city, year)));
    const report = await readWholeReport(path, programmes);
    if (report.kind !== 'read') throw new Error(report.message);
    reports.push(report);
  }
  return reports;
}

function under(code: string, { canonical, document }: FrozenDetermination): FrozenDetermination {
  const own = frozenDocument(canonical);
  const text = canonicalText({ ...own, subject: { ...own.subject, code } });
  return { hash: createHash('sha256').update(text).digest('hex'), canonical: text, document };
}

const uuid = (code: string, of: number) =>
  `${code}00-0000-4000-8000-${String(of).padStart(12, '0')}`;
