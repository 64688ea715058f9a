import { readFileSync } from 'node:fs';
import { accountView, pageOf } from '#contracts';
import { smallReport } from '../e2e/small-report.js';
import { authorizationOf } from '../people-on-trial.js';
import { expectSound } from './browser-on-trial.js';
import { choose, focus, press, type } from './keyboard.js';
import { screensOnTrial } from './screens-on-trial.js';

describe('auditors and administrators in the browser', () => {
  const screens = screensOnTrial(async (service) => {
    await service.handIn(2021, smallReport(2021));
  });

  it('an auditor verifies the chain and filters the audit by keyboard alone', async () => {
    const page = await screens.browser.open('/audit', authorizationOf('auditor'));
    await page.getByRole('cell', { name: '收到报告' }).waitFor();
    await press(page, page.getByRole('button', { name: '核对审计链与全部数据' }), 'Enter');
    await page.getByText(/核对了审计链 \d+ 环和报告内容 \d+ 行，全部相符/).waitFor();
    await page.getByText(/校验点：第 \d+ 环，[0-9a-f]{64}/).waitFor();
    await expectSound(page);

    await type(page, page.getByRole('combobox', { name: '事项' }), '收到报告');
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: '作出评定' }).first().waitFor({ state: 'detached' });
    await page.getByRole('cell', { name: '收到报告' }).waitFor();
    expect(await page.getByRole('cell', { name: '收到报告' }).count()).toBe(1);
    await type(page, page.getByRole('searchbox', { name: '对象' }), '999902');
    await page.keyboard.press('Enter');
    await page.getByText('没有符合条件的记录。').waitFor();
    await expectSound(page);
    await focus(page, page.getByRole('button', { name: '导出 .csv：审计' }));
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('Enter'),
    ]);
    expect(saved.suggestedFilename()).toBe('审计.csv');
    const text = readFileSync(await saved.path(), 'utf8');
    expect(text).toMatch(/\r\n\r\n审计校验点 \d+:[0-9a-f]{64}\r\n$/);
  });

  it('an account is opened, given a role and a code, and closed, by keyboard alone', async () => {
    const page = await screens.browser.open('/accounts', authorizationOf('system-administrator'));
    await type(page, page.getByLabel('姓名', { exact: true }), '张三');
    await type(page, page.getByLabel('单位', { exact: true }), '示例市知识产权局');
    await type(page, page.getByLabel('邮箱', { exact: true }), 'zhang.san@example.cn');
    await page.keyboard.press('Enter');
    await page.getByText('账号已建立。').waitFor();
    await page.getByRole('row', { name: '张三' }).getByText('未授予角色').waitFor();
    await expectSound(page);

    const other = await screens.browser.open(
      '/accounts',
      authorizationOf('security-administrator'),
    );
    await press(other, other.getByRole('button', { name: '管理 张三' }), 'Enter');
    await type(other, other.getByRole('combobox', { name: '角色' }), '');
    await other.keyboard.press('Enter');
    await other.keyboard.press('Enter');
    await focus(other, other.getByRole('combobox', { name: '区域' }));
    for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'Enter']) await other.keyboard.press(key);
    await type(other, other.getByLabel('主体代码'), '999901');
    await other.keyboard.press('Enter');
    await other.getByText('角色已授予。').waitFor();
    await press(other, other.getByRole('button', { name: '发登记码' }), 'Enter');
    await other.getByText('登记码只显示这一次').waitFor();
    await expectSound(other);
    const listed: unknown = await screens.service.json('/api/accounts?limit=500');
    const account = pageOf(accountView)
      .parse(listed)
      .items.find(({ name }) => name === '张三');
    expect(account?.grant).toEqual({
      role: 'city-clerk',
      area: { kind: 'subject', code: '999901' },
    });

    await page.reload();
    await press(page, page.getByRole('button', { name: '管理 张三' }), 'Enter');
    await press(page, page.getByRole('button', { name: '注销账号' }), 'Enter');
    await press(page, page.getByRole('button', { name: '确认注销' }), 'Enter');
    await page.getByRole('row', { name: '张三' }).getByText('已注销').waitFor();
  });

  it('sessions are ended by the security administrator', async () => {
    const clerk = await screens.service.as('city-clerk', '999902');
    expect((await clerk.get('/api/session')).status).toBe(200);
    const page = await screens.browser.open('/accounts', authorizationOf('security-administrator'));
    const row = page.getByRole('row').filter({ hasText: '主体 999902' });
    await row.getByRole('button', { name: '管理' }).click();
    await page.getByRole('button', { name: '结束全部登录' }).click();
    await page.getByText('没有登录。').waitFor();
    expect((await clerk.get('/api/session')).status).toBe(401);
  });

  it('the state of the service is told, with its settings', async () => {
    const page = await screens.browser.open('/operation', authorizationOf('system-administrator'));
    await page.getByText('服务在运行，数据库可读写。').waitFor();
    await page.getByText('没有搁置的任务。').waitFor();
    await page.getByRole('row', { name: 'UPLOAD_LIMIT_MB 1' }).waitFor();
    await expectSound(page);
  });

  it('a reviewer of the nation sets a deadline, which the city sees on its desk', async () => {
    const page = await screens.browser.open('/deadlines', authorizationOf('ip-reviewer'));
    await choose(page.getByRole('combobox', { name: '年度' }), '2021');
    await choose(page.getByRole('combobox', { name: '环节' }), '核查');
    await page.getByLabel('截止日').fill('2026-12-31');
    await page.getByLabel('文号').first().fill('示例发〔2026〕9号');
    await page.getByRole('button', { name: '记录期限' }).click();
    await page.getByRole('cell', { name: '2026-12-31' }).waitFor();
    await expectSound(page);
    const desk = await screens.browser.open('/desk', authorizationOf('city-clerk'));
    await desk.getByText('2026-12-31 24 时前').waitFor();
    await expectSound(desk);
  });
});
