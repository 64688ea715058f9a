import type { Page } from 'playwright-core';
import { openStore } from '#persistence';
import { MoneyOnTrial } from '../money/money-on-trial.js';
import { valueOf } from '../outcome-on-trial.js';
import { authorizationOf } from '../people-on-trial.js';
import { expectSound } from './browser-on-trial.js';
import { screensOnTrial } from './screens-on-trial.js';

interface Ending {
  readonly city: string;
  readonly role: 'finance-reviewer' | 'finance-approver';
  readonly name: string;
  readonly standing: 'proposed' | 'approved';
  readonly fields: Readonly<Record<string, string>>;
  readonly final: string;
  readonly state: string;
}

/** What the form of each move asks for, and what is seen once it is done. */
const endings: readonly Ending[] = [
  {
    ...{ city: '950001', role: 'finance-approver', name: '不予批准', standing: 'proposed' },
    ...{ fields: { 意见: '依据不足' }, final: '不予批准不能撤销', state: '未批准' },
  },
  {
    ...{ city: '950002', role: 'finance-reviewer', name: '撤回', standing: 'proposed' },
    ...{ fields: { 意见: '金额填错' }, final: '撤回不能撤销', state: '已撤回' },
  },
  {
    ...{ city: '950003', role: 'finance-reviewer', name: '取消', standing: 'approved' },
    ...{ fields: { 意见: '计划调整' }, final: '取消不能撤销', state: '已取消' },
  },
  {
    ...{ city: '950004', role: 'finance-reviewer', name: '记录支付失败', standing: 'approved' },
    ...{ fields: { 凭证或文件号: '退票1号', 意见: '账户有误' }, state: '支付失败' },
    final: '记录后不能撤销',
  },
];

const cityAt = (code: string) => `/money/2019-city-operation/${code}`;

describe('what ends a release, in the browser', () => {
  /** The address of a release of 0.1 万元 of each city. */
  const releases = new Map<string, string>();
  const screens = screensOnTrial(async (service) => {
    const stores = await openStore(service.folder, 'product');
    const others = [
      { city: '950005', standing: 'paid' },
      { city: '950006', standing: 'proposed' },
    ];
    for (const { city, standing } of [...endings, ...others]) {
      const money = await MoneyOnTrial.eligible(stores, city);
      const { id } = valueOf(await money.propose(100_000n));
      if (standing !== 'proposed') valueOf(await money.approve(id));
      if (standing === 'paid') valueOf(await money.pay(id));
      releases.set(city, `${cityAt(city)}/releases/${id}`);
    }
    await stores.close();
  });

  const open = (city: string, role: Ending['role']) =>
    screens.browser.open(releases.get(city) ?? '', authorizationOf(role));
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

  it.each(endings)('$name', async ({ city, role, name, fields, final, state }) => {
    const page = await open(city, role);
    await button(page, '下一步：核对').click();
    await page.getByText('请选择').waitFor();
    await field(page, name).check();
    await button(page, '下一步：核对').click();
    await page.getByText('请填写').first().waitFor();
    expect(await page.getByText('请填写').count()).toBe(Object.keys(fields).length);
    await expectSound(page);
    for (const [label, text] of Object.entries(fields)) await field(page, label).fill(text);
    await button(page, '下一步：核对').click();
    await page.getByRole('heading', { name: `核对：${name}` }).waitFor();
    await page.getByText(final).waitFor();
    for (const text of Object.values(fields)) await page.getByText(text).waitFor();
    await expectSound(page);
    await button(page, `确认${name}`).click();
    await page.getByRole('heading', { name: `已${name}` }).waitFor();
    await page.locator('.mark', { hasText: state }).waitFor();
    const moves = page.getByRole('group', { name: '办理经过' });
    await moves
      .getByRole('row', { name })
      .getByText(fields['意见'] ?? '')
      .waitFor();
    await expectSound(page);
    // It has ended, and the money may be proposed anew.
    await page.reload();
    await page.getByText('这笔拨付目前不由您办理。').waitFor();
    await page.goto(cityAt(city));
    await page.getByText('现在可以拨付 5,000 万元。').waitFor();
  });

  it('takes back what came back, in parts and no more than was paid', async () => {
    const page = await open('950005', 'finance-reviewer');
    const giveBack = async (amount: string) => {
      await field(page, '记录退回款').check();
      await field(page, '退回金额（万元）').fill(amount);
      await field(page, '凭证或文件号').fill(`退${amount}`);
      await field(page, '意见').fill('账户有误');
      await button(page, '下一步：核对').click();
    };
    await giveBack('10.000001');
    await page.getByText('不能超过 0.1 万元').waitFor();
    await giveBack('0');
    await page.getByText('请填大于零的万元金额').waitFor();
    await expectSound(page);
    for (const [amount, left] of [
      ['0.04', '4,999.94'],
      ['0.06', '5,000'],
    ] as const) {
      await giveBack(amount);
      await page.getByRole('heading', { name: '核对：记录退回款' }).waitFor();
      await page.getByText('退回的金额回到剩余资金').waitFor();
      await expectSound(page);
      await button(page, '确认记录退回款').click();
      await page.getByRole('heading', { name: '已记录退回款' }).waitFor();
      await page.locator('.mark', { hasText: '有退回' }).waitFor();
      await page.getByRole('link', { name: '返回资金' }).last().click();
      await page.getByText(`现在可以拨付 ${left} 万元。`).waitFor();
      await page.goto(releases.get('950005') ?? '');
    }
  });

  it('says so where somebody else was faster', async () => {
    const approver = await open('950006', 'finance-approver');
    await field(approver, '不予批准').check();
    await field(approver, '意见').fill('依据不足');
    await button(approver, '下一步：核对').click();
    await approver.getByRole('heading', { name: '核对：不予批准' }).waitFor();
    const reviewer = await screens.service.as('finance-reviewer');
    const at = (releases.get('950006') ?? '').replace('/money/', '/api/subjects/');
    await reviewer.post(`${at}/moves`, { move: 'withdraw', opinion: '先撤回' });
    await button(approver, '确认不予批准').click();
    await approver.getByText('这笔拨付的状态已经改变，不能再这样办理').waitFor();
    await approver.locator('.mark', { hasText: '已撤回' }).waitFor();
    await approver.getByText('先撤回').waitFor();
    await expectSound(approver);
  });
});
