import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));

/** What `dist` is made of: each part from its sources, by programs of packages. */
const service = {
  stamp: '.ready',
  sources: ['apps', 'libs', 'config', 'test', 'tsconfig.json', 'tsconfig.build.json'],
  leavesOut: ['apps/web'],
  programs: [
    // Types are the business of `npm run check`; a start does not wait for them.
    ['typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck'],
    ['rolldown/bin/cli.mjs', '--config', 'config/bundle.mjs', '--log-level', 'warn'],
  ],
};
const screens = {
  stamp: '.ready-screens',
  sources: ['apps/web', 'libs', 'package-lock.json'],
  leavesOut: [],
  programs: [['vite/bin/vite.js', 'build', '--config', 'apps/web/vite.config.mjs']],
};
const installing =
  '正在安装依赖（首次约两分钟） Installing packages (about two minutes the first time)';
const building = '正在编译 Building';

/** A state of the machine that a person has to put right; the text is bilingual and says how. */
export class NotReady extends Error {}

/**
 * Brings a working copy into the state that its commands need: packages as the lock file lists
 * them and, unless `build` is false, `dist` made from the sources of this moment; the screens within
 * it only where `web` is true. Uses nothing but Node itself. Says nothing where there is nothing to do; talks to stderr alone.
 * @param {{ root?: string, build?: boolean, web?: boolean }} options
 * @throws {NotReady}
 */
export function ready({ root = project, build = true, web = false } = {}) {
  demandNode(root);
  const parts = [...(build ? [service] : []), ...(build && web ? [screens] : [])];
  if (installed(root) && parts.every((part) => built(root, part))) return;
  const release = takeTurn(root);
  try {
    if (!installed(root)) install(root);
    const outdated = parts.filter((part) => !built(root, part));
    if (outdated.length > 0) say(`${building} …`);
    for (const part of outdated) compile(root, part);
  } finally {
    release();
  }
}

/** As {@link ready}, ending the process with one plain message where that is not possible. */
export function readyOrExit(options) {
  try {
    ready(options);
  } catch (error) {
    if (!(error instanceof NotReady)) throw error;
    say(error.message);
    process.exit(70);
  }
}

function demandNode(root) {
  const { engines } = readJson(join(root, 'package.json'));
  const [major, minor] = engines.node.match(/\d+/g).map(Number);
  const [hasMajor, hasMinor] = process.versions.node.split('.').map(Number);
  if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return;
  throw new NotReady(
    `需要 Node.js ${major}.${minor} 或更高版本，当前为 ${process.versions.node}。\n` +
      `Node.js ${major}.${minor} or later is needed; this is ${process.versions.node}.`,
  );
}

/** What the installed packages depend on: the lock file, and the Node that native ones are for. */
function wantedPackages(root) {
  const { modules } = process.versions;
  return `${modules} ${process.platform}-${process.arch} ${digest(readFileSync(join(root, 'package-lock.json')))}`;
}

function installed(root) {
  return read(packagesStamp(root)) === wantedPackages(root) || adopted(root);
}

/** A person who ran `npm install` has the packages already: npm's own record of them says so. */
function adopted(root) {
  const stamp = packagesStamp(root);
  const record = read(join(root, 'node_modules', '.package-lock.json'));
  const stampedNode = read(stamp)?.split(' ')[0] ?? process.versions.modules;
  if (record === undefined || stampedNode !== process.versions.modules) return false;
  const present = JSON.parse(record).packages;
  const wanted = Object.entries(readJson(join(root, 'package-lock.json')).packages);
  const complete = wanted.every(
    ([path, { version, optional }]) =>
      path === '' || present[path]?.version === version || (optional && !present[path]),
  );
  if (complete) writeFileSync(stamp, wantedPackages(root));
  return complete;
}

function install(root) {
  say(`${installing} …`);
  clearWay(root);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not `npm ci`: it refuses a lock file that lacks binaries of platforms nobody here uses, and not
  // every registry has them.
  const options = ['--no-save', '--no-audit', '--no-fund', '--loglevel', 'error'];
  const { status, error, stdout, stderr } = spawnSync(npm, ['install', ...options], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, JOBS: 'max' },
  });
  if (error?.code === 'ENOENT') {
    throw new NotReady(
      '找不到 npm，请随 Node.js 一并安装。\nnpm is missing; install it with Node.js.',
    );
  }
  if (status !== 0) {
    const output = `${stdout ?? ''}${stderr ?? ''}`.trimEnd();
    const advice = /node-gyp|gyp ERR/.test(output)
      ? '编译 better-sqlite3 需要 python3、make 和 g++（Debian：apt-get install python3 make g++）。\n' +
        'Compiling better-sqlite3 needs python3, make and g++.'
      : '请检查网络和 npm 源。\nCheck the network and the npm registry.';
    throw new NotReady(`${output}\n\n安装依赖失败（npm install）。${advice}`);
  }
  writeFileSync(packagesStamp(root), wantedPackages(root));
}

/** Packages of another Node, or of an install that was interrupted, are no start for the next. */
function clearWay(root) {
  const stamp = packagesStamp(root);
  const usable = read(stamp)?.split(' ')[0] === process.versions.modules;
  rmSync(usable ? stamp : join(root, 'node_modules'), { recursive: true, force: true });
}

function built(root, part) {
  return read(join(root, 'dist', part.stamp)) === sourcesState(root, part);
}

function compile(root, part) {
  const state = sourcesState(root, part);
  for (const [program, ...words] of part.programs) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'node_modules', program), ...words],
      { cwd: root, encoding: 'utf8' },
    );
    const output = `${stdout}${stderr}`.trimEnd();
    if (status !== 0) throw new NotReady(`${output}\n\n编译失败。\nThe build failed.`);
  }
  writeFileSync(join(root, 'dist', part.stamp), state);
}

/** Changes whenever a source file is written, added, renamed or removed. */
function sourcesState(root, { sources, leavesOut }) {
  const lines = [];
  const visit = (path) => {
    if (leavesOut.includes(path)) return;
    const stats = statSync(join(root, path), { throwIfNoEntry: false });
    if (stats?.isDirectory())
      readdirSync(join(root, path)).forEach((name) => visit(join(path, name)));
    else if (stats && !path.endsWith('.spec.ts'))
      lines.push(`${path} ${stats.mtimeMs} ${stats.size}`);
  };
  sources.forEach(visit);
  return digest(lines.sort().join('\n'));
}

/** Two commands at once do not install or build at once: the later waits for the earlier. */
function takeTurn(root) {
  const lock = join(root, 'dist', '.ready.lock');
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (let waited = 0; ; waited += 100) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!alive(Number(read(lock)))) rmSync(lock, { force: true });
    if (waited === 1000)
      say('等待另一个命令完成安装或编译 Waiting for another command to finish …');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
}

/** A lock file that is just being written is empty for a moment: its owner counts as alive. */
function alive(pid) {
  if (!pid) return true;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const packagesStamp = (root) => join(root, 'node_modules', '.ready');
const digest = (content) => createHash('sha256').update(content).digest('hex');
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const say = (text) => process.stderr.write(`${text}\n`);

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) readyOrExit({ web: true });
