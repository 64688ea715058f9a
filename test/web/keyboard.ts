import type { Locator, Page } from 'playwright-core';

/** Goes to something by the tabulator, as many times as a page of this size could need. */
export async function focus(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached' });
  for (let count = 0; count < 80; count += 1) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${wanted.toString()} cannot be reached by keyboard`);
}

/** Goes to something by the tabulator and presses a key on it. */
export async function press(page: Page, wanted: Locator, key: string): Promise<void> {
  await focus(page, wanted);
  await page.keyboard.press(key);
}

/** Goes to a field by the tabulator and writes in it. */
export async function type(page: Page, wanted: Locator, text: string): Promise<void> {
  await focus(page, wanted);
  await page.keyboard.insertText(text);
}

/** Takes an option of a list; by keyboard, as a list that moves while it is clicked takes nothing. */
export async function choose(list: Locator, option: string): Promise<void> {
  await list.press('Enter');
  const marked = list.page().locator('.ant-select-item-option-active:visible');
  for (let count = 0; count < 80; count += 1) {
    if ((await marked.getAttribute('title')) === option) return list.press('Enter');
    await list.press('ArrowDown');
  }
  throw new Error(`${list.toString()} has no ${option}`);
}
