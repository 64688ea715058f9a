import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate, type DeterminationDocument } from '#engine';
import { parsePlan, readWholeReport } from '#report';
import { findProgramme } from '#rulebook';
import { shownIn } from './expectation.js';
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
afterAll(() => {
  rmSync(reports, { recursive: true });
});

let written = 0;

async function determine(file: ScenarioFile, scenario: Scenario): Promise<DeterminationDocument> {
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
  return evaluate(programme, {
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
  });
}

describe.each(files)('%s', (name) => {
  const file = readScenarios(readFileSync(join(folder, name), 'utf8'));
  it.each(file.情形.map((scenario) => [scenario.名称, scenario] as const))(
    '%s',
    async (_name, scenario) => {
      const determination = await determine(file, scenario);
      expect(shownIn(determination, scenario.应为)).toEqual(scenario.应为);
    },
  );
});
