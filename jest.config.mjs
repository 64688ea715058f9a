export default {
  testSequencer: '<rootDir>/config/slowest-first.mjs',
  testMatch: ['<rootDir>/{apps,libs,config,test}/**/*.spec.ts'],
  // The tests wait for processes and servers more than they compute.
  maxWorkers: '100%',
  // Some tests start processes; a busy machine must not make them fail.
  testTimeout: 120_000,
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
