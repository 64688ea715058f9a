import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sqlite from 'better-sqlite3';
import { build, folder, run } from './cli-on-trial.js';
import { reports, ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

describe('npm run audit', () => {
  let service: ServiceOnTrial;
  beforeAll(async () => {
    build();
    service = await ServiceOnTrial.start();
    await service.submit(smallReport(2021));
  });
  afterAll(() => service.stop());

  const audit = (...words: readonly string[]) =>
    run(['audit', ...words], { DATA_DIR: service.folder });
  const checkpointIn = (stdout: string) => /(\d+:[0-9a-f]{64})/.exec(stdout)?.[1] ?? '';
  /** Does something past the guards, and undoes it after. */
  const tampered = (change: string, undo: string, look: () => void) => {
    const database = new sqlite(join(service.folder, 'pilot-targets.sqlite'));
    database.exec(change);
    try {
      look();
    } finally {
      database.exec(undo);
      database.close();
    }
  };

  it('verifies while the service runs, and prints a checkpoint that it takes back', () => {
    const whole = audit('verify');
    expect(whole).toMatchObject({ status: 0, stderr: '' });
    expect(whole.stdout).toMatch(/^核对了审计链\d+环和报告内容\d+行，全部相符 whole。\n校验点/);
    expect(audit('verify', '--checkpoint', checkpointIn(whole.stdout)).status).toBe(0);
  });

  it('says each deviation in a sentence, with status 1', () => {
    const forge = (name: string) => `UPDATE report SET file_name = '${name}'`;
    tampered(forge('另一份.json'), forge('报告.json'), () => {
      const { status, stdout } = audit('verify');
      expect(status).toBe(1);
      expect(stdout).toContain('表 report（报告） 的行 1 被改动。\n');
      expect(stdout).toContain('不符1处');
    });
  });

  it('says that the tail was cut and that the chain was rewritten', () => {
    const [number = '', chain = ''] = checkpointIn(audit('verify').stdout).split(':');
    const later = audit('verify', '--checkpoint', `${Number(number) + 3}:${chain}`);
    expect(later.status).toBe(1);
    expect(later.stdout).toContain('审计链的尾部被截去');
    const other = audit('verify', '--checkpoint', `${number}:${'0'.repeat(64)}`);
    expect(other.stdout).toContain(`审计链被改写：第${number}环与校验点不符。`);
  });

  it('exports what was done in Chinese, ending with the checkpoint, over no file', async () => {
    const refused = await service.post(`${reports}/none/problems`, {});
    expect(refused.status).toBe(404);
    const exported = audit('export', '审计.csv');
    expect(exported.status).toBe(0);
    const lines = readFileSync(join(folder, '审计.csv'), 'utf8').split('\r\n');
    expect(lines[0]).toBe('\uFEFF"序号","时间","人员","事项","对象","链环","链值"');
    expect(lines[1]).toMatch(
      /^1,"[^"]+","system","审计开始","散列算法：sha256；行数：1",\d+,"[0-9a-f]{64}"$/,
    );
    expect(lines.filter((line) => line.includes('"收到报告","报告：'))).toHaveLength(1);
    expect(lines.at(-2)).toContain(checkpointIn(exported.stdout));
    expect(audit('export', '审计.csv')).toMatchObject({ status: 2, stdout: '' });
  });

  it('stands beside a backup that a restore verifies', () => {
    const backedUp = run(['backup', 'backup'], { DATA_DIR: service.folder });
    expect(backedUp.status).toBe(0);
    const empty = { DATA_DIR: join(folder, 'restored') };
    const restored = run(['restore', 'backup'], empty);
    expect(restored.status).toBe(0);
    expect(restored.stdout).toContain('全部相符');
    expect(checkpointIn(restored.stdout)).toBe(checkpointIn(backedUp.stdout));
    expect(run(['restore', 'backup'], empty)).toMatchObject({ status: 2, stdout: '' });
    expect(run(['backup', 'backup'], empty).stderr).toContain('已经有这个文件');
    expect(run(['restore', 'none'], empty)).toMatchObject({ status: 3, stdout: '' });
  });

  it('says what is wrong with its words, or with the place', () => {
    expect(audit().status).toBe(2);
    expect(audit('verify', '--checkpoint', '1').stderr).toContain('校验点应形如');
    const nowhere = run(['audit', 'verify'], { DATA_DIR: join(folder, 'nothing') });
    expect(nowhere).toMatchObject({ status: 2, stdout: '' });
    expect(nowhere.stderr).toContain('没有数据库');
  });
});
