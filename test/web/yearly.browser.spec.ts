import type { Page } from 'playwright-core';
import { authorizationOf } from '../people-on-trial.js';
import { smallReport } from '../e2e/small-report.js';
import { expectSound } from './browser-on-trial.js';
import { press } from './keyboard.js';
import { screensOnTrial } from './screens-on-trial.js';

const yearly = '/yearly/2019-city-operation';

describe('the yearly run in the browser', () => {
  const screens = screensOnTrial(async (service) => {
    await service.enrol('950001');
    for (const year of [2020, 2021]) await service.handIn(year, smallReport(year));
  });

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  it('is started once by the finance reviewer, followed, and shown', async () => {
    const auditor = await screens.browser.open(`${yearly}/2020`, authorizationOf('auditor'));
    await auditor.getByText('由财政部审核员开始。').waitFor();
    expect(await button(auditor, '下一步：核对').count()).toBe(0);
    const page = await screens.browser.open(`${yearly}/2020`, authorizationOf('finance-reviewer'));
    await button(page, '下一步：核对').click();
    await page.getByText('每个项目每个年度只评定一次').waitFor();
    await expectSound(page);
    // What is told while it is under way, before the first answer that says it is not.
    const asked = '**/yearly-runs/2020';
    const run = {
      ...{ programme: '2019-city-operation', year: 2020, startedBy: 'x', finishedAt: null },
      ...{ startedAt: '2022-01-01T09:00:00.000+08:00', subjects: 300 },
    };
    let told: object = { evaluated: 120, setAside: [], standsStill: false };
    await page.route(asked, (route) => route.fulfill({ json: { ...run, ...told } }));
    await button(page, '确认开始年度评定').click();
    await page.getByText('已评定 120 / 300 个填报主体').waitFor();
    await expectSound(page);
    const setAside = [{ code: '999901', name: '示例市' }];
    told = { evaluated: 299, setAside, standsStill: true };
    await page.getByRole('heading', { name: '评定停住了' }).waitFor();
    await page.getByRole('alert').getByText('示例市 999901').waitFor();
    await expectSound(page);
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await button(page, '继续搁置的评定').click();
    expect((await answered).status()).toBe(200);
    // Sooner, the page might be told that all is done before it was asked to go on.
    await page.unroute(asked);
    await page.getByRole('heading', { name: '哪些目标未达标最多' }).waitFor();
    await expectSound(page);
  });

  it('is not offered before its year is over in Beijing', async () => {
    const page = await screens.browser.open('/verify', authorizationOf('finance-reviewer'));
    await page.clock.setFixedTime('2021-12-31T23:59:59+08:00');
    await page.goto(`${yearly}/2021`);
    await page.getByText('该年度尚未结束').waitFor();
    expect(await button(page, '下一步：核对').count()).toBe(0);
    await expectSound(page);
    await page.clock.setFixedTime('2022-01-01T00:00:00+08:00');
    await page.reload();
    await button(page, '下一步：核对').waitFor();
  });

  it('shows by keyboard alone how many came to what, and which they are', async () => {
    const page = await screens.browser.open(`${yearly}/2021`, authorizationOf('finance-reviewer'));
    await press(page, button(page, '下一步：核对'), 'Enter');
    await press(page, button(page, '确认开始年度评定'), 'Enter');
    await page.getByText('与上年持平').first().waitFor();
    const changes = page.getByRole('region', { name: '与上年相比的变化' });
    await changes.getByRole('row', { name: '拨付条件（全部目标）' }).waitFor();
    await expectSound(page);
    const failing = page.getByRole('region', { name: '哪些目标未达标最多' });
    const line = failing.getByRole('row', { name: '知识产权管理规范贯标' });
    await press(page, line.getByRole('link', { name: '未达标 1' }), 'Enter');
    await page.getByText('1 / 2 个城市').waitFor();
    await page.getByRole('rowheader', { name: '示例市' }).waitFor();
    await page.goBack();
    const provinces = page.getByRole('region', { name: '各省对比' });
    await press(page, provinces.getByRole('link', { name: '95xxxx 无法判定 1' }), 'Enter');
    await page.getByText('1 / 2 个城市').waitFor();
    await expectSound(page);
  });

  it('fits a telephone, in the dark, in English', async () => {
    const page = await screens.browser.open(`${yearly}/2021`, {
      ...authorizationOf('ip-reviewer'),
      ...{ width: 390, colorScheme: 'dark' },
    });
    await button(page, 'English').click();
    await page.getByRole('heading', { name: 'Which targets fail most' }).waitFor();
    await expectSound(page);
  });
});
