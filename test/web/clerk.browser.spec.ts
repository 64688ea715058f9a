import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import { accountView, enrolmentCodeView, pageOf } from '#contracts';
import { authorizationOf } from '../people-on-trial.js';
import { drawn, expectSound } from './browser-on-trial.js';
import { focus, press, type } from './keyboard.js';
import { screensOnTrial } from './screens-on-trial.js';

const password = '示例口令足够长的一句话-2021';
const desk = '/desk/2019-city-operation/999901/2021';

describe('a clerk in the browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clerk-'));
  const workbook = join(folder, '示例市-2021.xlsx');
  let email: string;
  const screens = screensOnTrial(async () => {
    await writeWorkbook(workbook);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A one-time code for the clerk of 示例市. */
  const enrolmentCode = async () => {
    const listed: unknown = await screens.service.json('/api/accounts?limit=100');
    const clerk = pageOf(accountView)
      .parse(listed)
      .items.find(({ grant }) => grant?.role === 'city-clerk');
    const security = await screens.service.as('security-administrator');
    const reset = await security.post(`/api/accounts/${clerk?.id ?? ''}/resets`, {});
    email = clerk?.email ?? '';
    return enrolmentCodeView.parse(await reset.json()).code;
  };

  it('sees the whole desk turn dark at once where the system does', async () => {
    const page = await screens.browser.open(desk, { ...authorizationOf('city-clerk'), width: 390 });
    await page.getByRole('heading', { name: '2021 年度报告' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate(`${firstInDark}; undefined`);
    await page.emulateMedia({ colorScheme: 'dark' });
    const first = await page.evaluate('firstInDark');
    await page.evaluate(drawn);
    expect(first).toEqual(await page.evaluate(colours));
    await expectSound(page);
  });

  it('enrols, reports, sees where the city stands, and submits', async () => {
    const code = await enrolmentCode();
    const page = await screens.browser.open('/');
    await expectSound(page);
    await page.getByRole('button', { name: '持登记码首次登记' }).click();
    await page.getByLabel('一次性登记码').fill(code);
    await page.getByLabel('新密码').fill(password);
    await page.getByLabel('再输入一次').fill(password);
    await expectSound(page);
    await page.getByRole('button', { name: '完成登记' }).click();
    await page.getByText('登记完成，请登录。').waitFor();
    await page.getByLabel('邮箱').fill(email);
    await page.getByLabel('密码').fill('不是这个');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('邮箱、密码或动态口令不对').waitFor();
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录' }).click();

    await page.getByRole('heading', { name: '示例市 · 城市工作台' }).waitFor();
    await expectSound(page);
    const template = await saved(page, page.getByRole('link', { name: '下载填报模板' }), folder);
    expect(template.subarray(0, 2).toString()).toBe('PK');
    await page.locator('input[type=file]').setInputFiles(workbook);
    await page.getByText('读取并评定完毕').waitFor();
    await page.getByText('“贯标单位”第 3 行').waitFor();
    await expectSound(page);
    const together = page.locator('section', { hasText: '汇总各份报告时发现的问题' });
    await together.getByText('“贯标单位”第 4 行').waitFor();
    await together.getByText('示例市-2021.xlsx').first().waitFor();
    await saved(page, page.getByRole('link', { name: '下载标注副本' }), folder);
    const marked = await new exceljs.Workbook().xlsx.readFile(
      join(folder, '示例市-2021-标注.xlsx'),
    );
    const units = marked.getWorksheet('贯标单位');
    expect(units?.getCell('G3').value).toContain('信用代码');
    expect(units?.getCell('G4').value).toContain('与第5行是同一项');

    await page.getByRole('button', { name: '查看自评' }).click();
    await page.getByRole('heading', { name: '自评：示例市 2021' }).waitFor();
    await page.getByRole('row', { name: '知识产权管理规范贯标' }).click();
    await page.getByText('第 2 行').waitFor();
    await expectSound(page);

    await page.getByRole('button', { name: '试算' }).click();
    const supposed = page.getByRole('listitem').filter({ hasText: '知识产权管理规范贯标' });
    await supposed.getByRole('button', { name: '至少 100 家' }).click();
    await supposed.getByText('达标', { exact: true }).waitFor();
    await expectSound(page);

    await page.goto(desk);
    await page.getByRole('button', { name: '核对并提交' }).click();
    await page.getByLabel('填报说明').fill('数据经核对无误');
    await page.getByRole('button', { name: '提交，锁定本年度报告' }).click();
    await page.getByText('我已核对以上内容，所报数据真实、完整').nth(1).waitFor();
    await expectSound(page);
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: '提交，锁定本年度报告' }).click();
    await page.getByText('本年度报告已提交并锁定').waitFor();
    await page.getByText('数据经核对无误').waitFor();
    await expectSound(page);

    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByLabel('邮箱').waitFor();
  });

  it('reads the rulebook on a telephone, in the dark, in English', async () => {
    const page = await screens.browser.open('/rulebook', { width: 390, colorScheme: 'dark' });
    await page.getByLabel('邮箱').fill(email);
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await expectSound(page);
    for (const path of [desk, `${desk}/assessment`, `${desk}/what-if`]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectSound(page);
    }
  });

  it('does it all by keyboard alone', async () => {
    const code = await enrolmentCode();
    const page = await screens.browser.open('/');
    const { keyboard } = page;
    const lastYears = join(folder, '示例市-2020.xlsx');
    await writeWorkbook(lastYears, 2020);
    page.on('filechooser', (chooser) => void chooser.setFiles(lastYears));
    await press(page, page.getByRole('button', { name: '持登记码首次登记' }), 'Enter');
    await type(page, page.getByLabel('一次性登记码'), code);
    await type(page, page.getByLabel('新密码'), password);
    await type(page, page.getByLabel('再输入一次'), password);
    await keyboard.press('Enter');
    await page.getByText('登记完成，请登录。').waitFor();
    await type(page, page.getByLabel('邮箱'), email);
    await type(page, page.getByLabel('密码'), password);
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: '示例市 · 城市工作台' }).waitFor();

    // The year before, which is not submitted.
    await focus(page, page.getByRole('radio', { name: '2021' }));
    await keyboard.press('ArrowLeft');
    await page.getByRole('heading', { name: '2020 年度报告' }).waitFor();
    await focus(page, page.locator('input[type=file]'));
    await keyboard.press('Enter');
    await page.getByText('读取并评定完毕').waitFor();
    await press(page, page.getByRole('button', { name: '核对并提交' }), 'Enter');
    await type(page, page.getByLabel('填报说明'), '已核对');
    await press(page, page.getByRole('checkbox'), 'Space');
    await press(page, page.getByRole('button', { name: '提交，锁定本年度报告' }), 'Enter');
    await page.getByText('本年度报告已提交并锁定').waitFor();
    await press(page, page.getByRole('button', { name: '退出登录' }), 'Enter');
    await page.getByLabel('邮箱').waitFor();
  });
});

