import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import type { Page } from 'playwright-core';
import { openStore } from '#persistence';
import { authorizationOf } from '../people-on-trial.js';
import { MoneyOnTrial } from '../money/money-on-trial.js';
import { expectSound } from './browser-on-trial.js';
import { press, type } from './keyboard.js';
import { screensOnTrial } from './screens-on-trial.js';

const desk = '/money/2019-city-operation?year=2021';
const city = '/money/2019-city-operation/950001?year=2021';
const other = '/money/2019-city-operation/999901?year=2021';

describe('the money desk in the browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'money-'));
  const screens = screensOnTrial(async (service) => {
    const stores = await openStore(service.folder, 'product');
    await MoneyOnTrial.eligible(stores, '950001');
    await stores.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const open = (path: string, role: 'finance-reviewer' | 'finance-approver') =>
    screens.browser.open(path, authorizationOf(role));
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  /** Proposes an amount, checks it and confirms. */
  const propose = async (page: Page, amount: string) => {
    await page.goto(city);
    await button(page, '提出拨付').click();
    await page.getByLabel('金额（万元）').fill(amount);
    await button(page, '下一步：核对').click();
    await button(page, '确认提出拨付').click();
    await page.getByText('已提出拨付').waitFor();
  };

  it('lets one propose, another approve, and the first record the payment', async () => {
    const reviewer = await open(desk, 'finance-reviewer');
    await reviewer.getByText('现在可以拨付 5,000 万元。').waitFor();
    await reviewer.getByText('现在不能拨付：该年度尚无评定结果').waitFor();
    await expectSound(reviewer);
    await reviewer.getByRole('row', { name: '950001' }).getByRole('link').click();
    await reviewer.getByRole('heading', { name: '资金拨付：示例市' }).waitFor();
    await reviewer.locator('.drawn-parts svg').getByText('15,000').waitFor();
    await reviewer.getByText('以表格查看').click();
    await reviewer.getByRole('row', { name: '剩余资金 5,000 50,000,000.00' }).waitFor();
    await expectSound(reviewer);

    await button(reviewer, '提出拨付').click();
    await reviewer.getByLabel('金额（万元）').fill('5000.000001');
    await button(reviewer, '下一步：核对').click();
    await reviewer.getByText('不能超过 5,000 万元').waitFor();
    await expectSound(reviewer);
    await reviewer.getByLabel('金额（万元）').fill('1234.567891');
    await reviewer.getByLabel('意见（可不填）').fill('首期');
    await button(reviewer, '下一步：核对').click();
    await reviewer.getByRole('heading', { name: '核对：提出拨付' }).waitFor();
    await reviewer.getByText('（¥12,345,678.91）').waitFor();
    await reviewer.getByText(/^[0-9a-f]{64}$/).waitFor();
    await reviewer.getByText('考核〔2022〕1号 · 2022-06-30 · 通过').waitFor();
    await reviewer.getByText('提出不付款，须由另一人审批').waitFor();
    await reviewer.getByText('3,765.432109 万元').waitFor();
    await expectSound(reviewer);
    await button(reviewer, '返回修改').click();
    expect(await reviewer.getByLabel('意见（可不填）').inputValue()).toBe('首期');
    await button(reviewer, '下一步：核对').click();
    await button(reviewer, '确认提出拨付').click();
    await reviewer.getByText('已提出拨付').waitFor();
    await expectSound(reviewer);
    await reviewer.getByRole('link', { name: '查看这笔拨付' }).click();
    await reviewer.getByText('待审批').first().waitFor();
    await expectSound(reviewer);

    const approver = await open(desk, 'finance-approver');
    await approver.getByText('待审批 1').click();
    await approver.getByRole('link', { name: '1,234.567891 万元 · 待审批' }).click();
    await approver.getByLabel('批准', { exact: true }).check();
    await button(approver, '下一步：核对').click();
    await approver.getByRole('heading', { name: '核对：批准' }).waitFor();
    await approver.getByText('批准不能撤销').waitFor();
    expect(await approver.getByText(/^[0-9a-f]{64}$/).count()).toBe(4);
    await expectSound(approver);
    await button(approver, '确认批准').click();
    await approver.getByText('已批准', { exact: true }).waitFor();
    await approver.getByText('已批准，待支付').waitFor();
    await expectSound(approver);
    await approver.getByText('这笔拨付还没有出具资金拨付函。').waitFor();
    await button(approver, '出具资金拨付函（1,234.567891 万元）').click();
    await approver.getByText('拨付1234.567891万元。').waitFor();
    await approver.getByRole('link', { name: '下载 docx：资金拨付函' }).waitFor();
    await expectSound(approver);

    await reviewer.reload();
    await reviewer.getByLabel('记录支付', { exact: true }).check();
    await reviewer.getByLabel('支付凭证号').fill('=支〔2022〕1号');
    await button(reviewer, '下一步：核对').click();
    await button(reviewer, '确认记录支付').click();
    await reviewer.getByText('已记录支付').waitFor();
    await reviewer.getByRole('link', { name: '返回资金' }).first().click();
    await reviewer.getByText('现在可以拨付 3,765.432109 万元。').waitFor();
    await reviewer.getByText('已支付').waitFor();
  });

  it('says of a release whose ground gave way that it is void, and why', async () => {
    const reviewer = await open(city, 'finance-reviewer');
    await propose(reviewer, '1');
    await reviewer.goto(city);
    await button(reviewer, '更正考核结论').click();
    await reviewer.getByLabel('未通过').check();
    await reviewer.getByLabel('文号').fill('考核〔2022〕2号');
    await reviewer.getByLabel('日期').fill('2022-07-01');
    await expectSound(reviewer);
    await button(reviewer, '下一步：核对').click();
    await reviewer.getByText('考核〔2022〕1号 · 2022-06-30 · 通过').waitFor();
    await button(reviewer, '确认更正考核结论').click();
    await reviewer.getByText('已更正考核结论').waitFor();

    const approver = await open(desk, 'finance-approver');
    await approver.getByRole('link', { name: '1 万元 · 待审批' }).click();
    await approver.getByText('批准或支付时本笔将失效').waitFor();
    await approver.getByLabel('批准', { exact: true }).check();
    await button(approver, '下一步：核对').click();
    await button(approver, '确认批准').click();
    await approver.getByText('本笔已失效，没有付款').waitFor();
    await approver.getByText('两部门的考核结论为未通过。').first().waitFor();
    await expectSound(approver);
  });

  it('records an award and a payment by keyboard alone', async () => {
    const page = await open(other, 'finance-reviewer');
    const { keyboard } = page;
    const record = async (kind: string, amount: string, document: string) => {
      await press(page, button(page, '记录核定或首批拨付'), 'Enter');
      await press(page, page.getByRole('radio', { name: '核定资金' }), 'Space');
      if (kind === '首批拨付') await keyboard.press('ArrowRight');
      await type(page, page.getByLabel('金额（万元）'), amount);
      await type(page, page.getByLabel('文号'), document);
      await keyboard.press('Enter');
      await press(page, button(page, `确认记录${kind}`), 'Enter');
      await page.getByText(`已记录${kind}`).waitFor();
      await press(page, page.getByRole('link', { name: '返回资金' }).last(), 'Enter');
      await page.getByRole('heading', { name: '资金拨付：示例市' }).waitFor();
    };
    await record('核定资金', '18000', '示例核〔2019〕9号');
    await record('首批拨付', '12000', '示例拨〔2019〕9号');
    const ledger = page.getByRole('region', { name: '资金台账' });
    await ledger.getByRole('row', { name: '首批拨付 12,000' }).waitFor();
    await expectSound(page);
  });

  it('corrects an award by another, which counts in its place', async () => {
    const page = await open(other, 'finance-reviewer');
    const ledger = page.getByRole('region', { name: '资金台账' });
    await ledger.getByRole('link', { name: '更正 核定资金 示例核〔2019〕9号' }).click();
    await page.getByText('核定资金 · 18,000 万元 · 示例核〔2019〕9号').waitFor();
    expect(await page.getByLabel('首批拨付').isDisabled()).toBe(true);
    await page.getByLabel('金额（万元）').fill('17000');
    await expectSound(page);
    await button(page, '下一步：核对').click();
    await page.getByRole('heading', { name: '核对：更正核定资金' }).waitFor();
    await page.getByText('核定资金 · 18,000 万元 · 示例核〔2019〕9号').waitFor();
    await expectSound(page);
    await button(page, '确认更正核定资金').click();
    await page.getByText('已更正核定资金').waitFor();
    await page.getByRole('link', { name: '返回资金' }).last().click();
    await ledger.getByRole('row', { name: '核定资金 18,000 示例核〔2019〕9号 已更正' }).waitFor();
    await ledger.getByRole('row', { name: '核定资金 17,000 示例核〔2019〕9号 现行' }).waitFor();
    const corrections = ledger.getByRole('link', { name: '更正' });
    expect(await corrections.count()).toBe(2);
    await page.locator('.drawn-parts svg').getByText('17,000').waitFor();
    await expectSound(page);
    await corrections.first().click();
    await page.getByText('所更正的记录').waitFor();
  });

  it('offers to correct an award, and a first payment only until there is a conclusion', async () => {
    const page = await open(city, 'finance-reviewer');
    await page.getByRole('region', { name: '考核结论' }).getByRole('row').nth(1).waitFor();
    const ledger = page.getByRole('region', { name: '资金台账' });
    await ledger.getByRole('row', { name: '首批拨付' }).waitFor();
    await ledger.getByRole('link', { name: '更正 核定资金' }).waitFor();
    expect(await ledger.getByRole('link', { name: '更正' }).count()).toBe(1);
  });

  it('saves its tables with exact figures, and nothing that runs', async () => {
    const page = await open(city, 'finance-reviewer');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, '导出 .xlsx：950001 各笔拨付').click(),
    ]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    const book = new exceljs.Workbook();
    await book.xlsx.load(Uint8Array.from(readFileSync(path)).buffer);
    const [sheet] = book.worksheets;
    const amounts = sheet?.getColumn(2).values.slice(2);
    expect(amounts).toEqual([1, 1234.567891]);
    expect(sheet?.lastRow?.getCell(1).value).toMatch(/^审计校验点 \d+:[0-9a-f]{64}$/);
  });

  it('fits a telephone, in the dark, in English', async () => {
    const page = await screens.browser.open(desk, {
      ...authorizationOf('auditor'),
      ...{ width: 390, colorScheme: 'dark' },
    });
    await button(page, 'English').click();
    await page.getByText('Nothing may go out now').first().waitFor();
    await expectSound(page);
    await page.goto(city);
    await page.getByText('What the award is made of').waitFor();
    const chart = page.locator('.drawn-parts svg');
    const drawnAtOnce = await chart.innerHTML();
    await expectSound(page);
    expect(await chart.innerHTML()).toBe(drawnAtOnce);
    await page.getByRole('link', { name: 'Open' }).first().click();
    await page.getByText('What was done').waitFor();
    await expectSound(page);
  });
});
