import { paperView } from '#contracts';
import { programmes } from '#rulebook';
import { authorizationOf } from '../people-on-trial.js';
import { smallReport } from '../e2e/small-report.js';
import { expectSound } from './browser-on-trial.js';
import { screensOnTrial } from './screens-on-trial.js';

const place = '2019-city-operation/999901/2021';
const papers = '/api/subjects/2019-city-operation/999901/papers';

describe('papers in the browser', () => {
  const screens = screensOnTrial(async (service) => {
    await service.handIn(2021, smallReport(2021));
  });

  const issued = async () => paperView.array().parse(await screens.service.json(papers));

  it('are issued by the clerk, saved, and looked up by their code', async () => {
    const page = await screens.browser.open(`/desk/${place}`, authorizationOf('city-clerk'));
    await page.getByText('本年度还没有出具文件。').waitFor();
    await page.getByRole('button', { name: '出具绩效目标自评表', exact: true }).click();
    await page.getByText(/已出具，核验码/).waitFor();
    expect(await page.getByRole('button', { name: '出具评定情况汇总' }).count()).toBe(0);
    for (const format of ['docx', 'pdf', 'xlsx']) {
      const saving = page.waitForEvent('download');
      await page.getByRole('link', { name: `下载 ${format}：绩效目标自评表` }).click();
      expect((await saving).suggestedFilename()).toBe(`999901-2021-绩效目标自评表.${format}`);
    }
    await expectSound(page);
    const [paper] = await issued();
    await page.getByRole('link', { name: paper?.code ?? '' }).click();
    await page.getByText('由本系统出具，现行有效').waitFor();
    await page.getByText('示例市（999901）').waitFor();
    await expectSound(page);
  });

  it('are verified by anybody, and a wrong code is said to be none', async () => {
    const [paper] = await issued();
    const code = paper?.code ?? '';
    for (const width of [1280, 390]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await screens.browser.open('/verify', { width, colorScheme });
        await expectSound(page);
        await page.getByRole('button', { name: '核验' }).click();
        await page.getByText('请填写核验码。').waitFor();
        await page.getByLabel('核验码').fill(`0${code.slice(1)}`);
        await page.keyboard.press('Enter');
        if (!code.startsWith('0')) await page.getByText(/没有这个核验码的文件/).waitFor();
        await page.getByLabel('核验码').fill(code.toLowerCase().replaceAll('-', ''));
        await page.keyboard.press('Enter');
        await page.getByText('由本系统出具，现行有效').waitFor();
        for (const { sha256 } of paper?.files ?? []) await page.getByText(sha256).waitFor();
        await expectSound(page);
      }
    }
  });

  it('bear scores once the finance ministry has recorded what targets are worth', async () => {
    const page = await screens.browser.open('/weights', authorizationOf('finance-reviewer'));
    await page.getByText(/本年度尚未记录分值/).waitFor();
    const targets = programmes[0]?.targets ?? [];
    for (const [index, { name }] of targets.entries()) {
      await page.getByLabel(`${name} 分值`, { exact: true }).fill(index === 0 ? '12' : '6');
    }
    await page.getByLabel('文号').fill('示例财〔2022〕9号');
    await page.getByLabel(`${targets[1]?.name ?? ''} 分值`, { exact: true }).fill('5.5');
    await page.getByText('99.5 分，应为 100 分').waitFor();
    await page.getByRole('button', { name: '记录分值' }).click();
    await page.getByText(/合计应为90分，现为89.5分/).waitFor();
    await expectSound(page);
    await page.getByLabel(`${targets[1]?.name ?? ''} 分值`, { exact: true }).fill('6');
    await page.getByText('100 分', { exact: true }).waitFor();
    await page.getByRole('button', { name: '记录分值' }).click();
    await page.getByText(/现行分值由“示例财〔2022〕9号”确定/).waitFor();
    await page.getByRole('button', { name: '更正分值' }).waitFor();
    await expectSound(page);

    await page.goto(`/review/${place}`);
    await page.getByRole('button', { name: '出具绩效目标自评表', exact: true }).click();
    await page.getByText(/已出具，核验码/).waitFor();
    await page.getByRole('button', { name: '出具评定情况汇总' }).click();
    await page.getByRole('link', { name: '下载 docx：绩效评定情况汇总' }).waitFor();
    await expectSound(page);
    const all = await issued();
    expect(all.map(({ kind }) => kind)).toEqual(['self-assessment', 'self-assessment', 'summary']);
    await page.goto(`/verify/${all[0]?.code ?? ''}`);
    await page.getByText('由本系统出具，已有新的文件代替').waitFor();
  });

  it('are read by the auditor, who issues none', async () => {
    const page = await screens.browser.open(`/review/${place}`, authorizationOf('auditor'));
    await page.getByRole('link', { name: '下载 pdf：绩效评定情况汇总' }).waitFor();
    expect(await page.getByRole('button', { name: /^出具/ }).count()).toBe(0);
    await page.goto('/weights');
    await page.getByRole('heading', { name: '这个页面不对您开放' }).waitFor();
  });
});
