import type { Page } from 'playwright-core';
import { gateView, pageOf, reportView, signedInView, type ProblemView } from '#contracts';
import { smallReport } from '../e2e/small-report.js';
import { authorizationOf } from '../people-on-trial.js';
import { expectSound } from './browser-on-trial.js';
import { screensOnTrial } from './screens-on-trial.js';

const desk = '/desk/2019-city-operation/999901/2021';
const refusal = { code: 'trial', message: '试用的拒绝', messageEn: 'A refusal on trial' };
const reports = pageOf(reportView);
const refused = (status: number) => ({ status, json: { error: refusal } });

describe('the screens, where the service falters,', () => {
  const screens = screensOnTrial();

  const clerkAt = (path: string) => screens.browser.open(path, authorizationOf('city-clerk'));

  it('follow a report again after the telling was refused', async () => {
    const page = await clerkAt(desk);
    await page.route('**/progress', (route) => route.fulfill({ status: 502 }), { times: 1 });
    const file = { name: '报告.json', mimeType: 'application/json', buffer: smallReport(2021) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('读取并评定完毕').waitFor();
  });

  it('follow a report that was being read when the page was left', async () => {
    const page = await clerkAt(desk);
    const state = { kind: 'received', rows: 3 };
    await page.route('**/reports?limit=100', async (route) => {
      const { items } = reports.parse(await (await route.fetch()).json());
      return route.fulfill({
        json: { items: items.map((each) => ({ ...each, state })), next: null },
      });
    });
    const told = `data: ${JSON.stringify({ stage: 'reading', rows: 3 })}\n\n`;
    await page.route('**/progress', (route) =>
      route.fulfill({ contentType: 'text/event-stream', body: told }),
    );
    await page.reload();
    const preparation = page.getByRole('region', { name: '准备报告' });
    await preparation.getByText('正在逐行读取').waitFor();
    await preparation.getByText('报告.json').waitFor();
    await preparation.getByText('已接收 3 行').waitFor();
    await expectSound(page);
    await page.unroute('**/reports?limit=100');
    await page.unroute('**/progress');
    await preparation.getByText('读取并评定完毕').waitFor();
    // By then the service is asked for the files again, of which none is being read.
    await page.reload();
    await page.getByText('下载填报模板').waitFor();
    await expectSound(page);
    expect(await preparation.getByText('报告.json').count()).toBe(0);
  });

  it('seek a severity on all pages of problems, and find none only where all were read', async () => {
    const page = await clerkAt(desk);
    const last = /\/problems\?.*from=1$/;
    await page.route(/\/problems\?.*from=0$/, (route) =>
      route.fulfill({ json: { items: [problem('notice', '提示在前')], next: 1 } }),
    );
    await page.route(last, (route) => route.fulfill(refused(500)));
    await page.reload();
    await page.getByText('提示在前').waitFor();
    await page.getByRole('radiogroup', { name: '”的问题' }).getByText('错误').click();
    await page.getByText('试用的拒绝').waitFor();
    expect(await page.getByText('没有发现问题').count()).toBe(0);
    await page.route(last, (route) =>
      route.fulfill({ json: { items: [problem('error', '错误在后')], next: null } }),
    );
    await page.reload();
    await page.getByText('提示在前').waitFor();
    await page.getByRole('radiogroup', { name: '”的问题' }).getByText('错误').click();
    await page.getByText('错误在后').waitFor();
  });

  it('keep what is filled in when it cannot be read again, and its key until it is answered', async () => {
    const page = await clerkAt(`${desk}/submission`);
    await page.getByLabel('填报说明').fill('数据经核对无误');
    await page.getByRole('checkbox').check();
    await page.route('**/years/2021', (route) => route.fulfill(refused(500)));
    await readAgain(page);
    await page.getByText('试用的拒绝').waitFor();
    expect(await page.getByLabel('填报说明').inputValue()).toBe('数据经核对无误');
    await page.unroute('**/years/2021');

    const keys: (string | undefined)[] = [];
    await page.route('**/years/2021/moves', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      const tries = keys.push(route.request().headers()['idempotency-key']);
      if (tries === 1) return route.fulfill(refused(409));
      if (tries === 2) return route.abort();
      if (tries === 3) return route.fulfill(refused(503));
      return route.fallback();
    });
    const submit = page.getByRole('button', { name: '提交，锁定本年度报告' });
    for (const said of ['试用的拒绝', '连不上服务器', '试用的拒绝']) {
      await submit.click();
      await page.locator('form').getByText(said).waitFor();
    }
    await submit.click();
    await page.getByText('本年度报告已提交并锁定').waitFor();
    const [ofRefused, ...later] = keys;
    expect(later).toHaveLength(3);
    expect(new Set(later).size).toBe(1);
    expect(later).not.toContain(ofRefused);
  });

  it('call a list empty only once it was read', async () => {
    const page = await screens.browser.open('/verify', authorizationOf('provincial-reviewer'));
    await page.route(/\/inbox\/waiting\?/, (route) => route.fulfill(refused(500)));
    await page.goto('/inbox');
    await page.getByText('试用的拒绝').waitFor();
    await page.getByText('待办 —').waitFor();
    expect(await page.getByText('没有等待处理的报告').count()).toBe(0);
    await expectSound(page);
    await page.unroute(/\/inbox\/waiting\?/);
    await page.reload();
    await page.getByText('待办 1').waitFor();
  });

  it('ask for a verdict that is being made anew until it is set aside, and then no more', async () => {
    const page = await screens.browser.open('/verify', authorizationOf('ip-reviewer'));
    const why = (code: string) => ({ code, message: code, messageEn: code });
    const failed = why('evaluation-failed');
    let told = [why('evaluation-unfinished'), failed];
    let asked = 0;
    await page.route('**/gate?year=2021', async (route) => {
      asked += 1;
      const gate = gateView.parse(await (await route.fetch()).json());
      return route.fulfill({ json: { ...gate, why: told } });
    });
    const alert = (code: string) => page.getByRole('alert').getByText(code);
    await page.goto('/review/2019-city-operation/999901/2021');
    await alert('evaluation-unfinished').waitFor();
    told = [failed];
    await alert('evaluation-unfinished').waitFor({ state: 'detached' });
    await alert('evaluation-failed').waitFor();
    const before = asked;
    await page.waitForTimeout(3000);
    expect(asked).toBe(before);
  });

  it('save no table where it cannot be said how far the audit was', async () => {
    const page = await screens.browser.open('/verify', authorizationOf('auditor'));
    const checkpoint = '**/api/audit/checkpoint';
    await page.route(checkpoint, (route) => route.fulfill(refused(503)));
    let saved = 0;
    page.on('download', () => (saved += 1));
    await page.goto('/matrix/2019-city-operation/2021');
    const buttons = page.getByRole('button', { name: /^导出 \.(xlsx|csv)/ });
    for (const button of [buttons.first(), buttons.nth(1)]) {
      await button.click();
      await page.getByText('试用的拒绝').waitFor();
      await expectSound(page);
    }
    expect(saved).toBe(0);
    await page.unroute(checkpoint);
    const download = page.waitForEvent('download');
    await buttons.nth(1).click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    await page.getByText('试用的拒绝').waitFor({ state: 'detached' });
  });

  it('end the session of whoever leaves at the warning, which Escape does not close', async () => {
    const page = await screens.browser.open('/verify', authorizationOf('auditor'));
    await letIdle(page);
    await page.goto('/audit');
    const warning = page.getByRole('dialog', { name: '即将自动退出' });
    await warning.waitFor();
    await page.keyboard.press('Escape');
    await expectSound(page);
    expect(await warning.isVisible()).toBe(true);
    await warning.getByRole('button', { name: '退出登录' }).click();
    await page.getByLabel('邮箱').waitFor();
    await page.unroute('**/api/session');
    await page.reload();
    await page.getByLabel('邮箱').waitFor();
  });

  it('look again by themselves only while somebody is there', async () => {
    const page = await screens.browser.open('/verify', authorizationOf('system-administrator'));
    await letIdle(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const looks = () => asked.filter((each) => each === '/api/jobs').length;
    await page.goto('/operation');
    await page.getByRole('dialog', { name: '即将自动退出' }).waitFor();
    await page.waitForTimeout(11_000);
    expect(looks()).toBe(1);
    const again = page.waitForRequest(/\/api\/jobs\?/);
    await page.getByRole('button', { name: '继续使用' }).click();
    expect((await again).headers()).toHaveProperty('x-unattended');
  });
});

function problem(severity: ProblemView['severity'], message: string): ProblemView {
  return { severity, code: 'trial', file: '报告.json', message };
}

/** Comes back to a page after so long that what it shows is read again. */
async function readAgain(page: Page): Promise<void> {
  await page.waitForTimeout(10_000);
  await page.evaluate(`dispatchEvent(new Event('visibilitychange'))`);
}

/** Has a session be one of those about to end. */
async function letIdle(page: Page): Promise<void> {
  await page.route('**/api/session', async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const signedIn = signedInView.parse(await (await route.fetch()).json());
    return route.fulfill({ json: { ...signedIn, idleMinutes: 2 } });
  });
}
