// npm run test:mutation [-- --mutate FILE]: changes the engine in every small way, one at a time, and
// sees whether its tests notice. What was tried before is not tried again unless it or its tests
// changed: data/long/mutation.json.
import jest from '../jest.config.mjs';

export default {
  mutate: ['libs/engine/src/**/*.ts', '!**/*.spec.ts', '!**/*-on-trial.ts'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: {
    configFile: 'jest.config.mjs',
    config: {
      ...jest,
      // Large and random trials find nothing that the others do not, and take minutes to. Of the
      // scenarios the recorded determinations are enough: nothing is written and read for them.
      testMatch: [
        '<rootDir>/libs/engine/src/!(*.property|*.large).spec.ts',
        '<rootDir>/test/scenarios/recorded.spec.ts',
      ],
    },
  },
  coverageAnalysis: 'perTest',
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
