/** A real Chromium, a phone or a desk, signed in as somebody of the sample. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';

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

export async function visit(browser: Browser, viewport: { width: number; height: number }): Promise<Visit> {
  const isMobile = viewport.width < 768;
  const context = await browser.newContext({ viewport, isMobile, hasTouch: isMobile, locale: 'vi-VN', baseURL: inject('site'), reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (400|401|403|404|409|412|429)/.test(message.text())) complaints.push(message.text());
  });
  return { page, context, complaints };
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
