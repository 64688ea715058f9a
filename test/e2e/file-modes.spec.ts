import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../apps/server/src/start-server.js';
import { readSettings } from '../../config/settings.js';

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

describe('what holds passwords and people', () => {
  let folder: string;
  let data: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'modes-'));
    data = join(folder, 'data');
  });
  afterEach(() => rm(folder, { recursive: true }));
  const start = () =>
    startServer(readSettings({ PORT: '0', DATA_DIR: data, LOG_LEVEL: 'silent' }), 'product');
  /** The modes of the database's files, while it is in use. */
  const modes = async () => {
    const names = (await readdir(data)).filter((name) => name.includes('sqlite')).toSorted();
    return Promise.all(names.map(async (name) => `${name} ${await modeOf(join(data, name))}`));
  };
  const closed = ['', '-shm', '-wal'].map((end) => `pilot-targets.sqlite${end} 600`);

  it('is closed to others, and so are a backup and what is restored from it', async () => {
    const server = await start();
    const command = (name: string, DATA_DIR: string) => {
      const words = ['config/run.mjs', 'apps/cli/src/main', name, join(folder, 'backup')];
      return spawnSync(process.execPath, words, { env: { ...process.env, DATA_DIR } }).status;
    };
    expect(await modeOf(data)).toBe('700');
    expect(await modes()).toEqual(closed);
    expect(command('backup', data)).toBe(0);
    expect(await modeOf(join(folder, 'backup'))).toBe('600');
    await server.stop();
    const restored = join(folder, 'restored');
    expect(command('restore', restored)).toBe(0);
    expect(await modeOf(restored)).toBe('700');
    expect(await modeOf(join(restored, 'pilot-targets.sqlite'))).toBe('600');
  });

  it('keeps the modes that somebody gave it', async () => {
    await (await start()).stop();
    await chmod(data, 0o750);
    await chmod(join(data, 'pilot-targets.sqlite'), 0o640);
    const server = await start();
    expect(await modeOf(data)).toBe('750');
    expect(await modes()).toEqual(closed.map((each) => each.replace('600', '640')));
    await server.stop();
  });
});
