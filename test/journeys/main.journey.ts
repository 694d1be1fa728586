/** The main job: choose a day and a unit, read a figure, open the records behind it, and find the way back. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrived, desk, openBrowser, phone, signIn, visit } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const DAY = '2022-08-09';

test.for([['phone', phone], ['desk', desk]] as const)('on a %s an officer reads that 8 of 146 heads were no members, opens who they are, and comes back on the same day', async ([place, viewport]) => {
  const here = await visit(browser, viewport);
  const { page } = here;
  await signIn(here, 'tinh');
  await page.goto('/');
  await arrived(page);
  await chooseDay(page, '09/08/2022');
  await openUnit(page, place === 'desk' ? () => page.keyboard.press('Control+k') : () => page.getByRole('button', { name: /^Tìm/ }).click());
  expect(asked(page)).toBe(DAY);

  await page.getByRole('link', { name: 'Tất cả số liệu' }).click();
  await page.locator('a[href*="/so-lieu/heads.notMembers"]').first().click();
  const main = page.locator('main');
  const headline = /^8\s+trong 146 trưởng thôn, tổ trưởng tổ dân phố đang giữ chức ngày 09\/08\/2022 · 5,5%$/m;
  await expect.poll(() => main.innerText()).toMatch(headline);
  const figure = page.url();

  const people = page.locator('a[href*="/con-nguoi/"]');
  await expect.poll(() => people.count()).toBe(8);
  const name = (await people.first().innerText()).trim();
  await people.first().click();
  await expect.poll(() => page.locator('main h1').innerText()).toBe(name);
  expect(asked(page)).toBe(DAY);

  await page.goBack();
  await expect.poll(() => page.url()).toBe(figure);
  expect(asked(page)).toBe(DAY);
  await expect.poll(() => main.innerText()).toMatch(headline);
  expect(here.complaints).toEqual([]);
  await here.context.close();
});

test('every figure of the five cases agrees with what was printed', async () => {
  const here = await visit(browser, phone);
  const { page } = here;
  await signIn(here, 'tinh');
  await page.goto('/truong-hop');
  await arrived(page);
  await expect.poll(() => page.locator('main').innerText(), { timeout: 20_000 }).toMatch(/\d+\/\d+ số liệu tính được đều khớp/);
  const words = await page.locator('main').innerText();
  expect(Number(/(\d+)\/\1 số liệu tính được đều khớp/.exec(words)?.[1])).toBeGreaterThanOrEqual(10);
  expect(words).toMatch(/8 trong 146/);
  expect(here.complaints).toEqual([]);
  await here.context.close();
});

async function chooseDay(page: Page, written: string): Promise<void> {
  await page.getByRole('button', { name: /Hôm nay/ }).first().click();
  const field = page.getByRole('textbox', { name: 'Tính đến ngày' });
  await field.fill(written);
  await field.press('Enter');
  await page.getByText(`Tính đến ${written}`).first().waitFor();
}

async function openUnit(page: Page, open: () => Promise<void>): Promise<void> {
  await open();
  await page.getByRole('combobox').fill('huyen song lo');
  await page.getByRole('option', { name: /^Huyện Sông Lô/ }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Huyện Sông Lô' }).waitFor();
  await arrived(page);
}

function asked(page: Page): string | null {
  return new URL(page.url()).searchParams.get('ngay');
}