/** What everything on a page is written in. */
const colours = `[...document.querySelectorAll('body *')].map((each) => getComputedStyle(each).color)`;

/** Keeps what it is written in as it is first drawn in another shade. */
const firstInDark = `globalThis.firstInDark = new Promise((done) =>
  new MutationObserver(() => requestAnimationFrame(() => done(${colours})))
    .observe(document.documentElement, { attributeFilter: ['data-shade'] }))`;

/** What a link has the browser save. */
async function saved(page: Page, link: Locator, folder: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return readFileSync(path);
}

/** A report with one row that is right, one whose credit code is not, and two that contradict. */
async function writeWorkbook(path: string, year = 2021): Promise<void> {
  const book = new exceljs.Workbook();
  book.addWorksheet('封面').addRows([
    ['报告格式', '1'],
    ['项目编码', '2019-city-operation'],
    ['填报主体', '示例市'],
    ['主体代码', '999901'],
    ['报告年度', year],
    ['填报日期', `${year + 1}-01-31`],
  ]);
  const unit = ['企业', 'GB/T 29490', 'R1', `${year}-03-05`];
  book.addWorksheet('贯标单位').addRows([
    ['单位名称', '统一社会信用代码', '单位类型', '标准', '证书编号', '认证日期'],
    ['甲公司', '914403001922038216', ...unit],
    ['乙公司', '914403001922038217', ...unit],
    ['丙公司', '91990001MA0000001R', ...unit],
    ['丁公司', '91990001MA0000001R', ...unit],
  ]);
  await book.xlsx.writeFile(path);
}
