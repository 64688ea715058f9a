// node config/services.mjs up|down: starts PostgreSQL and Redis for development from the machine's
// own packages, in data/services, and prints the settings that lead to them; or ends them.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const startDeadline = 30_000;
/** After it, what was told to end is killed. */
const endDeadline = 20_000;
const isRoot = process.getuid?.() === 0;
/** The program itself, as the script on the path outlives being told to end. */
const headlessShell = '/usr/lib/chromium/chromium-headless-shell';

/**
 * What can be started, each with the Debian packages that bring it.
 * @type {Record<'postgres' | 'redis' | 'browser', { packages: string[], setting?: string, program: () => string | undefined, start: (program: string, folder: string, port: number) => { command: string, words: string[], owner?: { uid: number, gid: number }, url: string } }>}
 */
const services = {
  postgres: {
    packages: ['postgresql'],
    setting: 'DATABASE_URL',
    program: () => newestOf('/usr/lib/postgresql', 'bin/postgres') ?? onPath('postgres'),
    start(program, folder, port, durable) {
      const owner = isRoot ? userOf('postgres') : undefined;
      const data = join(folder, 'data');
      if (!existsSync(data)) {
        mkdirSync(data, { mode: 0o700 });
        if (owner) chownSync(data, owner.uid, owner.gid);
        const words = ['-D', data, '-U', 'pilot', '-A', 'trust', '-E', 'UTF8', '--no-locale'];
        const { status, stderr } = spawnSync(join(program, '../initdb'), words, {
          ...owner,
          cwd: data,
        });
        if (status !== 0) throw new Error(`postgres: ${stderr}`);
      }
      const own = [
        ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'],
        ...(durable ? [] : ['fsync=off', 'full_page_writes=off']),
      ];
      const words = ['-D', data, '-p', String(port), ...own.flatMap((setting) => ['-c', setting])];
      const url = `postgres://pilot@127.0.0.1:${port}/postgres`;
      return { command: program, words, owner, url };
    },
  },
  redis: {
    packages: ['redis-server'],
    setting: 'QUEUE_URL',
    program: () => onPath('redis-server'),
    start(program, folder, port) {
      const words = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
      return { command: program, words, url: `redis://127.0.0.1:${port}` };
    },
  },
  // What the screens are tried in; the product itself has no use for it.
  browser: {
    // Chromium without the windows around its pages, which nobody sees here: half the work.
    packages: ['chromium-headless-shell', 'fonts-noto-cjk'],
    program: () => [headlessShell].find(existsSync) ?? onPath('chromium'),
    start(program, folder, port) {
      const words = ['--headless', `--remote-debugging-port=${port}`, `--user-data-dir=${folder}`];
      const own = ['--no-first-run', '--disable-gpu', '--disable-dev-shm-usage'];
      const asRoot = isRoot ? ['--no-sandbox'] : [];
      const url = `http://127.0.0.1:${port}`;
      return { command: program, words: [...words, ...own, ...asRoot], url };
    },
  },
};

export const serviceNames = Object.keys(services);

/** True where the program is there, or could be brought from Debian's packages just now. */
export function available(name) {
  if (services[name].program()) return true;
  if (!isRoot || !onPath('apt-get')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...words) => spawnSync('apt-get', words, { env, stdio: 'ignore' }).status === 0;
  return (
    apt('update', '-qq') &&
    apt('install', '-y', '-qq', '--no-install-recommends', ...services[name].packages) &&
    services[name].program() !== undefined
  );
}

/**
 * Starts a service that is {@link available} in a folder of its own, on a port that is free.
 * @param durable whether what it keeps has to outlive a loss of power
 * @returns its URL, its process id, and what ends it
 */
export async function startService(name, folder, durable = true) {
  mkdirSync(folder, { recursive: true });
  const { program, start } = services[name];
  const port = await freePort();
  const { command, words, owner, url } = start(program(), folder, port, durable);
  const log = openSync(join(folder, 'log'), 'a');
  const child = spawn(command, words, {
    ...owner,
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
  });
  child.unref();
  const late = Date.now() + startDeadline;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > late) {
      throw new Error(`${name} 没有启动 did not start：\n${readFileSync(join(folder, 'log'))}`);
    }
    await sleep(50);
  }
  // PostgreSQL takes SIGINT for «now, but properly».
  return { url, pid: child.pid, stop: () => end(child.pid, 'SIGINT') };
}

async function end(pid, signal) {
  const late = Date.now() + endDeadline;
  try {
    process.kill(pid, signal);
    while (process.kill(pid, 0)) {
      if (Date.now() > late) process.kill(pid, 'SIGKILL');
      await sleep(50);
    }
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

function answers(port) {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
      .once('connect', () => done(socket.destroy() !== undefined))
      .once('error', () => done(false));
  });
}

function newestOf(folder, path) {
  if (!existsSync(folder)) return undefined;
  const versions = readdirSync(folder).sort((one, other) => Number(other) - Number(one));
  return versions.map((version) => join(folder, version, path)).find(existsSync);
}

function onPath(program) {
  const { stdout } = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' });
  return stdout.trim() || undefined;
}

function userOf(name) {
  const of = (what) => Number(execFileSync('id', [what, name], { encoding: 'utf8' }));
  return { uid: of('-u'), gid: of('-g') };
}

/** Those that the product can be set to use. */
const forDevelopment = serviceNames.filter((name) => services[name].setting);
const place = resolve('data/services');
const pidOf = (name) => join(place, name, 'pid');

/**
 * The process of a service that runs; undefined where there is none, though there be a file of one that
 * ended with the machine. Whoever has its number now works elsewhere, where the system can tell.
 */
function runningPid(name) {
  if (!existsSync(pidOf(name))) return undefined;
  const pid = Number(readFileSync(pidOf(name), 'utf8'));
  if (!existsSync('/proc/self/cwd')) return pid;
  try {
    const folder = realpathSync(join(place, name));
    return readlinkSync(`/proc/${pid}/cwd`).startsWith(folder) ? pid : undefined;
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EACCES') return undefined;
    throw error;
  }
}

async function up() {
  const data = dirname(place);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  // The product closes its data folder, through which PostgreSQL has to get, as a user of its own.
  if (isRoot) chmodSync(data, (statSync(data).mode & 0o777) | 0o011);
  for (const name of forDevelopment) {
    if (!available(name)) {
      throw new Error(`请先安装 Please install ${services[name].packages.join(' ')}。`);
    }
    const folder = join(place, name);
    if (runningPid(name) !== undefined) throw new Error(`${name} 已在运行 is running already。`);
    const { url, pid } = await startService(name, folder);
    writeFileSync(pidOf(name), String(pid));
    process.stdout.write(`${services[name].setting}=${url}\n`);
  }
}

async function down() {
  for (const name of forDevelopment.filter((each) => existsSync(pidOf(each)))) {
    const pid = runningPid(name);
    if (pid !== undefined) await end(pid, 'SIGINT');
    rmSync(pidOf(name));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const command = { up, down }[process.argv[2]];
  try {
    if (!command) throw new Error('用法 Usage: npm run services -- up|down');
    await command();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 70;
  }
}
