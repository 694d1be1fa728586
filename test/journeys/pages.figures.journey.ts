/** The pages of a province's officer on figures, imports and access. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { faultsOfPages } from './pages.ts';

const DAY = 'ngay=2022-08-09';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('the pages of the officer on figures, imports and access are fit for everybody, at every width', { timeout: 300_000 }, async () => {
  const paths = ['/', `/truong-thon?${DAY}`, '/so-lieu', `/so-lieu/heads.notMembers?${DAY}`, '/truong-hop', '/nhap-du-lieu', '/nhat-ky', '/phan-quyen', '/ai-xem-duoc', '/tai-khoan-cua-toi'];
  expect(await faultsOfPages(browser, { name: 'tinh', paths })).toEqual([]);
});
