/**
 * Draws the README's pictures: starts the demonstration over an empty folder, signs its people in,
 * and takes their screens into docs/pictures.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import { signedInView } from '#contracts';
import { password } from '../../apps/server/src/demonstration/demonstration-people.js';
import { BrowserOnTrial } from './browser-on-trial.js';

const year = '2019-city-operation/950002/2021';

interface Picture {
  readonly who: string;
  readonly path: string;
  /** What is done before it is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const pictures: Readonly<Record<string, Picture>> = {
  assessment: { who: 'clerk-950002', path: `/desk/${year}/assessment` },
  matrix: { who: 'ip', path: '/matrix/2019-city-operation/2021' },
  review: {
    who: 'ip',
    path: `/review/${year}`,
    act: async (page) => {
      await page.getByRole('row', { name: '知识产权管理规范贯标' }).click();
      await page.evaluate(
        `document.querySelector('.target-details').closest('tr').scrollIntoView()`,
      );
    },
  },
  money: { who: 'finance', path: '/money/2019-city-operation/950001' },
};

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
const demonstration = spawn(
  process.execPath,
  ['config/run.mjs', 'apps/server/src/demonstration/main'],
  { env: { ...process.env, DATA_DIR: folder }, stdio: ['ignore', 'pipe', 'inherit'] },
);
try {
  const url = await address();
  const browser = await BrowserOnTrial.start(url);
  for (const [name, { who, path, act }] of Object.entries(pictures)) {
    const page = await browser.open(path, { authorization: await signedIn(url, who) });
    await page.waitForLoadState('networkidle');
    await act?.(page);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `docs/pictures/${name}.png`, animations: 'disabled' });
  }
  await browser.stop();
} finally {
  demonstration.kill();
  await once(demonstration, 'exit');
  rmSync(folder, { recursive: true });
}

/** Where the demonstration's screens are, once all is shown. */
async function address(): Promise<string> {
  for await (const line of createInterface({ input: demonstration.stdout })) {
    const [url] = /http:\/\/[\d.:]+(?=\/$)/.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('the demonstration ended');
}

async function signedIn(url: string, who: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${who}@demo.example`, password, bearer: true }),
  });
  return `Bearer ${signedInView.parse(await answer.json()).secret ?? ''}`;
}
