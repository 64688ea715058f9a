import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgramme } from '#rulebook';
import { readScenarios, type Given } from '../scenarios/scenario.js';
import { overlay, writeReports } from '../scenarios/written-report.js';

const root = join(import.meta.dirname, '..', '..');

/** A folder for the files of one test run. */
export const folder = mkdtempSync(join(tmpdir(), 'cli-'));

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Makes the program from the sources of this moment. */
export function build(): void {
  const { status, stderr } = node(join('config', 'ready.mjs'), [], {});
  if (status !== 0) throw new Error(stderr);
}

/** Runs a command in the folder of the test, and waits for its end. */
export function run(words: readonly string[], env: Readonly<Record<string, string>> = {}): Ended {
  return node(join('dist', 'apps', 'cli', 'src', 'main.js'), words, env);
}

function node(script: string, words: readonly string[], env: Readonly<Record<string, string>>) {
  return spawnSync(process.execPath, [join(root, script), ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
}

/** Runs `assess --json` and parses what stdout holds. */
export function assessJson(...words: readonly string[]): unknown {
  const ended = run(['assess', ...words, '--json']);
  if (ended.status !== 0) throw new Error(`status ${ended.status}: ${ended.stderr}`);
  const result: unknown = JSON.parse(ended.stdout);
  return result;
}

/** Puts a file into the folder and returns its name. */
export function put(name: string, content: unknown): string {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(join(folder, name), text);
  return name;
}

const city = needed(findProgramme('2019-city-operation'));

/** The city of the gate's scenarios, which just reaches all ten figures, with other sheets laid on. */
export function allMet(own: Given = {}): Record<string, unknown> {
  const file = readScenarios(
    readFileSync(join(root, 'test/scenarios/2019-city-operation/gate.yaml'), 'utf8'),
  );
  return cityReport(overlay(file.共同, own));
}

/** One report of the invented city, from what a scenario would say of it. */
export function cityReport(given: Given): Record<string, unknown> {
  return needed(writeReports(city, given)[0]);
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing from the test');
  return value;
}
