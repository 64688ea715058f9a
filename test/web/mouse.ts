import type { Locator } from 'playwright-core';

/** Takes an option of a list, and waits until the list is closed: two would be in each other's way. */
export async function choose(list: Locator, option: string): Promise<void> {
  await list.click();
  const listed = list.page().locator(`.ant-select-item-option[title="${option}"]`);
  await listed.click();
  await listed.waitFor({ state: 'hidden' });
}
