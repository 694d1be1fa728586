/** From a fresh start to being signed in: the first thing that anybody does. */
import type { Browser, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { desk, openBrowser, phone, signIn, visit } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('the server says that it lives and is ready', async () => {
  expect(await (await fetch(`${inject('site')}/healthz`)).json()).toEqual({ status: 'ok' });
  expect(await (await fetch(`${inject('site')}/readyz`)).json()).toEqual({ status: 'ready', faults: [] });
});

test('the shell is less than 200 kB on the wire', async () => {
  const { page, context } = await visit(browser, phone);
  const finished: Request[] = [];
  page.on('requestfinished', (request) => finished.push(request));
  await page.goto('/dang-nhap', { waitUntil: 'networkidle' });
  // What finishes later is not asked any more: the page may be gone by then.
  const shell = finished.filter((request) => /\.(js|css)$/.test(new URL(request.url()).pathname));
  const total = (await Promise.all(shell.map((request) => request.sizes()))).reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  expect(total).toBeGreaterThan(10_000);
  expect(total).toBeLessThan(200_000);
  await context.close();
});

test.for([['phone', phone], ['desk', desk]] as const)('on a %s nobody gets past the sign-in page without an account', async ([, viewport]) => {
  const here = await visit(browser, viewport);
  await here.page.goto('/');
  await here.page.locator('input[type=password]').waitFor();
  expect(new URL(here.page.url()).pathname).toBe('/dang-nhap');
  expect(here.complaints).toEqual([]);
  await here.context.close();
});

test('an officer of the sample signs in and sees pages without a complaint of the browser', async () => {
  const here = await visit(browser, desk);
  await signIn(here, 'tinh');
  await here.page.goto('/');
  await expect.poll(() => here.page.locator('main').innerText(), { timeout: 20_000 }).toMatch(/./);
  expect(await here.page.locator('input[type=password]').count()).toBe(0);
  expect(here.complaints).toEqual([]);
  await here.context.close();
});

test('the description of the API can be browsed with no other network', async () => {
  const here = await visit(browser, desk);
  const elsewhere: string[] = [];
  here.page.on('request', (request) => {
    if (!request.url().startsWith(inject('site')) && !request.url().startsWith('data:')) elsewhere.push(request.url());
  });
  await here.page.goto('/api/docs', { waitUntil: 'networkidle' });
  await here.page.locator('.opblock-tag').first().waitFor();
  expect(await here.page.locator('.opblock-tag').count()).toBeGreaterThan(5);
  expect(elsewhere).toEqual([]);
  expect(here.complaints).toEqual([]);
  await here.context.close();
});
