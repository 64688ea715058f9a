// npm run test:mutation [-- --mutate FILE]: changes the engine in every small way, one at a time, and
// sees whether its tests notice.
export default {
  mutate: ['libs/engine/src/**/*.ts', '!**/*.spec.ts', '!**/*-on-trial.ts'],
  buildCommand: 'tsc --noEmit false --noCheck',
  plugins: ['./config/mutation-runner.mjs'],
  testRunner: 'loaded',
  coverageAnalysis: 'perTest',
  // A change that hangs is noticed by what it repeats; a busy machine is not to be taken for one.
  timeoutMS: 120_000,
  ignorePatterns: ['/dist', '/data', '/docs', '/apps'],
  // What runs once as a module is loaded no single test can be held to.
  ignoreStatic: true,
  reporters: ['clear-text'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  tempDirName: 'data/mutation',
  thresholds: { high: 95, low: 90, break: 90 },
};
