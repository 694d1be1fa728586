/** A form stands open, or an answer is long in coming, and meanwhile something else is written: nothing is adopted unseen, lost, or written over unasked. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { APIRequestContext, Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { desk, openBrowser, signIn, visit } from './browser.ts';

let browser: Browser;
/** Of the secretary, in whose cell other journeys plan at the same time. */
let taken: string;

beforeAll(async () => {
  browser = await openBrowser();
  const context = await browser.newContext({ baseURL: inject('site') });
  const page = await context.newPage();
  await signIn({ page }, 'chibo');
  taken = ((await (await page.request.get('/api/session')).json()) as { home: { unitId: string } }).home.unitId;
  await context.close();
}, 120_000);
afterAll(() => browser.close());

/** After that long the page asks afresh when somebody comes back to it. */
const stale = 16_000;

test('minutes that another device wrote behind the open question are not adopted before they were looked at', { timeout: 180_000 }, async () => {
  const here = await visit(browser, desk);
  const { page } = here;
  await signIn(here, 'xa');
  const id = await recorded(page.request, { back: 2 });
  await write(page.request, `/api/meetings/${id}/write-minutes`, { text: 'Biên bản đã đọc' });
  await page.goto(`/sinh-hoat/${id}`);
  const { minutes, adopt } = parts(page);
  await expect.poll(() => minutes.inputValue()).toBe('Biên bản đã đọc');

  await adopt.click();
  await write(page.request, `/api/meetings/${id}/write-minutes`, { text: 'Biên bản chưa ai đọc' });
  await comeBack(page);
  // A dialog hides what lies behind it from roles.
  await expect.poll(() => page.locator('textarea').first().inputValue()).toBe('Biên bản chưa ai đọc');
  await page.getByRole('dialog').getByRole('button', { name: 'Thông qua biên bản', exact: true }).click();
  await page.getByRole('alert').getByText(/^Máy khác đã ghi khác/).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await (await page.request.get(`/api/meetings/${id}`)).json()).toMatchObject({ state: 'closed' });

  await adopt.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Thông qua biên bản', exact: true }).click();
  await page.getByText('Biên bản đã thông qua.').waitFor();
  expect(await (await page.request.get(`/api/meetings/${id}`)).json()).toMatchObject({ state: 'adopted', text: 'Biên bản chưa ai đọc' });
  expect(here.complaints).toEqual([]);
  await here.context.close();
});

test('what is typed while the line is slow stays in the minutes, and is saved next', { timeout: 180_000 }, async () => {
  const here = await visit(browser, desk);
  const { page } = here;
  await signIn(here, 'xa');
  const id = await recorded(page.request, { back: 3 });
  await page.goto(`/sinh-hoat/${id}`);
  const { main, minutes, save } = parts(page);
  await expect.poll(() => minutes.inputValue()).toMatch(/Thư ký: đồng chí …/);
  await save.click();
  await main.getByText('Đã lưu', { exact: true }).waitFor();

  await main.getByRole('button', { name: /^Thư ký: / }).click();
  await main.getByRole('textbox', { name: 'Thư ký' }).or(main.getByRole('combobox', { name: 'Thư ký' })).first().fill('Người Ghi');
  const appointing = await held(page, '**/appoint');
  await main.getByRole('button', { name: 'Ghi', exact: true }).click();
  await appointing.begun;
  await minutes.press('Control+End');
  await minutes.pressSequentially('\nGõ khi chờ.');
  await appointing.release();
  await expect.poll(() => minutes.inputValue()).toMatch(/Thư ký: đồng chí Người Ghi[\s\S]*Gõ khi chờ\.$/);

  const saving = await held(page, '**/write-minutes');
  await save.click();
  await saving.begun;
  await minutes.press('Control+End');
  await minutes.pressSequentially(' Gõ khi lưu.');
  await saving.release();
  await main.getByText('Có chỗ sửa chưa lưu').waitFor();
  expect(await minutes.inputValue()).toMatch(/Gõ khi chờ\. Gõ khi lưu\.$/);
  await expect.poll(() => save.isEnabled()).toBe(true);
  await save.click();
  await main.getByText('Đã lưu', { exact: true }).waitFor();
  const { text } = (await (await page.request.get(`/api/meetings/${id}`)).json()) as { text: string };
  expect(text).toMatch(/Thư ký: đồng chí Người Ghi[\s\S]*Gõ khi chờ\. Gõ khi lưu\.$/);
  expect(here.complaints).toEqual([]);
  await here.context.close();
});

