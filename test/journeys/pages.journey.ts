/** Every page, as each kind of reader meets it, on a phone and a desk: nothing serious for axe, nothing scrolls sideways; pictures are kept. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrived, desk, isWithoutSideScroll, openBrowser, phone, signIn, visit } from './browser.ts';

const NARROWEST = { width: 360, height: 780 };
const pictures = join(import.meta.dirname, '../../test-results/pages');
const DAY = 'ngay=2022-08-09';

let browser: Browser;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** `unit` and `person` stand for one that the list before it shows. */
const pagesOf = {
  tinh: [
    '/', '/to-chuc', `/to-chuc?tim=song+lo&${DAY}`, 'unit', '/chuc-vu', '/chuc-vu/nhat-the', `/truong-thon?${DAY}`, '/con-nguoi', 'person', '/so-lieu',
    `/so-lieu/heads.notMembers?${DAY}`, '/truong-hop', '/nhap-du-lieu', '/nhat-ky', '/phan-quyen', '/ai-xem-duoc', '/tai-khoan-cua-toi',
  ],
  quantri: ['/', '/tai-khoan', '/tai-khoan/tinh', '/phan-quyen', '/ai-xem-duoc', '/nhat-ky', '/tai-khoan-cua-toi'],
  dangvien: ['/', '/ho-so-cua-toi', '/tai-khoan-cua-toi'],
} as const;

test.for(Object.entries(pagesOf))('every page that %s may see is fit for everybody, at every width', { timeout: 300_000 }, async ([name, paths]) => {
  const here = await visit(browser, phone);
  const { page } = here;
  await signIn(here, name);
  const faults: string[] = [];
  for (const path of paths) {
    await page.goto(await addressOf(page, path));
    await arrived(page);
    faults.push(...(await faultsAt(page, { name, path })));
    await page.setViewportSize(phone);
  }
  expect(faults).toEqual([]);
  expect(here.complaints).toEqual([]);
  await here.context.close();
});

test('the sign-in page is fit for everybody', async () => {
  const { page, context } = await visit(browser, phone);
  await page.goto('/dang-nhap');
  await page.locator('input[type=password]').waitFor();
  expect(await faultsAt(page, { name: 'nobody', path: '/dang-nhap' })).toEqual([]);
  await context.close();
});

async function addressOf(page: Page, path: string): Promise<string> {
  if (path !== 'unit' && path !== 'person') return path;
  const link = page.locator(`main a[href^="${path === 'unit' ? '/don-vi/' : '/con-nguoi/'}"]`).first();
  await link.waitFor();
  return (await link.getAttribute('href')) ?? '';
}

async function faultsAt(page: Page, { name, path }: { name: string; path: string }): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const viewport of [phone, NARROWEST, desk]) {
    await page.setViewportSize(viewport);
    const place = `${name} ${path} at ${viewport.width}`;
    if (!(await isWithoutSideScroll(page))) faults.push(`${place}: scrolls sideways`);
    if (viewport === NARROWEST) continue;
    const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    faults.push(...grave.map(({ id, nodes }) => `${place}: ${id} ${nodes.slice(0, 2).map((node) => node.target.join(' ')).join(' | ')}`));
    await page.screenshot({ path: join(pictures, `${name}${path.replace(/[^\w-]+/g, '-')}-${viewport.width}.png`) });
  }
  return faults;
}
