import { availableParallelism } from 'node:os';

export default {
  testSequencer: '<rootDir>/config/slowest-first.mjs',
  testMatch: ['<rootDir>/{apps,libs,config,test}/**/*.spec.ts'],
  // The tests wait for processes and servers more than they compute.
  maxWorkers: availableParallelism() + 1,
  // Less than a worker ever takes: each suite gets a new one. What suites leave behind in Node itself,
  // as AsyncLocalStorage does, slowed those after them by half.
  workerIdleMemoryLimit: '1KB',
  // Ends what hangs, and nothing else: a busy machine must not make tests fail.
  testTimeout: 600_000,
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^#(\\w+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
