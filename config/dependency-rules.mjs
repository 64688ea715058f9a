// The floors of the house: arrows point inward, apps → adapters → application → report, rulebook →
// engine. Specs may look at more than the code that they stand beside.
const spec = '\\.spec\\.ts$';

/** @type {(name: string, from: object, to: object) => object} */
const forbid = (name, from, to) => ({ name, severity: 'error', from, to });

/** A library of which everything that it may import is known. */
const library = (name, ...allowed) =>
  forbid(
    `${name}-points-inward`,
    { path: `^libs/${name}/`, pathNot: spec },
    { path: '^libs/', pathNot: [name, ...allowed].map((lib) => `^libs/${lib}/`) },
  );

const pure = (name) =>
  forbid(
    `${name}-is-pure`,
    { path: `^libs/${name}/`, pathNot: spec },
    { pathNot: ['^libs/', '^apps/', '^test/', 'node_modules/decimal\\.js/'] },
  );

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    pure('engine'),
    pure('rulebook'),
    library('engine'),
    library('rulebook', 'engine'),
    library('report', 'engine'),
    library('contracts', 'engine'),
    library('wording', 'engine'),
    library('terminal', 'wording', 'engine'),
    library('papers', 'wording', 'engine'),
    library('application', 'report', 'papers', 'rulebook', 'engine'),
    library('persistence', 'application', 'report', 'rulebook', 'engine'),
    library('queue', 'application', 'report', 'rulebook', 'engine'),
    forbid('apps-keep-apart', { path: '^apps/([^/]+)/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
    forbid('apps-are-outermost', { path: '^(libs|config)/' }, { path: '^apps/' }),
    forbid(
      'screens-decide-nothing',
      { path: '^apps/web/' },
      { path: '^libs/', pathNot: '^libs/(contracts|engine|rulebook|wording)/' },
    ),
    forbid(
      'product-needs-no-test',
      { path: '^(apps|libs|config)/', pathNot: spec },
      { path: ['^test/', spec] },
    ),
    forbid(
      'product-needs-no-dev-package',
      // The screens are built with theirs inside.
      { path: '^(apps|libs)/', pathNot: [spec, '^apps/web/'] },
      { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    ),
    forbid(
      'only-persistence-sees-typeorm',
      { pathNot: ['^libs/persistence/', '^test/'] },
      { path: 'node_modules/(@nestjs/typeorm|typeorm|better-sqlite3|@types/better-sqlite3)/' },
    ),
    forbid(
      'only-queue-sees-bullmq',
      { pathNot: ['^libs/queue/', '^test/'] },
      { path: 'node_modules/bullmq/' },
    ),
    forbid(
      'paper-writers-load-late',
      // They take a second, and are for the thread that writes papers.
      {
        path: '^(apps|libs|config)/',
        pathNot: [spec, '^apps/web/', '^libs/papers/src/(docx|pdf|xlsx|embedded-font)\\.ts$'],
      },
      {
        path: [
          'node_modules/(docx|exceljs|fontkit|pdfmake)/',
          '^libs/papers/src/(docx|pdf|xlsx)\\.ts$',
        ],
        dependencyTypesNot: ['dynamic-import', 'type-only'],
      },
    ),
    forbid(
      'libraries-have-one-door',
      { path: '^libs/([^/]+)/' },
      { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    ),
    forbid(
      'outsiders-use-the-door',
      { path: '^(apps|test|config)/' },
      { path: '^libs/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    ),
    forbid('no-cycle', {}, { circular: true }),
    forbid(
      'no-orphan',
      { orphan: true, pathNot: [spec, '^apps/[^/]+/src/main\\.ts$', '^config/', '^test/'] },
      {},
    ),
    forbid('everything-resolves', {}, { couldNotResolve: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^dist/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts'],
    },
  },
};
