// node config/test.mjs [JEST ARGUMENT …]: makes the working copy ready and runs the tests. Suites
// that name a service in their file's name get the server that TEST_POSTGRES_URL or TEST_REDIS_URL
// names, else one of their own. Where none can be had they are named, and under CI that is a failure.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readyOrExit } from './ready.mjs';
import { available, serviceNames, startService } from './services.mjs';

readyOrExit({ web: true });
const words = process.argv.slice(2);
const runJest = (own, options) =>
  spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '--cacheDirectory=node_modules/.cache/jest',
      ...words,
      ...own,
    ],
    { encoding: 'utf8', ...options },
  );

/** Tests commit often and would wait for the disk; what a crash leaves on it is tried elsewhere. */
const memory = '/dev/shm';
const roomNeeded = 4 * 1024 ** 3;

// Suites that hold to a deadline have the machine alone, and say so in their file's name.
const alone = '\\.alone\\.';
const suites = runJest(['--listTests']).stdout.split('\n').filter(Boolean);
const folder = mkdtempSync(join(isRoomy(memory) ? memory : tmpdir(), 'test-'));
// A service that runs as a user of its own has to get in.
chmodSync(folder, 0o711);
const env = { ...process.env, TMPDIR: join(folder, 'tmp') };
mkdirSync(env.TMPDIR);
const started = [];
const missing = [];
try {
  for (const name of serviceNames) {
    const setting = `TEST_${name.toUpperCase()}_URL`;
    const wanting = suites.filter((path) => path.split('/').at(-1).includes(name));
    if (wanting.length === 0 || env[setting]) continue;
    if (available(name)) {
      const service = await startService(name, join(folder, name), false);
      started.push(service);
      env[setting] = service.url;
    } else missing.push(...wanting);
  }
  const passes = [
    { others: alone, options: [] },
    { others: `^(?!.*${alone})`, options: ['--runInBand'] },
  ];
  for (const { others, options } of passes) {
    if (suites.every((path) => new RegExp(others).test(path))) continue;
    const without = [...options, '--testPathIgnorePatterns', others, ...missing];
    const { status } = runJest(without, { stdio: 'inherit', env });
    process.exitCode ||= status ?? 70;
  }
} finally {
  await Promise.all(started.map(({ stop }) => stop()));
  rmSync(folder, { recursive: true, force: true });
}
if (missing.length > 0) {
  process.stderr.write(
    `没有所需的服务，未运行 Not run for want of a service:\n${missing.join('\n')}\n`,
  );
  if (env.CI) process.exitCode ||= 1;
}

function isRoomy(path) {
  if (!existsSync(path)) return false;
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize >= roomNeeded;
}
