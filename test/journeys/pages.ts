/** What every page must be, at every width: nothing serious for axe, nothing scrolls sideways; pictures are kept in `test-results/pages`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { arrived, desk, isWithoutSideScroll, phone, signIn, visit } from './browser.ts';

const NARROWEST = { width: 360, height: 780 };
const pictures = join(import.meta.dirname, '../../test-results/pages');

interface Reader {
  readonly name: string;
  /** Paths; `unit`, `person`, `document` and `task` stand for one that the list before it shows. */
  readonly paths: readonly string[];
}

/** What is wrong on these pages for this reader; also what the browser's console complained of. */
export async function faultsOfPages(browser: Browser, { name, paths }: Reader): Promise<readonly string[]> {
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
  await here.context.close();
  return [...faults, ...here.complaints];
}

/** How the addresses of what a list shows begin. */
const listed: Readonly<Record<string, string>> = { unit: '/don-vi/', person: '/con-nguoi/', document: '/van-ban/', task: '/viec/' };

async function addressOf(page: Page, path: string): Promise<string> {
  const begin = listed[path];
  if (begin === undefined) return path;
  const link = page.locator(`main a[href^="${begin}"]`).first();
  await link.waitFor();
  return (await link.getAttribute('href')) ?? '';
}

export async function faultsAt(page: Page, { name, path }: { name: string; path: string }): Promise<readonly string[]> {
  await mkdir(pictures, { recursive: true });
  const faults: string[] = [];
  for (const viewport of [phone, NARROWEST, desk]) {
    await page.setViewportSize(viewport);
    const place = `${name} ${path} at ${viewport.width}`;
    if (!(await isWithoutSideScroll(page))) faults.push(`${place}: scrolls sideways`);
    if (viewport === NARROWEST) continue;
    const { violations } = await axeAt(page, viewport).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    faults.push(...grave.map(({ id, nodes }) => `${place}: ${id} ${nodes.slice(0, 2).map((node) => node.target.join(' ')).join(' | ')}`));
    await page.screenshot({ path: join(pictures, `${name}${path.replace(/[^\w-]+/g, '-')}-${viewport.width}.png`) });
  }
  return faults;
}

/** At most moderate, and passed over above. */
const passedOver = ['region', 'heading-order', 'landmark-unique', 'landmark-one-main', 'page-has-heading-one', 'empty-heading', 'aria-allowed-role'];

/** Colours are the same at every width and take axe the longest: they are looked at once. No page has frames: without looking for them it takes half the time. */
function axeAt(page: Page, viewport: typeof phone): AxeBuilder {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  return axe.disableRules(viewport === phone ? passedOver : [...passedOver, 'color-contrast']);
}
