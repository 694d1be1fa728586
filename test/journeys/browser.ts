/** A real Chromium, a phone or a desk, signed in as somebody of the sample. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect, inject, onTestFailed } from 'vitest';

export const phone = { width: 390, height: 844 };
export const desk = { width: 1440, height: 900 };

export async function openBrowser(): Promise<Browser> {
  const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  // The sandbox of Chromium does not start for root.
  return chromium.launch({ executablePath: program, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained about; a journey ends with none. */
  readonly complaints: readonly string[];
}

/** Within a test. */
export async function visit(browser: Browser, viewport: { width: number; height: number }): Promise<Visit> {
  const isMobile = viewport.width < 768;
  const context = await browser.newContext({ viewport, isMobile, hasTouch: isMobile, locale: 'vi-VN', baseURL: inject('site'), reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (400|401|403|404|409|412|429)/.test(message.text())) complaints.push(message.text());
  });
  const refusals: string[] = [];
  page.on('response', (response) => { if (response.status() >= 400) refusals.push(`${response.status()} ${new URL(response.url()).pathname}`); });
  const asking = new Set<string>();
  page.on('request', (request) => asking.add(request.url()));
  page.on('requestfinished', (request) => asking.delete(request.url()));
  page.on('requestfailed', (request) => asking.delete(request.url()));
  onTestFailed(async () => tell(page, { complaints, refusals, asking: [...asking] }));
  return { page, context, complaints };
}

/** What somebody who was there would have seen: of a failure that comes once in ten runs nothing else is left. */
async function tell(page: Page, beside: Readonly<Record<string, readonly string[]>>): Promise<void> {
  if (page.isClosed()) return;
  const text = await page.locator('body').innerText({ timeout: 5000 }).catch((error: Error) => error.message);
  process.stderr.write(`\n${page.url()}\n${JSON.stringify(beside, null, 1)}\n${text.slice(0, 3000)}\n`);
}

/** Through the API: only the journey of signing in itself types into the form. */
export async function signIn({ page }: Pick<Visit, 'page'>, name: string, password = inject('samplePassword')): Promise<void> {
  const answer = await page.request.post('/api/session/sign-in', { data: { name, password }, headers: { origin: inject('site') } });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** The page has arrived: its name stands there and nothing is being waited for. */
export async function arrived(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await expect.poll(() => page.locator('.mantine-Skeleton-root').count(), { timeout: 15_000 }).toBe(0);
}

export async function isWithoutSideScroll(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
}
