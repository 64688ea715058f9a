import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const settings = [
  'eslint.config.mjs',
  '.prettierrc.json',
  'tsconfig.json',
  'apps/web/tsconfig.json',
  'config/dependency-rules.mjs',
];
const manifest = z
  .object({ imports: z.record(z.string(), z.string()), scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')));
/** What the project leaves out for its own sake, a small tree has no need of. */
const knip = z
  .object({
    entry: z.array(z.string()),
    project: z.array(z.string()),
    ignoreExportsUsedInFile: z.json(),
  })
  .parse(JSON.parse(readFileSync(join(project, 'knip.json'), 'utf8')));
const checks = Object.fromEntries(
  Object.entries(manifest.scripts).filter(([name]) => name.startsWith('check:')),
);
const tools =
  '@eslint/js @types/jest @types/node dependency-cruiser eslint eslint-config-prettier eslint-plugin-react-hooks knip prettier typescript typescript-eslint vite';

/** The libraries of the project, by the names of their folders. */
export const libraries = readdirSync(join(project, 'libs'));

/**
 * A small tree that passes every check by the project's own settings, in a folder of its own, so
 * that a test can break it and see which check says so. Remove it with {@link CheckedTree.remove}.
 */
export class CheckedTree {
  private readonly root = mkdtempSync(join(tmpdir(), 'checked-tree-'));

  constructor() {
    for (const path of settings) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      cpSync(join(project, path), join(this.root, path));
    }
    this.linkPackages();
    this.write('knip.json', JSON.stringify(knip));
    this.write('package.json', this.manifest());
    for (const name of libraries)
      this.write(`libs/${name}/src/index.ts`, `export const ${name} = '${name}';\n`);
    const imports = libraries.map((name) => `import { ${name} } from '#${name}';\n`).join('');
    this.write(
      'apps/cli/src/main.ts',
      `${imports}\nprocess.stdout.write([${libraries.join(', ')}].join());\n`,
    );
    for (const glob of knip.entry)
      this.write(glob.replaceAll('*', 'one').replace('{ts,tsx}', 'ts'), "import '#engine';\n");
    this.write('apps/web/src/main.tsx', "import '#engine';\n");
    this.tidy();
  }

  write(path: string, content: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), content);
  }

  remove(path = ''): void {
    rmSync(join(this.root, path), { recursive: true });
  }

  /** Runs one check as package.json has it, with more options, and gives what it printed. */
  run(check: string, ...options: string[]): { status: number | null; output: string } {
    return this.spawn([checks[`check:${check}`] ?? '', ...options].join(' '));
  }

  /** Runs the one command that checks all. */
  runAll(): { status: number | null; output: string } {
    return this.spawn(`node ${join(project, 'config', 'check.mjs')}`);
  }

  private spawn(command: string): { status: number | null; output: string } {
    const PATH = `${join(project, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}`;
    const { status, stdout, stderr } = spawnSync(command, {
      cwd: this.root,
      shell: true,
      encoding: 'utf8',
      env: { ...process.env, PATH, NODE_OPTIONS: '' },
      maxBuffer: 1 << 26,
    });
    return { status, output: stdout + stderr };
  }

  /** The real packages, and one that is not among them yet. */
  private linkPackages(): void {
    const packages = join(this.root, 'node_modules');
    mkdirSync(packages);
    for (const name of readdirSync(join(project, 'node_modules'))) {
      if (name !== 'bullmq') symlinkSync(join(project, 'node_modules', name), join(packages, name));
    }
    this.write(
      'node_modules/bullmq/package.json',
      '{ "name": "bullmq", "version": "1.0.0", "main": "index.js" }',
    );
    this.write('node_modules/bullmq/index.js', '');
  }

  private manifest(): string {
    const content = {
      name: 'checked-tree',
      private: true,
      type: 'module',
      imports: manifest.imports,
      scripts: checks,
      devDependencies: Object.fromEntries(tools.split(' ').map((name) => [name, '*'])),
    };
    return `${JSON.stringify(content, null, 2)}\n`;
  }

  private tidy(): void {
    this.spawn('prettier --write --log-level warn .');
  }
}
