import axe from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { z } from 'zod';

const violations = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }),
);
/** What a page is held to, as options of axe: WCAG 2.2 AA. */
export const standards = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };

/** How long anything may take to appear, in milliseconds. */
const patience = 60_000;

/** Chromium with windows onto one server, which keeps an account of what goes wrong in them. */
export class BrowserOnTrial {
  /** Requests to other machines, and what pages complain of. */
  readonly wrongs: string[] = [];
  private readonly windows: BrowserContext[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  /** @param url of the server */
  static async start(url: string): Promise<BrowserOnTrial> {
    const endpoint = process.env['TEST_BROWSER_URL'] ?? '';
    // Other suites are at work on the same browser: what their pages look like is theirs.
    return new BrowserOnTrial(await chromium.connectOverCDP(endpoint, { noDefaults: true }), url);
  }

  /**
   * A window of its own at an address of the server, of somebody who asks that nothing moves.
   * @param authorization of somebody who is signed in already, as people are let in
   */
  async open(
    path: string,
    options: {
      authorization?: string;
      width?: number;
      colorScheme?: 'light' | 'dark';
    } = {},
  ): Promise<Page> {
    const { authorization, width = 1280, colorScheme = 'light' } = options;
    const window = await this.browser.newContext({
      ...{ viewport: { width, height: 900 }, locale: 'zh-CN', baseURL: this.url, colorScheme },
      reducedMotion: 'reduce',
    });
    this.windows.push(window);
    window.setDefaultTimeout(patience);
    await window.addInitScript(complainOfMotion);
    const value = authorization?.slice('Bearer '.length);
    if (value !== undefined) await window.addCookies([{ name: 'session', value, url: this.url }]);
    const page = await window.newPage();
    this.watch(page);
    await page.goto(path);
    return page;
  }

  async stop(): Promise<void> {
    for (const window of this.windows) await window.close();
    await this.browser.close();
  }

  private watch(page: Page): void {
    page.on('request', (request) => {
      const url = request.url();
      const isOwn = [this.url, 'data:', 'blob:'].some((start) => url.startsWith(start));
      if (!isOwn) this.wrongs.push(`a request to ${url}`);
    });
    page.on('pageerror', (error) => this.wrongs.push(String(error)));
    page.on('console', (message) => {
      const text = message.text();
      // Browsers report what the service refused, as they should.
      const isRefusal = text.includes('Failed to load resource');
      if (message.type() === 'error' && !isRefusal) this.wrongs.push(text);
    });
  }
}

/** Has a page complain of what moves by its styles for longer than can be seen. */
const complainOfMotion = `for (const begins of ['animationstart', 'transitionrun'])
  addEventListener(begins, ({ target }) => {
    const seen = ({ timeline, effect }) =>
      timeline === document.timeline && effect.getComputedTiming().endTime > 1;
    const moves = target.getAnimations?.().some(seen);
    if (moves) console.error('what moves: ' + target.outerHTML.slice(0, 200));
  }, true);`;

/** Until what was changed is drawn, and nothing moves any more. */
export const drawn = `new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  .then(() => Promise.allSettled(document.getAnimations()
    .filter(({ timeline, effect }) =>
      timeline === document.timeline && effect.getComputedTiming().endTime < Infinity)
    .map(({ finished }) => finished)))
  .then(() => undefined)`;

/** Holds a page, once all is loaded, to WCAG 2.2 AA and to the width of its window. */
export async function expectSound(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(drawn);
  expect(await barriersOn(page)).toEqual([]);
  expect(await isTooWide(page)).toBe(false);
}

/**
 * What stands in the way of people with disabilities on a page, by WCAG 2.2 AA.
 * @param rules by these rules of axe, as its options name them
 * @param within a part of the page, by its selector
 */
export async function barriersOn(
  page: Page,
  rules: object = standards,
  within = ':root',
): Promise<readonly string[]> {
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(axe.source);
  const options = { ...rules, resultTypes: ['violations'], preload: false };
  const run = `axe.run(${JSON.stringify(within)}, ${JSON.stringify(options)}).then(({ violations }) => violations)`;
  return violations
    .parse(await page.evaluate(run))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

/** Whether a page is wider than its window. */
export async function isTooWide(page: Page): Promise<boolean> {
  const root = 'document.documentElement';
  return z.boolean().parse(await page.evaluate(`${root}.scrollWidth > ${root}.clientWidth`));
}
