import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EvaluationInput } from '#engine';
import { parsePlan, readWholeReport } from '#report';
import { findProgramme } from '#rulebook';
import { shownIn } from './expectation.js';
import { determinedAgain, digestsOf, writeRecorded } from './recorded.js';
import {
  findingsOf,
  policyOf,
  readScenarios,
  type Scenario,
  type ScenarioFile,
} from './scenario.js';
import { disputedOf, rowFindingsOf } from './spoken-rows.js';
import { overlay, writeReports } from './written-report.js';

const folder = import.meta.dirname;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort();
const reports = mkdtempSync(join(tmpdir(), 'scenarios-'));
/** What is small enough to be made again in a moment is recorded, a line each. */
const record: string[] = [];
const mostRows = 40;
const recordPath = join(folder, 'recorded.jsonl');
afterAll(() => {
  rmSync(reports, { recursive: true });
  if (process.env['RECORD']) writeFileSync(recordPath, record.join(''));
});

let written = 0;

/** What the engine is given for a scenario. */
async function inputOf(file: ScenarioFile, scenario: Scenario): Promise<EvaluationInput> {
  const programme = findProgramme(file.项目);
  if (!programme) throw new Error(`no programme ${file.项目}`);
  const year = Number(scenario.评定年度 ?? file.评定年度);
  const contents = [];
  for (const report of writeReports(programme, overlay(file.共同, scenario.已知))) {
    const path = join(reports, `${++written}.json`);
    writeFileSync(path, JSON.stringify(report));
    const reading = await readWholeReport(path, [programme]);
    if (reading.kind === 'unreadable') throw new Error(reading.message);
    contents.push(reading.content);
  }
  const filed = scenario.方案 === undefined ? undefined : parsePlan(scenario.方案, programme);
  if (filed?.kind === 'invalid') throw new Error(filed.faults.join('\n'));
  const policy = policyOf(scenario);
  return {
    subject: { code: '999901', name: '示例市' },
    year,
    basis: scenario.口径,
    reports: contents,
    findings: findingsOf(scenario, year),
    rowFindings: rowFindingsOf(scenario, programme, contents),
    disputed: disputedOf(scenario, programme, contents),
    readings: scenario.解释,
    ...(filed && { plan: filed.plan }),
    ...(policy && { policy }),
  };
}

const rowsIn = ({ reports: contents }: EvaluationInput) =>
  contents
    .flatMap(({ ledgers }) => Object.values(ledgers))
    .reduce((sum, { rows }) => sum + rows.length, 0);

describe.each(files)('%s', (name) => {
  const file = readScenarios(readFileSync(join(folder, name), 'utf8'));
  it.each(file.情形.map((scenario) => [scenario.名称, scenario] as const))(
    '%s',
    async (title, scenario) => {
      const input = await inputOf(file, scenario);
      const made = { scenario: `${name} ${title}`, programme: file.项目, input };
      const determination = determinedAgain(made);
      if (rowsIn(input) <= mostRows) {
        record.push(`${writeRecorded({ ...made, digests: digestsOf(determination) })}\n`);
      }
      expect(shownIn(determination, scenario.应为)).toEqual(scenario.应为);
    },
  );
});

it('are recorded as they are, where they are small', () => {
  if (!process.env['RECORD']) expect(readFileSync(recordPath, 'utf8')).toBe(record.join(''));
});
