import type { Page } from 'playwright-core';
import { programmes } from '#rulebook';
import { z } from 'zod';
import { authorizationOf } from '../people-on-trial.js';
import { ServiceOnTrial } from '../e2e/service-on-trial.js';
import { smallReport } from '../e2e/small-report.js';
import { barriersOn, BrowserOnTrial, isTooWide } from './browser-on-trial.js';

const matrix = '/matrix/2019-city-operation/2021';

describe('a reviewer in the browser', () => {
  let service: ServiceOnTrial;
  let browser: BrowserOnTrial;
  beforeAll(async () => {
    service = await ServiceOnTrial.start();
    browser = await BrowserOnTrial.start(service.url);
    await service.handIn(2021, smallReport(2021));
  });
  afterAll(async () => {
    await browser.stop();
    await service.stop();
    expect(browser.wrongs).toEqual([]);
  });

  const expectSound = async (page: Page) => {
    await page.waitForLoadState('networkidle');
    expect(await barriersOn(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
  };

  it('goes from the inbox to the cell in three clicks, and returns the report with reasons', async () => {
    const page = await browser.open('/inbox', authorizationOf('provincial-reviewer'));
    await page.getByText('待办 1').waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: '示例市' }).click();
    await page.getByRole('row', { name: '知识产权管理规范贯标' }).click();
    await page
      .getByText(/第 \d+ 行/)
      .first()
      .waitFor();
    await expectSound(page);

    await page.getByLabel('退回').check();
    await page.getByLabel('因哪些目标退回').fill('贯标');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByLabel('退回理由').fill('请补证书');
    await page.getByLabel('意见').fill('请补正');
    await page.getByRole('button', { name: '作出处理' }).click();
    await page.getByText('本年度报告目前不由您处理。').waitFor();
    await page.getByText('请补证书').waitFor();
    await page.goto('/inbox');
    await page.getByText('已办 1').click();
    await page.getByText('请补正').waitFor();
    await expectSound(page);
  });

  it('sees 300 cities by 14 targets within 1.5 seconds, and sorts them', async () => {
    const page = await browser.open(matrix, authorizationOf('ip-reviewer'));
    await page.getByRole('rowheader', { name: '示例市' }).waitFor();
    await expectSound(page);
    await page.route('**/matrix?**', (route) => route.fulfill({ json: manyCities(300) }));
    await page.addInitScript(whenDrawn);
    const times: number[] = [];
    // Whatever else the machine does meanwhile only ever takes time.
    for (let tries = 0; tries < 5; tries += 1) {
      await page.reload();
      await page.getByText('300 / 300 个城市').waitFor();
      times.push(z.number().parse(await page.evaluate('matrixDrawn')));
    }
    expect(Math.min(...times)).toBeLessThan(1500);
    await page.getByRole('button', { name: '知识产权运营机构' }).click();
    await page.getByRole('row').nth(1).getByRole('rowheader', { name: '示例300' }).waitFor();
    await page.getByRole('row').last().scrollIntoViewIfNeeded();
    await page.getByRole('row').last().getByText('达标').first().waitFor();
    await expectSound(page);
  });
});

/** Tells on the page's own clock, which starts as it is asked for, when all lines had been drawn. */
const whenDrawn = `globalThis.matrixDrawn = new Promise((resolve) => {
  const look = () =>
    document.querySelectorAll('.matrix tbody tr').length === 300
      ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
      : requestAnimationFrame(look);
  look();
});`;

/** Lines of a matrix: of each city one more is missing than of the one before. */
function manyCities(count: number): unknown {
  const targets = programmes[0]?.targets.map(({ id }) => id) ?? [];
  const items = Array.from({ length: count }, (_, index) => ({
    code: String(950001 + index),
    name: `示例${index + 1}`,
    underDirectPlanning: false,
    state: 'verified',
    determination: {
      ...{ hash: '0'.repeat(64), quantified: 'ineligible', overall: 'ineligible' },
      targets: targets.map((target) => ({
        ...{ target, outcome: 'not_met', overall: 'not_met', due: true },
        ...{ margin: String(-index), unit: '家', difference: null },
      })),
    },
  }));
  return { items, next: null };
}
