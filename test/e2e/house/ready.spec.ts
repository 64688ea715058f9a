import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const installing = '正在安装依赖';
const building = '正在编译';
const engines = { node: '>=20.19' };
let root: string;

function write(path: string, content: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function makeReady(): Promise<{ status: number | null; talk: string; result: string }> {
  const script = `import(${JSON.stringify(join(project, 'config', 'ready.mjs'))})
    .then(({ readyOrExit }) => readyOrExit({ root: ${JSON.stringify(root)} }))`;
  const child = spawn(process.execPath, ['--eval', script], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let talk = '';
  let result = '';
  child.stderr.on('data', (text: Buffer) => (talk += text.toString()));
  child.stdout.on('data', (text: Buffer) => (result += text.toString()));
  return new Promise((done) => {
    child.on('close', (status) => {
      done({ status, talk, result });
    });
  });
}

/** A project of one package, and what it is built by, which are there as if npm had installed them. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ready-'));
  const part = { name: 'part', version: '1.0.0' };
  const manifest = { name: 'small', version: '1.0.0', dependencies: { part: 'file:part' } };
  const packages = { part, 'node_modules/part': { resolved: 'part', link: true } };
  const lock = { ...manifest, lockfileVersion: 3, packages: { '': manifest, ...packages } };
  write('package.json', JSON.stringify({ ...manifest, type: 'module', engines }));
  write('package-lock.json', JSON.stringify(lock));
  write('part/package.json', JSON.stringify(part));
  write('node_modules/.package-lock.json', JSON.stringify({ packages }));
  for (const name of ['typescript', 'rolldown']) {
    const builder = join('node_modules', name);
    symlinkSync(join(project, builder), join(root, builder));
  }
  const compilerOptions = { module: 'nodenext', outDir: 'dist', rootDir: '.', types: [] };
  write('tsconfig.build.json', JSON.stringify({ compilerOptions, include: ['libs'] }));
  const bundle = { input: { one: 'dist/libs/one/src/index.js' }, output: { dir: 'dist/bundled' } };
  write('config/bundle.mjs', `export default ${JSON.stringify(bundle)};\n`);
  write('libs/one/src/index.ts', 'export const one: number = 1;\n');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

it('builds what is new, and is silent where there is nothing to do', async () => {
  const { talk, ...rest } = await makeReady();
  expect(talk).toContain(building);
  expect(rest).toEqual({ status: 0, result: '' });
  expect(await makeReady()).toEqual({ status: 0, talk: '', result: '' });
  write('libs/one/src/index.ts', 'export const one: number = 2;\n');
  expect((await makeReady()).talk).toContain(building);
  for (const built of ['dist/libs/one/src/index.js', 'dist/bundled/one.js'])
    expect(readFileSync(join(root, built), 'utf8')).toContain('one = 2');
});

it('installs what the lock file lists when that is not there', async () => {
  rmSync(join(root, 'node_modules', '.package-lock.json'));
  expect((await makeReady()).talk).toContain(installing);
  expect(existsSync(join(root, 'node_modules', 'part', 'package.json'))).toBe(true);
  expect((await makeReady()).talk).not.toContain(installing);
});

it('installs again after a change of the lock file, and for another version of Node', async () => {
  await makeReady();
  write(
    'node_modules/.ready',
    readFileSync(join(root, 'node_modules/.ready'), 'utf8').replace(/^\d+/, '1'),
  );
  expect((await makeReady()).talk).toContain(installing);
});

it('says which Node it needs', async () => {
  write('package.json', JSON.stringify({ engines: { node: '>=99.5' } }));
  const { status, talk } = await makeReady();
  expect(status).toBe(70);
  expect(talk).toContain('需要 Node.js 99.5');
});

it('says what does not compile, and tries again the next time', async () => {
  write('libs/one/src/index.ts', 'export const = 1;\n');
  for (let times = 0; times < 2; times++) {
    const { status, talk } = await makeReady();
    expect(status).toBe(70);
    expect(talk).toMatch(/libs\/one\/src\/index\.ts\(1,14\)[^]*编译失败/);
  }
});

it('builds once when two commands start at once', async () => {
  const talks = (await Promise.all([makeReady(), makeReady()])).map(({ talk }) => talk);
  expect(talks.filter((talk) => talk.includes(building))).toHaveLength(1);
});

it('takes the turn of a command that died', async () => {
  const died = await new Promise<number>((done) => {
    const child = spawn(process.execPath, ['--version']);
    child.on('close', () => {
      done(child.pid ?? 0);
    });
  });
  write('dist/.ready.lock', String(died));
  expect(await makeReady()).toMatchObject({ status: 0 });
});