test('whoever types sees what another device saved meanwhile, and writes over it only after saying so', { timeout: 180_000 }, async () => {
  const here = await visit(browser, desk);
  const { page } = here;
  await signIn(here, 'xa');
  const id = await recorded(page.request, { back: 5 });
  await write(page.request, `/api/meetings/${id}/write-minutes`, { text: 'Biên bản đầu' });
  await page.goto(`/sinh-hoat/${id}`);
  const { main, minutes, save } = parts(page);
  await expect.poll(() => minutes.inputValue()).toBe('Biên bản đầu');
  await minutes.fill('Biên bản của tôi');
  await write(page.request, `/api/meetings/${id}/write-minutes`, { text: 'Biên bản của máy khác' });
  await save.click();
  await page.getByRole('alert').getByText(/^Máy khác đã ghi khác/).waitFor();
  await main.getByText('Máy khác đã lưu biên bản khác').waitFor();
  await main.getByText('Xem bản đã lưu').click();
  await main.getByText('Biên bản của máy khác').waitFor();
  expect(await minutes.inputValue()).toBe('Biên bản của tôi');

  await main.getByRole('button', { name: 'Lấy bản đã lưu' }).click();
  await expect.poll(() => minutes.inputValue()).toBe('Biên bản của máy khác');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await main.getByRole('button', { name: 'Giữ bản của tôi' }).click();
  await save.click();
  await main.getByText('Đã lưu', { exact: true }).waitFor();
  expect(await (await page.request.get(`/api/meetings/${id}`)).json()).toMatchObject({ text: 'Biên bản của tôi' });
  await here.context.close();
});

function parts(page: Page) {
  const main = page.locator('main');
  return {
    main, minutes: main.getByRole('textbox', { name: 'Nội dung biên bản' }), save: main.getByRole('button', { name: 'Lưu biên bản' }),
    adopt: page.getByRole('button', { name: 'Thông qua biên bản', exact: true }),
  };
}

async function comeBack(page: Page): Promise<void> {
  await sleep(stale);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
}

/** Keeps the next such request until it is let go. */
async function held(page: Page, path: string): Promise<{ begun: Promise<Route>; release: () => Promise<void> }> {
  const { promise: begun, resolve } = Promise.withResolvers<Route>();
  await page.route(path, resolve, { times: 1 });
  return { begun, release: async () => (await begun).continue() };
}

/** A cell in which no other journey does anything. */
async function quietCell(request: APIRequestContext): Promise<string> {
  const { items } = (await (await request.get('/api/units?kind=cell&limit=20')).json()) as { items: { id: string }[] };
  return items.filter(({ id }) => id !== taken).at(-1)!.id;
}

async function recorded(request: APIRequestContext, { back }: { readonly back: number }): Promise<string> {
  const on = new Date(Date.now() + 7 * 60 * 60 * 1000 - back * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const { id } = (await write(request, '/api/meetings/record', { unitId: await quietCell(request), on, kind: 'thematic', topic: 'Xây dựng nông thôn mới' })) as { id: string };
  return id;
}

async function write(request: APIRequestContext, path: string, data: object): Promise<unknown> {
  const answer = await request.post(path, { data, headers: { origin: inject('site') } });
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200);
  return answer.json();
}
