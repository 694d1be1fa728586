/** Without a mouse: from signing in to the page of a unit found in the tree. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { arrived, desk, openBrowser, visit } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('keys alone lead from signing in through the tree of units to the page of one', async () => {
  const here = await visit(browser, desk);
  const { page } = here;
  await page.goto('/to-chuc');
  await page.locator('input[name=name]:focus').waitFor();
  await page.keyboard.type('tinh');
  await page.keyboard.press('Tab');
  await page.keyboard.type(inject('samplePassword'));
  await page.keyboard.press('Enter');
  await page.getByRole('treeitem').nth(1).waitFor();
  await arrived(page);

  await tabTo(page, '[role=treeitem]');
  for (let step = 0; step < 6 && !(await isUnder(page)); step += 1) {
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(150);
  }
  const name = await page.locator('[role=treeitem]:focus a').innerText();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('main h1').innerText()).toBe(name);
  expect(new URL(page.url()).pathname).toMatch(/^\/don-vi\//);
  // The reader's place goes to the new page.
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
  expect(here.complaints).toEqual([]);
  await here.context.close();
});

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${selector}`);
}

/** A row below the topmost one, with a page of its own. */
function isUnder(page: Page): Promise<boolean> {
  return page.evaluate(() => Number(document.activeElement?.getAttribute('aria-level')) > 1 && document.activeElement?.querySelector('a') !== null);
}
