/** The pages of a province's officer on units, posts, tasks and people. */
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

test('the pages of the officer on units, posts, tasks and people are fit for everybody, at every width', { timeout: 300_000 }, async () => {
  const paths = ['/to-chuc', `/to-chuc?tim=song+lo&${DAY}`, 'unit', '/chuc-vu', '/chuc-vu/nhat-the', '/viec', '/viec?the=ket-thuc', '/can-quan-tam', '/can-quan-tam?the=hoan', '/con-nguoi', 'person', '/di-xa?ngay=2023-02-22', '/sinh-hoat', '/sinh-hoat/ghi-lai', '/sinh-hoat/so-nghi-quyet'];
  expect(await faultsOfPages(browser, { name: 'tinh', paths })).toEqual([]);
});
