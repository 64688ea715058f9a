import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, dayOf, systemClock } from '#application';
import { openStore } from '#persistence';
import sqlite from 'better-sqlite3';
import { enrolExample } from '../example-subject.js';
import { build, folder, put, run } from './cli-on-trial.js';
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
    expect(lines[0]).toBe('\uFEFF"序号","时间","人员","账号","事项","对象","链环","链值"');
    expect(lines[1]).toMatch(
      /^1,"[^"]+","系统","system","审计开始","散列算法：sha256；行数：1",\d+,"[0-9a-f]{64}"$/,
    );
    expect(lines.filter((line) => line.includes('"收到报告","报告：'))).toHaveLength(1);
    expect(lines.find((line) => line.includes('"建立账号"'))).toMatch(
      /"系统","system","建立账号","账号：[0-9a-f-]{36} 试用 [a-z-]+（示例单位）/,
    );
    expect(lines.find((line) => line.includes('"收到报告"'))).toMatch(
      /,"试用 city-clerk（示例单位）","[0-9a-f-]{36}","收到报告",/,
    );
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

  describe('archive', () => {
    const place = { DATA_DIR: join(folder, 'old') };
    const old = (...words: readonly string[]) => run(['audit', ...words], place);
    const upTo = (before: string, out: string) => old('archive', '--before', before, '--out', out);
    beforeAll(async () => {
      const stores = await openStore(place.DATA_DIR, 'product');
      await enrolExample(stores);
      await stores.close();
    });

    it('copies what is old into a file that proves itself, with the database and without', () => {
      const made = upTo('2020-01-01', '归档');
      expect(made.status).toBe(0);
      expect(made.stderr).toContain('数据库中的原样保留');
      const checkpoint = checkpointIn(made.stdout);
      const joined = old('verify', '--archive', '归档', '--checkpoint', checkpoint);
      expect(joined).toMatchObject({ status: 0, stderr: '' });
      expect(joined.stdout).toMatch(/审计记录2条，全部相符 whole。\n与数据库的审计链相接/);
      const alone = run(['audit', 'verify', '--archive', '归档'], { DATA_DIR: join(folder, 'no') });
      expect(alone.status).toBe(0);
      expect(alone.stdout).toContain('只核对了文件本身');
      expect(upTo('2020-01-01', '归档')).toMatchObject({ status: 2, stdout: '' });
    });

    it('says each deviation of a file, and whether the database fits it', () => {
      const text = readFileSync(join(folder, '归档'), 'utf8');
      put('改动', text.replace('示例', '另例').replace('system', 'nobody'));
      const changed = old('verify', '--archive', '改动');
      expect(changed.status).toBe(1);
      expect(changed.stdout).toContain('表 audit_entry（审计记录） 的行 1 被改动。\n');
      expect(audit('verify', '--archive', '归档').stdout).toContain('与数据库的审计链不相接');
      expect(old('verify', '--archive', '无此文件').status).toBe(3);
      expect(old('verify', '--archive', put('别的', '{}')).status).toBe(3);
    });

    it('takes no day of the last 180, and no day that is none', () => {
      const day = (ago: number) => dayOf(after(systemClock.now(), -ago * 24 * 60 * 60 * 1000));
      const late = upTo(day(179), '太近');
      expect(late).toMatchObject({ status: 2, stdout: '' });
      expect(late.stderr).toContain(`距今不足180天，最晚为 ${day(180)}`);
      expect(upTo(day(180), '不近').status).toBe(0);
      expect(upTo('2020-02-30', '无此日').stderr).toContain('不是日期');
      expect(upTo('2019-01-01', '无记录').stderr).toContain('没有早于 2019-01-01 的');
      expect(existsSync(join(folder, '无记录'))).toBe(false);
    });

    it('is not made of a chain that does not hold', () => {
      const database = new sqlite(join(place.DATA_DIR, 'pilot-targets.sqlite'));
      database.exec(`DROP TRIGGER seal_no_update; UPDATE seal SET digest = '' WHERE number = 1`);
      database.close();
      expect(upTo('2020-01-01', '断链')).toMatchObject({ status: 2, stdout: '' });
      expect(existsSync(join(folder, '断链'))).toBe(false);
    });
  });

  it('says what is wrong with its words, or with the place', () => {
    expect(audit().status).toBe(2);
    expect(audit('verify', '--checkpoint', '1').stderr).toContain('校验点应形如');
    const nowhere = run(['audit', 'verify'], { DATA_DIR: join(folder, 'nothing') });
    expect(nowhere).toMatchObject({ status: 2, stdout: '' });
    expect(nowhere.stderr).toContain('没有数据库');
  });
});
