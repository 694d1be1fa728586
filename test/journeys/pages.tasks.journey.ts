/** The pages of a commune's office on tasks: as board, calendar, timeline, by who answers, one of them. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { faultsOfPages } from './pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('the pages of the office on tasks are fit for everybody, at every width', { timeout: 300_000 }, async () => {
  expect(await faultsOfPages(browser, { name: 'xa', paths: ['/viec?the=bang', '/viec?the=lich', '/viec?the=dong-thoi-gian', 'task', '/viec?the=phan-cong'] })).toEqual([]);
});
