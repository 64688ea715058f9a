// How Stryker runs the engine's tests: all of them loaded once into one process, where each change
// is then switched on in turn. Jest itself would link every module anew for each of thousands.
import { copyFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { PluginKind, declareClassPlugin } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { expect } from 'expect';
import { describe, getState, it, test } from 'jest-circus';

/** The engine's own specs and the recorded determinations, and none that is random or large. */
function specs() {
  const engine = 'dist/libs/engine/src';
  const own = readdirSync(engine).filter((name) => /^[\w-]+\.spec\.js$/.test(name));
  return [...own.map((name) => `${engine}/${name}`), 'dist/test/scenarios/recorded.spec.js'];
}

/** What the recorded determinations are read from. */
const record = 'scenarios/recorded.jsonl';

class LoadedTests {
  /** What the changed modules read and count in. */
  #changes = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
  /** By id, the quickest first once they have been run. */
  #tests = new Map();

  /** Nothing is loaded again, nor need be: no change is active before its tests run. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    copyFileSync(`test/${record}`, `dist/test/${record}`);
    Object.assign(globalThis, { describe, expect, it, test });
    for (const spec of specs()) await import(pathToFileURL(resolve(spec)).href);
    for (const { name, run } of testsIn(getState().rootDescribeBlock)) {
      const id = `${this.#tests.size} ${name}`;
      this.#tests.set(id, { id, name, run });
    }
  }

  async dryRun() {
    const tests = [];
    for (const each of this.#tests.values()) {
      this.#changes.currentTestId = each.id;
      tests.push(await tried(each));
    }
    delete this.#changes.currentTestId;
    const quickest = tests.toSorted((one, other) => one.timeSpentMs - other.timeSpentMs);
    this.#tests = new Map(quickest.map(({ id }) => [id, this.#tests.get(id)]));
    const { mutantCoverage } = this.#changes;
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  /** Ends with the first test that notices. */
  async mutantRun({ activeMutant, testFilter = [...this.#tests.keys()], hitLimit }) {
    const wanted = new Set(testFilter);
    const tests = [];
    Object.assign(this.#changes, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    for (const each of this.#tests.values()) {
      if (!wanted.has(each.id)) continue;
      tests.push(await tried(each));
      if (tests.at(-1).status === TestStatus.Failed) break;
    }
    const { hitCount } = this.#changes;
    Object.assign(this.#changes, { activeMutant: undefined, hitCount: undefined });
    const endless = determineHitLimitReached(hitCount, hitLimit);
    return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests });
  }
}

function* testsIn({ children, hooks, name }, outer = []) {
  if (hooks.length > 0) throw new Error(`${name}: hooks are not run here`);
  for (const child of children) {
    const names = [...outer, child.name];
    if (child.type === 'describeBlock') yield* testsIn(child, names);
    else yield { name: names.join(' '), run: child.fn };
  }
}

async function tried({ id, name, run }) {
  const started = performance.now();
  const result = { id, name, status: TestStatus.Success };
  try {
    await run();
  } catch (error) {
    Object.assign(result, { status: TestStatus.Failed, failureMessage: String(error) });
  }
  return { ...result, timeSpentMs: performance.now() - started };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'loaded', LoadedTests)];
