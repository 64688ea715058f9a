import type { Page } from 'playwright-core';
import { roles, type Role } from '#application';
import { z } from 'zod';
import { paperView } from '#contracts';
import { openStore } from '#persistence';
import { addresses, type PageAddress } from '../../apps/web/src/addresses.js';
import type { ServiceOnTrial } from '../e2e/service-on-trial.js';
import { smallReport } from '../e2e/small-report.js';
import { exampleSubject } from '../example-subject.js';
import { MoneyOnTrial } from '../money/money-on-trial.js';
import { valueOf } from '../outcome-on-trial.js';
import { authorizationOf } from '../people-on-trial.js';
import { barriersOn, isTooWide, standards } from './browser-on-trial.js';
import { screensOnTrial } from './screens-on-trial.js';
import { WindowOnTrial } from './window-on-trial.js';

const shades = ['light', 'dark'] as const;
const contrast = 'color-contrast';

const wide = { width: 1280, height: 900, deviceScaleFactor: 1 };
/** The colours are those of the wide page. */
const narrow = { rules: { ...standards, rules: { [contrast]: { enabled: false } } } };
/** How a page is seen, and what it is then held to: in the dark it differs in its colours alone. */
const looks = {
  light: [
    { ...wide, rules: standards },
    { width: 390, height: 900, deviceScaleFactor: 1, ...narrow },
    // 1280 by 800 at 200 %.
    { width: 640, height: 400, deviceScaleFactor: 2, ...narrow },
  ],
  dark: [{ ...wide, rules: { runOnly: { type: 'rule', values: [contrast] } } }],
} as const;

const subjects = '/api/subjects/2019-city-operation';
const own = `${subjects}/999901`;
const review = '/review/2019-city-operation/999901/2021';
const evidence = ['declared', 'conflicts', 'samples', 'findings', 'changes'] as const;

interface PageOnTrial {
  readonly address: string;
  readonly roles: readonly Role[];
}

