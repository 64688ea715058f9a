import type { CDPSession, Page, Request } from 'playwright-core';
import { z } from 'zod';
import { drawn } from './browser-on-trial.js';

/** How a page is seen. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly deviceScaleFactor: number;
}

/** A window in which one goes from page to page as people do, and which changes its size in place. */
export class WindowOnTrial {
  private readonly underWay = new Set<Request>();

  private constructor(
    readonly page: Page,
    private readonly session: CDPSession,
  ) {
    page.on('request', (request) => this.underWay.add(request));
    const end = (request: Request) => this.underWay.delete(request);
    page.on('requestfinished', end).on('requestfailed', end);
  }

  static async of(page: Page): Promise<WindowOnTrial> {
    return new WindowOnTrial(page, await page.context().newCDPSession(page));
  }

  /** @returns where that led, once all is read */
  async goTo(address: string): Promise<string> {
    await this.page.evaluate(goingTo(address));
    await this.rest();
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  /** Until all is read and shown. */
  async rest(): Promise<void> {
    do await this.page.evaluate(still);
    while (this.underWay.size > 0 || (await this.page.locator('.ant-spin-spinning').count()) > 0);
  }

  async look({ width, height, deviceScaleFactor }: Look): Promise<void> {
    const size = { width, height, deviceScaleFactor, mobile: false };
    await this.session.send('Emulation.setDeviceMetricsOverride', size);
    await this.page.evaluate(drawn);
    const sees = await this.page.evaluate('[innerWidth, innerHeight, devicePixelRatio]');
    expect(sees).toEqual([width, height, deviceScaleFactor]);
  }

  /** How many things can be used, or head something, within a part of the page. */
  async controls(part: string): Promise<number> {
    const things = `${part} :is(a, button, input, select, textarea, [role=tab], h1, h2, h3)`;
    const count = `[...document.querySelectorAll('${things}')].filter((each) => each.checkVisibility()).length`;
    return z.number().parse(await this.page.evaluate(count));
  }
}

/** Goes on as a link does, until another page is shown, or another part of the same. */
const goingTo = (address: string) => `new Promise((done) => {
  const { pathname } = new URL('${address}', location.href);
  const heading = () => document.querySelector('main h1');
  if (location.pathname + location.search === '${address}') return done();
  const before = location.pathname === pathname ? undefined : heading();
  history.pushState({}, '', '${address}');
  dispatchEvent(new PopStateEvent('popstate'));
  const look = () => (heading() && heading() !== before ? done() : setTimeout(look, 5));
  look();
})`;

/** Until nothing on the page has changed for a while. */
const still = `new Promise((done) => {
  let ticks = 0;
  const observer = new MutationObserver(() => (ticks = 0));
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  const look = () => (ticks++ === 8 ? done(observer.disconnect()) : setTimeout(look, 15));
  look();
})`;
