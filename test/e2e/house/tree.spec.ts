import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const paths = execFileSync('git', ['ls-files', '-z'], { cwd: project, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(project, path)));
const content = (path: string) => readFileSync(join(project, path), 'utf8');

/** Folders that only the machine of one person has; written so that this file has none itself. */
const machinePath = new RegExp(
  `(^|[\\s'"\`(=:])/(${['home', 'Users', 'root', 'work', 'tmp'].join('|')})/`,
  'm',
);

it('finds a machine path where there is one', () => {
  expect(machinePath.test(['see', 'home', 'li', 'report.xlsx'].join('/'))).toBe(false);
  expect(machinePath.test(`see ${['', 'home', 'li', 'report.xlsx'].join('/')}`)).toBe(true);
});

it('has no path of anybody’s machine in it', () => {
  expect(paths.filter((path) => machinePath.test(content(path)))).toEqual([]);
});

it('has a lock file that names no download host', () => {
  expect(content('package-lock.json')).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
});

it('has a lock file that lists what package.json asks for', () => {
  const asked = z.object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  });
  const { packages } = z
    .object({ packages: z.object({ '': asked }) })
    .parse(JSON.parse(content('package-lock.json')));
  expect(packages['']).toEqual(asked.parse(JSON.parse(content('package.json'))));
});

it('has no file over a megabyte', () => {
  expect(paths.filter((path) => statSync(join(project, path)).size > 1_000_000)).toEqual([]);
});

it('has no folder or file with a name that says nothing', () => {
  const vague = /(^|\/)(utils?|helpers?|common|shared|managers?|misc)(\/|\.[a-z.]+$)/i;
  expect(vague.test('libs/engine/src/utils.ts')).toBe(true);
  expect(paths.filter((path) => vague.test(path))).toEqual([]);
});

it('describes its apps and libraries to Nest as they are, but for the screens, which are none of its', () => {
  const described = z.object({
    type: z.enum(['application', 'library']),
    root: z.string(),
    entryFile: z.string(),
    sourceRoot: z.string(),
    compilerOptions: z.object({ tsConfigPath: z.string() }),
  });
  const { projects } = z
    .object({ projects: z.record(z.string(), described) })
    .parse(JSON.parse(content('nest-cli.json')));
  const expected = [
    ...readdirSync(join(project, 'apps'))
      .filter((name) => name !== 'web')
      .map((name) => [name, 'apps', 'application', 'main'] as const),
    ...readdirSync(join(project, 'libs')).map(
      (name) => [name, 'libs', 'library', 'index'] as const,
    ),
  ].map(([name, folder, type, entryFile]) => {
    const root = `${folder}/${name}`;
    const sourceRoot = `${root}/src`;
    return [
      name,
      {
        type,
        root,
        entryFile,
        sourceRoot,
        compilerOptions: { tsConfigPath: 'tsconfig.build.json' },
      },
    ];
  });
  expect(projects).toEqual(Object.fromEntries(expected));
  for (const { sourceRoot, entryFile } of Object.values(projects)) {
    expect(paths).toContain(`${sourceRoot}/${entryFile}.ts`);
  }
});