describe('every page', () => {
  let pages: readonly PageOnTrial[];
  /** What was looked at: what two roles are shown alike is looked at once. */
  const seen = new Set<string>();
  const wrongs: object[] = [];
  const screens = screensOnTrial(async (service) => {
    await service.handIn(2021, smallReport(2021));
    await service.submit(smallReport(2020));
    await claimAlike(service);
    await service.post(`${own}/years/2021/samples`, { size: 2 });
    await service.post(`${own}/findings`, {
      ...{ year: 2021, target: 'cluster-zone', on: 'zone-built', outcome: 'met', reason: '现场' },
    });
    await service.evaluated(2021);
    const stores = await openStore(service.folder, 'product');
    const release = valueOf(await (await MoneyOnTrial.eligible(stores, '950001')).propose(100n));
    await MoneyOnTrial.eligible(stores, '950002');
    await stores.close();
    const issued = await service.post(`${own}/papers/self-assessment`, { year: 2021 });
    const paper = paperView.parse(await issued.json());
    pages = everyPage((name, path) => {
      if (name === 'programme') return '2019-city-operation';
      // What was submitted cannot be once more.
      if (name === 'year') return path.endsWith('/submission') ? '2020' : '2021';
      if (name === 'id') return release.id;
      if (path.startsWith('/verify')) return paper.code;
      if (name !== 'code') throw new Error(`say what stands for :${name} in ${path}`);
      // Where a release is under way, none can be proposed.
      if (path.endsWith('/proposal')) return '950002';
      return path.startsWith('/money') ? '950001' : '999901';
    });
  });

  it.each(roles)('is sound for a %s, and asks nothing of other machines', async (role) => {
    await inBothShades('/verify', role, async (window) => {
      for (const { address, roles: allowed } of pages) {
        // A clerk's own desk leads on to its city's.
        if (!allowed.includes(role) || address === '/desk') continue;
        await window.look(wide);
        expect(await window.goTo(address)).toBe(address);
        await lookAt(window, `${address} ${role}`);
      }
      await expectTurnedAway(window, role);
    });
    expect(wrongs.splice(0)).toEqual([]);
    expect(screens.browser.wrongs).toEqual([]);
  });

  it('of a city is sound in every view of its evidence, down to a row', async () => {
    await inBothShades(review, 'ip-reviewer', async (window) => {
      const { page } = window;
      for (const view of evidence) {
        await window.look(wide);
        const address = `${review}?evidence=${view}`;
        expect(await window.goTo(address)).toBe(address);
        await lookAt(window, view, '.evidence');
      }
      await window.look(wide);
      await page.getByRole('row', { name: '知识产权管理规范贯标' }).first().click();
      await window.rest();
      await lookAt(window, 'a verdict', '.target-details');
      await window.look(wide);
      await page.getByRole('button', { name: '第 2 行' }).first().click();
      await page.getByRole('dialog').getByRole('table').waitFor();
      await window.rest();
      await lookAt(window, 'a row', '.ant-drawer');
    });
    expect(wrongs.splice(0)).toEqual([]);
  });

  it('that there is not is told from one that is closed', async () => {
    const page = await screens.browser.open('/nowhere', authorizationOf('auditor'));
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
  });

  it('comes under a policy that lets nothing but own programs run', async () => {
    for (const { address } of pages) {
      const { headers } = await fetch(screens.service.url + address);
      const policy = headers.get('content-security-policy') ?? '';
      expect([address, /script-src [^;]*/.exec(policy)?.[0]]).toEqual([
        ...[address, "script-src 'self'"],
      ]);
      expect(policy).toContain("default-src 'self'");
    }
  });

  /** Does the same in a window of each shade at once. */
  const inBothShades = async (
    address: string,
    role: Role,
    act: (window: WindowOnTrial) => Promise<void>,
  ) => {
    await Promise.all(
      shades.map(async (colorScheme) => {
        const options = { ...authorizationOf(role), colorScheme };
        const window = await WindowOnTrial.of(await screens.browser.open(address, options));
        await act(window);
        await window.page.close();
      }),
    );
  };

  /** Looks at what is shown, or at a part of it, in every size. */
  const lookAt = async (window: WindowOnTrial, what: string, part = 'main'): Promise<void> => {
    const { page } = window;
    const controls = await window.controls(part);
    const shade = await shadeOf(page);
    const key = `${shade} ${page.url()} ${controls} ${await page.locator(part).innerText()}`;
    if (seen.has(key)) return;
    seen.add(key);
    for (const { rules, ...look } of looks[shade]) {
      await window.look(look);
      const barriers = await barriersOn(page, rules, part === 'main' ? undefined : part);
      // Whatever can be used stays.
      const found = [barriers, await isTooWide(page), await window.controls(part)];
      if (JSON.stringify(found) !== JSON.stringify([[], false, controls]))
        wrongs.push({ place: `${what} ${shade} ${look.width}`, found, controls });
    }
  };
});

/** Opens a page that is not the role's, which says so and leads on. */
async function expectTurnedAway(window: WindowOnTrial, role: Role): Promise<void> {
  const { page } = window;
  await window.goTo(role === 'city-clerk' ? '/audit' : '/desk');
  const heading = page.getByRole('heading', { name: '这个页面不对您开放' });
  await heading.waitFor();
  await page.getByText('确需使用的，请与安全管理员联系。').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: '前往我的首页' }).click();
  await heading.waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Another city whose report claims the same. */
async function claimAlike(service: ServiceOnTrial): Promise<void> {
  await service.post('/api/subjects', { ...exampleSubject('999902'), name: '示例二市' });
  const rival = `${subjects}/999902`;
  const file = smallReport(2021, { code: '999902' });
  const sent = await service.uploadBare(file, '', `${rival}/reports`);
  await service.follow(sent.headers.get('location') ?? '');
  const clerk = await service.as('city-clerk', '999902');
  await clerk.post(`${rival}/years/2021/moves`, { move: 'submit', opinion: '报送' });
  await service.evaluated(2021, rival);
}

/** Each page at one address. @param valueOf what stands in place of a variable part */
function everyPage(valueOf: (name: string, path: string) => string): readonly PageOnTrial[] {
  return Object.values<PageAddress>(addresses).map(({ path, roles: allowed = roles }) => ({
    address: path.replaceAll(/:(\w+)\??/g, (_, name: string) => valueOf(name, path)),
    roles: allowed,
  }));
}

async function shadeOf(page: Page): Promise<(typeof shades)[number]> {
  return z.enum(shades).parse(await page.evaluate('document.documentElement.dataset.shade'));
}
