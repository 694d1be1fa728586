/** The pages of the administrator and of a member, and the door, on a phone and at a desk. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, phone, visit } from './browser.ts';
import { faultsAt, faultsOfPages } from './pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const readers = [
  { name: 'quantri', paths: ['/', '/quy-dinh', '/quy-dinh/meeting.minMinutes', '/quy-dinh/ngay-nghi', '/quy-dinh/khung-diem', '/tai-khoan', '/tai-khoan/tinh', '/phan-quyen', '/ai-xem-duoc', '/nhat-ky', '/tai-khoan-cua-toi', '/thong-bao', '/cach-nhan-thong-bao'] },
  { name: 'dangvien', paths: ['/', '/buoi-hop-cua-toi', '/kiem-diem-cua-toi', '/han-che-cua-toi', '/ho-so-cua-toi', '/tai-khoan-cua-toi', '/thong-bao', '/cach-nhan-thong-bao'] },
];

test.for(readers)('every page that $name may see is fit for everybody, at every width', { timeout: 300_000 }, async (reader) => {
  expect(await faultsOfPages(browser, reader)).toEqual([]);
});

test('the sign-in page is fit for everybody', async () => {
  const { page, context } = await visit(browser, phone);
  await page.goto('/dang-nhap');
  await page.locator('input[type=password]').waitFor();
  expect(await faultsAt(page, { name: 'nobody', path: '/dang-nhap' })).toEqual([]);
  await context.close();
});
