import { gateView, type GateView } from '#contracts';
import { authorizationOf } from '../people-on-trial.js';
import { smallReport } from '../e2e/small-report.js';
import { exampleSubject } from '../example-subject.js';
import { expectSound } from './browser-on-trial.js';
import { choose, focus, press, type } from './keyboard.js';
import { screensOnTrial } from './screens-on-trial.js';

describe('a reviewer in the browser', () => {
  const screens = screensOnTrial(async (service) => {
    await service.handIn(2021, smallReport(2021));
  });

  it('goes from the inbox to the cell in three clicks, and returns the report with reasons', async () => {
    const page = await screens.browser.open('/inbox', authorizationOf('provincial-reviewer'));
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

  it('looks at a row, decides on a conflict, verifies a sample and records a finding', async () => {
    await screens.service.post('/api/subjects', { ...exampleSubject('999902'), name: '示例二市' });
    const rival = '/api/subjects/2019-city-operation/999902';
    const file = smallReport(2021, { code: '999902' });
    const sent = await screens.service.uploadBare(file, '', `${rival}/reports`);
    await screens.service.follow(sent.headers.get('location') ?? '');
    const clerk = await screens.service.as('city-clerk', '999902');
    await clerk.post(`${rival}/years/2021/moves`, { move: 'submit', opinion: '报送' });
    await screens.service.evaluated(2021, rival);
    const page = await screens.browser.open(
      '/review/2019-city-operation/999902/2021',
      authorizationOf('ip-reviewer'),
    );
    // Three clicks from the city: the verdict, the row, and there is the cell.
    await page.getByRole('row', { name: '知识产权管理规范贯标' }).click();
    await page.getByText('解释口径').first().waitFor();
    await page.getByRole('button', { name: '第 2 行' }).first().click();
    await page.getByRole('row', { name: '统一社会信用代码 914403001922038216' }).waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: '关闭', exact: true }).click();

    await page.getByRole('tab', { name: /^跨市重复 \d+$/ }).click();
    await page.getByRole('rowheader', { name: '示例市' }).first().waitFor();
    await page.getByRole('rowheader', { name: '示例二市（本市）' }).first().waitFor();
    await expectSound(page);
    const units = page.getByRole('region', { name: '贯标单位' });
    const conclude = async (conclusion: string, reason: string) => {
      await page.getByLabel(conclusion).check();
      await page.getByLabel('理由').fill(reason);
      await page.getByRole('button', { name: '记录结论' }).click();
      await page.getByText('结论已记录，正在重新评定。').waitFor();
      await page.getByRole('button', { name: '关闭', exact: true }).click();
      await units.getByText(`${conclusion}（${reason}）`).waitFor();
    };
    await units.getByRole('row', { name: '示例二市' }).getByRole('button').click();
    await conclude('剔除，不作证据', '已由示例市申报');
    const itself = page.getByRole('rowheader', { name: '示例市', exact: true });
    await units.getByRole('row').filter({ has: itself }).getByRole('button').click();
    await conclude('确认属于该主体', '原件在示例市');

    await page.getByRole('tab', { name: '抽样核查' }).click();
    await page.getByLabel('抽取行数').fill('2');
    await page.getByRole('button', { name: '抽样' }).click();
    await page.getByText('已核查 0 / 2 行').waitFor();
    await choose(page.getByRole('combobox', { name: /结论$/ }).first(), '属实');
    await page.getByRole('button', { name: '记录核查情况' }).click();
    await page.getByText('请写明每行的理由。').waitFor();
    await page.getByRole('textbox', { name: /理由$/ }).first().fill('见原件');
    await page.getByRole('button', { name: '记录核查情况' }).click();
    await page.getByText('已核查 1 / 2 行，属实 1 行，属实率 100%').waitFor();
    await expectSound(page);

    await page.getByRole('tab', { name: '核查结论' }).click();
    await page.getByRole('combobox', { name: '核查事项' }).fill('集聚区');
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: '达标', exact: true }).check();
    await page.getByLabel('理由').fill('现场核查');
    await page.getByRole('button', { name: '记录结论' }).click();
    await page.getByRole('cell', { name: '现场核查' }).waitFor();
    await expectSound(page);

    await page.getByRole('tab', { name: '逐行比较' }).click();
    await page.getByText('第 1 次提交，全部为新增。').waitFor();
    await page.getByRole('row', { name: '贯标单位' }).getByText('新增').first().waitFor();
    await page.getByRole('tab', { name: '申报与核算' }).click();
    await page.getByRole('columnheader', { name: '核算' }).waitFor();
    await expectSound(page);
    // The address alone leads there as well.
    await page.reload();
    await page.getByRole('columnheader', { name: '核算' }).waitFor();
  });

  it('sees that a finding leads to a new verdict, and then the verdict', async () => {
    const page = await screens.browser.open('/verify', authorizationOf('ip-reviewer'));
    const unfinished = { code: 'evaluation-unfinished', message: '试用的等待', messageEn: 'Wait' };
    let before: GateView | undefined;
    await page.route('**/gate?year=2021', async (route) => {
      before ??= gateView.parse(await (await route.fetch()).json());
      return route.fulfill({ json: { ...before, why: [unfinished] } });
    });
    await page.goto('/review/2019-city-operation/999901/2021?evidence=findings');
    const verdict = page.getByRole('row', { name: '商标海外布局' }).first();
    await verdict.getByText('无法判定').waitFor();
    await page.getByRole('combobox', { name: '核查事项' }).fill('海外布局');
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: '未达标', exact: true }).check();
    await page.getByLabel('理由', { exact: true }).fill('没有海外商标');
    await page.getByRole('button', { name: '记录结论' }).click();
    await page.getByRole('cell', { name: '没有海外商标' }).waitFor();
    await page.getByRole('alert').getByText('试用的等待').waitFor();
    await expectSound(page);
    await page.unroute('**/gate?year=2021');
    await verdict.getByText('未达标').waitFor();
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  it('forwards a report by keyboard alone', async () => {
    const page = await screens.browser.open('/inbox', authorizationOf('provincial-reviewer'));
    await press(page, page.getByRole('link', { name: '示例二市' }), 'Enter');
    const row = page.getByRole('row', { name: '知识产权管理规范贯标' });
    await press(page, row.getByRole('button'), 'Enter');
    await press(page, page.getByRole('button', { name: '第 2 行' }).first(), 'Enter');
    await page.getByRole('row', { name: '统一社会信用代码 914403001922038216' }).waitFor();
    await page.keyboard.press('Escape');
    await focus(page, page.getByRole('tab', { name: '文件与问题' }));
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('rowheader', { name: '示例二市（本市）' }).first().waitFor();
    expect(page.url()).toMatch(/\?evidence=conflicts$/);
    await press(page, page.getByRole('radio', { name: '转报' }), 'Space');
    await type(page, page.getByLabel('意见'), '同意转报');
    await press(page, page.getByRole('button', { name: '作出处理' }), 'Enter');
    await page.getByText('本年度报告目前不由您处理。').waitFor();
    await page.getByText('同意转报').waitFor();
  });

  it('follows a verdict to the reading of the law it rests on', async () => {
    const page = await screens.browser.open(
      '/review/2019-city-operation/999901/2021',
      authorizationOf('ip-reviewer'),
    );
    await page.getByRole('row', { name: '知识产权管理规范贯标' }).click();
    const reading = page.locator('a[href*="-reading-"]').first();
    const [, anchor] = ((await reading.getAttribute('href')) ?? '').split('#');
    // Within the words: the quotation marks about them are not clicked.
    await reading.click({ position: { x: 60, y: 10 } });
    const section = page.locator('section.linked');
    await section.waitFor();
    expect(await section.getAttribute('id')).toBe(anchor);
    expect((await section.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    expect((await section.boundingBox())?.y).toBeLessThan(300);
    await expectSound(page);
  });
});
