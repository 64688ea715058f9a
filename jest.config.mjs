export default {
  testSequencer: '<rootDir>/config/slowest-first.mjs',
  testMatch: ['<rootDir>/{apps,libs,config,test}/**/*.spec.ts'],
  // The tests wait for processes and servers more than they compute.
  maxWorkers: '100%',
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
