/** Those who see little: a member only the own record, meetings and tasks, an administrator accounts and nothing of the Party. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { arrived, desk, openBrowser, phone, signIn, visit } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const PARTY_PAGES = ['/can-quan-tam', '/to-chuc', '/con-nguoi', '/chuc-vu', '/truong-thon', '/so-lieu', '/truong-hop'] as const;

test('a member sees the own record, who looked at it, the own tasks and meetings, and no other page', async () => {
  const here = await visit(browser, phone);
  const { page } = here;
  await signIn(here, 'dangvien');
  await page.goto('/ho-so-cua-toi');
  await arrived(page);
  const main = page.locator('main');
  await expect.poll(() => main.innerText()).toMatch(/Ai đã xem hồ sơ này/);
  expect(await main.innerText()).toMatch(/Quá trình sinh hoạt đảng/);
  expect(await main.innerText()).toMatch(/Việc được giao cho tôi/);
  await page.getByRole('navigation', { name: 'Các mục' }).getByRole('link', { name: 'Buổi họp của tôi' }).click();
  await page.getByRole('heading', { level: 1, name: 'Buổi họp của tôi' }).waitFor();
  for (const path of [...PARTY_PAGES, '/tai-khoan', '/nhap-du-lieu']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: 'Trang này không thuộc phần việc của đồng chí' }).waitFor();
  }
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await expect.poll(() => page.getByRole('dialog').getByRole('link').allInnerTexts()).toEqual(['Hạn chế của tôi', 'Xếp loại của tôi', 'Đánh giá của tôi', 'Hồ sơ của tôi', 'Tài khoản của tôi', 'Cách nhận thông báo']);
  expect(here.complaints).toEqual([]);
  await here.context.close();
});

test('an administrator sees accounts, and nothing of units, people, posts and figures', async () => {
  const here = await visit(browser, desk);
  const { page } = here;
  await signIn(here, 'quantri');
  await page.goto('/tai-khoan');
  await arrived(page);
  await expect.poll(() => page.locator('main').innerText()).toMatch(/dangvien/);
  const places = await page.getByRole('navigation', { name: 'Các mục' }).first().getByRole('link').allInnerTexts();
  expect(places.map((place) => place.trim())).toEqual(['Trang chủ', 'Nhật ký', 'Tài khoản', 'Phân quyền', 'Quy định']);
  for (const path of PARTY_PAGES) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: 'Trang này không thuộc phần việc của đồng chí' }).waitFor();
  }
  expect(here.complaints).toEqual([]);
  await here.context.close();
});

test('a new account first chooses a password of its own: only that form opens', async () => {
  const here = await visit(browser, phone);
  const { page } = here;
  await signIn(here, 'quantri');
  const created = await page.request.post('/api/accounts', { data: { name: 'thu.moi', displayName: 'Cán bộ mới' }, headers: { origin: inject('site') } });
  expect(created.status(), await created.text()).toBe(200);
  const { password } = (await created.json()) as { password: string };
  await here.context.clearCookies();

  await page.goto('/to-chuc');
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill('thu.moi');
  await page.locator('input[name=password]').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByText('Đổi mật khẩu trước khi tiếp tục').waitFor();
  expect(new URL(page.url()).pathname).toBe('/tai-khoan-cua-toi');
  const own = 'mot mat khau dai cua rieng toi';
  await page.locator('input[name=current]').fill(password);
  await page.locator('input[name=next]').fill(own);
  await page.locator('input[name=again]').fill(own);
  await page.locator('form button[type=submit]').click();
  await expect.poll(() => new URL(page.url()).pathname).toBe('/');
  await arrived(page);
  expect(here.complaints).toEqual([]);
  await here.context.close();
});
