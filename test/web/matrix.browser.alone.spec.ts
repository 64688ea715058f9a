import { z } from 'zod';
import { programmes } from '#rulebook';
import { authorizationOf } from '../people-on-trial.js';
import { expectSound } from './browser-on-trial.js';
import { choose } from './keyboard.js';
import { screensOnTrial } from './screens-on-trial.js';

const matrix = '/matrix/2019-city-operation/2021';

describe('the matrix in the browser', () => {
  const screens = screensOnTrial();

  it('shows 300 cities by 14 targets within 1.5 seconds, and sorts them', async () => {
    const page = await screens.browser.open(matrix, authorizationOf('ip-reviewer'));
    await page.getByRole('rowheader', { name: '示例市' }).waitFor();
    await expectSound(page);
    await page.addInitScript(withLines(manyCities(300)));
    await page.addInitScript(whenDrawn);
    const times: number[] = [];
    // Whatever else the machine does meanwhile only ever takes time.
    do {
      await page.reload();
      await page.getByText('300 / 300 个城市').waitFor();
      times.push(z.number().parse(await page.evaluate('matrixDrawn')));
    } while (Math.min(...times) >= 1500 && times.length < 20);
    expect(Math.min(...times)).toBeLessThan(1500);
    await page.getByRole('button', { name: '知识产权运营机构' }).click();
    await page.getByRole('row').nth(1).getByRole('rowheader', { name: '示例300' }).waitFor();
    // The address says so, to be sent to somebody; Back leads past it.
    await page.waitForURL(/[?&]sortedBy=/);
    await choose(page.getByRole('combobox', { name: '结论', exact: true }), '未达标');
    await page.waitForURL(/[?&]outcome=not_met/);
    await page.reload();
    await page.getByText('300 / 300 个城市').waitFor();
    await page.getByRole('row').nth(1).getByRole('rowheader', { name: '示例300' }).waitFor();
    await page.getByRole('row').last().scrollIntoViewIfNeeded();
    await page.getByRole('row').last().getByText('达标').first().waitFor();
    await expectSound(page);
  });
});

/** The service's answer with other lines in it; all else, the browser's cache too, as it is for people. */
const withLines = (lines: unknown) => `{
  const ask = globalThis.fetch;
  globalThis.fetch = async (...question) => {
    const answer = await ask(...question);
    return answer.url.includes('/matrix?') ? Response.json(${JSON.stringify(lines)}) : answer;
  };
}`;

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
