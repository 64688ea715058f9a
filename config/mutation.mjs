// npm run test:mutation [-- --mutate FILE]: changes the engine in every small way, one at a time, and
// sees whether its tests notice. What was tried before is not tried again unless it or its tests
// changed: data/long/mutation.json.
import { fileURLToPath } from 'node:url';
import jest from '../jest.config.mjs';

export default {
  mutate: ['libs/engine/src/**/*.ts', '!**/*.spec.ts', '!**/*-on-trial.ts'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: {
    configFile: 'jest.config.mjs',
    config: {
      ...jest,
      testMatch: ['<rootDir>/config/mutation-trials.mjs'],
      testEnvironment: fileURLToPath(new URL('mutation-environment.cjs', import.meta.url)),
    },
    // The one suite names its tests only as it runs.
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  // A change that hangs is noticed by what it repeats; a busy machine is not to be taken for one.
  timeoutMS: 120_000,
  ignorePatterns: ['/dist', '/data', '/docs', '/apps'],
  // What runs once as a module is loaded no single test can be held to.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: 'data/long/mutation.json',
  reporters: ['clear-text'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  tempDirName: 'data/mutation',
  thresholds: { high: 95, low: 90, break: 90 },
};
