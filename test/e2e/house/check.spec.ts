import { z } from 'zod';
import { CheckedTree, libraries } from './checked-tree.js';

const tree = new CheckedTree();

afterAll(() => {
  tree.remove();
});

it('passes a tree in which nothing is wrong', () => {
  expect(tree.runAll()).toEqual({ status: 0, output: '检查通过 All checks passed\n' });
});

it('fails as a whole, naming every check that a tree fails', () => {
  tree.write(
    'libs/engine/src/ill.ts',
    'import "#report"\nexport const five: number = "five" as unknown\n',
  );
  const { status, output } = tree.runAll();
  tree.remove('libs/engine/src/ill.ts');
  expect(status).toBe(1);
  for (const check of ['types', 'lint', 'format', 'dependencies', 'unused']) {
    expect(output).toContain(`✗ check:${check}\n`);
  }
});

/** Adds files to the tree for as long as one check takes. */
function checkWith(files: Readonly<Record<string, string>>, check: string, ...options: string[]) {
  for (const [path, content] of Object.entries(files)) tree.write(path, content);
  const result = tree.run(check, ...options);
  for (const path of Object.keys(files)) tree.remove(path);
  return result;
}

it('reports a type error', () => {
  const files = { 'libs/engine/src/ill.ts': "export const five: number = 'five';\n" };
  const { status, output } = checkWith(files, 'types');
  expect(status).not.toBe(0);
  expect(output).toMatch(/libs\/engine\/src\/ill\.ts.*TS2322/);
});

it('reports a file that is not formatted', () => {
  const files = { 'libs/engine/src/ill.ts': 'export const five = "five"\n' };
  const { status, output } = checkWith(files, 'format');
  expect(status).not.toBe(0);
  expect(output).toContain('libs/engine/src/ill.ts');
});

describe('dead code', () => {
  const issue = z.array(z.object({ name: z.string() }));
  const reported = z.object({
    issues: z.array(
      z.object({
        file: z.string(),
        files: issue,
        exports: issue,
        types: issue,
        dependencies: issue,
        unlisted: issue,
      }),
    ),
  });
  const issuesWith = (files: Readonly<Record<string, string>>) =>
    reported.parse(JSON.parse(checkWith(files, 'unused', '--reporter', 'json').output)).issues;

  it('reports a file that nothing imports', () => {
    const issues = issuesWith({ 'libs/engine/src/dead.ts': 'export const dead = 1;\n' });
    expect(issues).toMatchObject([{ files: [{ name: 'libs/engine/src/dead.ts' }] }]);
  });

  it('reports an export and a type that nothing imports, and a package that is not listed', () => {
    const issues = issuesWith({
      'apps/cli/src/part.ts': "import 'zod';\nexport const dead = 1;\nexport type Dead = 1;\n",
      'test/bench/part.bench.ts': "import '../../apps/cli/src/part.js';\n",
    });
    expect(issues).toMatchObject([
      { exports: [{ name: 'dead' }], types: [{ name: 'Dead' }], unlisted: [{ name: 'zod' }] },
    ]);
  });
});

describe('lint', () => {
  const promise = 'export const later = Promise.resolve(1);\n';
  const broken: Readonly<Record<string, readonly [rule: string, source: string]>> = {
    'libs/report/src/any.ts': ['@typescript-eslint/no-explicit-any', 'export const a: any = 1;\n'],
    'libs/report/src/cast.ts': [
      '@typescript-eslint/consistent-type-assertions',
      "export const word = JSON.parse('1') as unknown;\n",
    ],
    'libs/report/src/non-null.ts': [
      '@typescript-eslint/no-non-null-assertion',
      'export const first = (list: readonly string[]) => list[0]!;\n',
    ],
    'libs/report/src/floating.ts': [
      '@typescript-eslint/no-floating-promises',
      `${promise}later.then(String);\n`,
    ],
    'libs/report/src/silenced.ts': [
      '@typescript-eslint/no-explicit-any',
      '// eslint-disable-next-line\nexport const a: any = 1;\n',
    ],
    'libs/report/src/talk.ts': ['no-console', "console.log('talk');\n"],
    'libs/engine/src/clock.ts': ['no-restricted-globals', 'export const now = Date.now();\n'],
    'libs/engine/src/chance.ts': ['no-restricted-properties', 'export const r = Math.random();\n'],
    'libs/rulebook/src/wait.ts': [
      'no-restricted-syntax',
      `${promise}export const wait = async () => await later;\n`,
    ],
  };
  const reported = z.array(
    z.object({
      filePath: z.string(),
      messages: z.array(z.object({ ruleId: z.string().nullable(), severity: z.number() })),
    }),
  );
  let rulesBroken: ReadonlyMap<string, readonly (string | null)[]>;

  beforeAll(() => {
    const files = Object.entries(broken).map(([path, [, source]]) => [path, source] as const);
    const results = reported.parse(
      JSON.parse(checkWith(Object.fromEntries(files), 'lint', '--format', 'json').output),
    );
    rulesBroken = new Map(
      results.map(({ filePath, messages }) => [
        filePath,
        messages.filter(({ severity }) => severity === 2).map(({ ruleId }) => ruleId),
      ]),
    );
  });

  it.each(Object.entries(broken))('reports %s', (path, [rule]) => {
    const [, rules] = [...rulesBroken].find(([file]) => file.endsWith(path)) ?? [];
    expect(rules).toEqual([rule]);
  });
});

