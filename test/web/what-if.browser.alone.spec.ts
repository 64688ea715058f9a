import { z } from 'zod';
import { smallReport } from '../e2e/small-report.js';
import { authorizationOf } from '../people-on-trial.js';
import { screensOnTrial } from './screens-on-trial.js';

/** In milliseconds: what a screen takes for one of its pictures. */
const frame = 16;
const moves = 100;

describe('the what-if in the browser', () => {
  const screens = screensOnTrial(async (service) => {
    await service.handIn(2021, smallReport(2021));
  });

  it('answers a moved figure within a picture of the screen', async () => {
    const page = await screens.browser.open(
      '/desk/2019-city-operation/999901/2021/what-if',
      authorizationOf('city-clerk'),
    );
    await page.getByRole('spinbutton', { name: /知识产权管理规范贯标/ }).waitFor();
    const medians: number[] = [];
    // Whatever else the machine does meanwhile only ever takes time.
    do {
      const times = z.array(z.number()).parse(await page.evaluate(movedFigures(moves)));
      expect(times).toHaveLength(moves);
      medians.push(times.toSorted((a, b) => a - b)[moves / 2] ?? Infinity);
    } while (Math.min(...medians) > frame && medians.length < 10);
    expect(Math.min(...medians)).toBeLessThanOrEqual(frame);
  });
});

/**
 * Types one value after the other into a figure: how long it took, each time, from the event until
 * the page said what it comes to, by the page's own clock.
 */
const movedFigures = (count: number) => `(async () => {
  const input = document.querySelector('input[aria-label^="知识产权管理规范贯标"]');
  const target = input.closest('.supposed-target');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const times = [];
  for (let move = 1; move <= ${count}; move += 1) {
    const said = target.textContent;
    const changed = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (target.textContent === said) return;
        observer.disconnect();
        resolve(performance.now());
      });
      observer.observe(target, { subtree: true, childList: true, characterData: true });
    });
    const began = performance.now();
    set.call(input, String(90 + (move % 20)));
    input.dispatchEvent(new Event('input', { bubbles: true }));
    times.push((await changed) - began);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }
  return times;
})()`;