describe('the floors', () => {
  const broken: Readonly<Record<string, readonly [rule: string, imported: string]>> = {
    'libs/engine/src/reads.ts': ['engine-is-pure', 'node:fs'],
    'libs/rulebook/src/reads.ts': ['rulebook-is-pure', 'zod'],
    'libs/engine/src/outward.ts': ['engine-points-inward', '#rulebook'],
    'libs/rulebook/src/outward.ts': ['rulebook-points-inward', '#report'],
    'libs/report/src/outward.ts': ['report-points-inward', '#rulebook'],
    'libs/papers/src/outward.ts': ['papers-points-inward', '#report'],
    'libs/contracts/src/outward.ts': ['contracts-points-inward', '#application'],
    'libs/wording/src/outward.ts': ['wording-points-inward', '#report'],
    'libs/terminal/src/outward.ts': ['terminal-points-inward', '#contracts'],
    'libs/application/src/outward.ts': ['application-points-inward', '#persistence'],
    'libs/persistence/src/outward.ts': ['persistence-points-inward', '#queue'],
    'libs/queue/src/outward.ts': ['queue-points-inward', '#persistence'],
    'apps/web/src/deciding.ts': ['screens-decide-nothing', '#application'],
    'apps/cli/src/neighbour.ts': ['apps-keep-apart', '../../one/src/main.js'],
    'libs/report/src/upward.ts': ['apps-are-outermost', '../../../apps/one/src/main.js'],
    'libs/report/src/tested.ts': ['product-needs-no-test', '../../../test/bench/one.bench.js'],
    'libs/report/src/tooled.ts': ['product-needs-no-dev-package', 'prettier'],
    'libs/report/src/stored.ts': ['only-persistence-sees-typeorm', 'typeorm'],
    'libs/application/src/driven.ts': ['only-persistence-sees-typeorm', 'better-sqlite3'],
    'libs/application/src/queued.ts': ['only-queue-sees-bullmq', 'bullmq'],
    'libs/report/src/heavy.ts': ['paper-writers-load-late', 'exceljs'],
    'libs/report/src/burgles.ts': ['libraries-have-one-door', '../../engine/src/reads.js'],
    'apps/cli/src/burgles.ts': ['outsiders-use-the-door', '../../../libs/engine/src/reads.js'],
    'libs/report/src/lost.ts': ['everything-resolves', './nowhere.js'],
    'libs/report/src/egg.ts': ['no-cycle', './hen.js'],
  };
  const reported = z.object({
    summary: z.object({
      violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
      ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string() })) }),
    }),
  });
  let summary: z.infer<typeof reported>['summary'];

  beforeAll(() => {
    const files = Object.entries(broken).map(
      ([path, [, name]]) => [path, `import '${name}';\n`] as const,
    );
    const more = {
      'libs/report/src/alone.ts': 'export const alone = 1;\n',
      'libs/report/src/hen.ts': "import './egg.js';\n",
    };
    const { output } = checkWith(
      { ...Object.fromEntries(files), ...more },
      'dependencies',
      '--output-type',
      'json',
    );
    summary = reported.parse(JSON.parse(output)).summary;
  });

  const rulesBrokenBy = (path: string) =>
    summary.violations.filter(({ from }) => from === path).map(({ rule }) => rule.name);

  it.each(Object.entries(broken))('%s breaks %j', (path, [rule]) => {
    expect(rulesBrokenBy(path)).toEqual([rule]);
  });

  it('reports a file that nothing leads to', () => {
    expect(rulesBrokenBy('libs/report/src/alone.ts')).toEqual(['no-orphan']);
  });

  it('has no rule without such a proof, and no library without its rule', () => {
    const proved = ['no-orphan', ...Object.values(broken).map(([rule]) => rule)];
    const rules = summary.ruleSetUsed.forbidden.map(({ name }) => name);
    expect(new Set(rules)).toEqual(new Set(proved));
    expect(rules).toEqual(expect.arrayContaining(libraries.map((name) => `${name}-points-inward`)));
  });
});
