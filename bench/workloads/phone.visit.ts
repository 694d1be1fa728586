/** One visit of a secretary with a browser that has never been here: each step timed in the page, from the tap or key to the frame that shows what came of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession, Locator, Page } from 'playwright-core';
import type { Account } from '../accounts.ts';

export type Step = 'opening' | 'signingIn' | 'reopening' | 'unlocking' | 'marking' | 'closing';

export interface Taken {
  readonly times: Readonly<Record<Step, readonly number[]>>;
  /** JavaScript heap at the end, after collecting. */
  readonly megabytes: number;
}

export interface Handset {
  readonly name: string;
  readonly slowdown: number;
  readonly line?: { readonly latency: number; readonly downloadThroughput: number; readonly uploadThroughput: number };
}

const slow3G = { latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
export const asIs: Handset = { name: 'not slowed', slowdown: 1 };
export const oldPhone: Handset = { name: '6 times slower, 400 kbit/s, 400 ms', slowdown: 6, line: slow3G };

const pin = '274913';
/** Nobody types a name and a password sooner on a phone. */
const typingTakes = 10_000;
const marks = 10;
const roll = 'ul[aria-label="Điểm danh"] > li';

export interface Place {
  readonly browser: Browser;
  readonly origin: string;
  readonly secretary: Account;
}

export async function visitWith(handset: Handset, { browser, origin, secretary }: Place): Promise<Taken> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2, locale: 'vi-VN', baseURL: origin });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const tools = await context.newCDPSession(page);
    await slow(tools, handset);
    const opening = await opened(page, { path: '/', shown: 'input[name=password]' });
    const signingIn = await signedIn(page, secretary);
    // Once, in the office: not what is asked about here.
    await slow(tools, asIs);
    await prepare(page);
    await context.setOffline(true);
    const meeting = await openMeeting(page);
    await slow(tools, { slowdown: handset.slowdown });
    const reopening = await opened(page, { path: meeting, shown: 'input[name=pin]' });
    const unlocking = (await timed(page, { shown: `${roll} button` }, () => page.locator('input[name=pin]').fill(pin))) + (handset.slowdown - 1) * (await derivingTakes(page));
    const marking: number[] = [];
    for (let at = 1; at <= marks; at += 1) marking.push(await timed(page, { shown: `${roll}:nth-child(${at}) [data-mark]` }, () => page.locator(`${roll}:nth-child(${at}) button`).first().tap()));
    const closing = await closed(page);
    return { times: { opening: [opening], signingIn: [signingIn], reopening: [reopening], unlocking: [unlocking], marking, closing: [closing] }, megabytes: await heapOf(tools) };
  } finally {
    await context.close();
  }
}

async function slow(tools: CDPSession, { slowdown, line }: Omit<Handset, 'name'>): Promise<void> {
  await tools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', { offline: false, ...(line ?? { latency: 0, downloadThroughput: -1, uploadThroughput: -1 }) });
}

interface Outcome {
  /** Selector of what is to be seen. */
  readonly shown: string;
  readonly gone?: string;
}

async function opened(page: Page, { path, ...outcome }: Outcome & { readonly path: string }): Promise<number> {
  await page.goto(path, { waitUntil: 'commit' });
  // Counted from the beginning of the navigation.
  return page.evaluate(untilPainted, outcome);
}

async function timed(page: Page, outcome: Outcome, act: () => Promise<void>): Promise<number> {
  const began = page.evaluate(untilActed);
  const painted = page.evaluate(untilPainted, outcome);
  await act();
  return (await painted) - (await began);
}

/** Runs in the page: when the finger was lifted or the key pressed, by the clock of the browser. */
function untilActed(): Promise<number> {
  return new Promise((done) => {
    for (const act of ['pointerup', 'input']) addEventListener(act, ({ timeStamp }) => done(timeStamp), { capture: true, once: true });
  });
}

/** Runs in the page: when the first frame with it was handed over to the screen. */
function untilPainted({ shown, gone }: Outcome): Promise<number> {
  return new Promise((done) => {
    const look = (): void => {
      const isThere = document.querySelector(shown) !== null && (gone === undefined || document.querySelector(gone) === null);
      if (!isThere) return void requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => done(performance.now()));
      port1.start();
      requestAnimationFrame(() => port2.postMessage(''));
    };
    look();
  });
}

async function signedIn(page: Page, { name, password }: Account): Promise<number> {
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=password]').fill(password);
  await sleep(typingTakes);
  return timed(page, { shown: 'main h1', gone: 'input[name=password], .mantine-Skeleton-root' }, () => page.locator('button[type=submit]').tap());
}

async function prepare(page: Page): Promise<void> {
  await page.goto('/khong-can-mang');
  await page.locator('input[name=pin]').fill(pin);
  await page.locator('input[name=again]').fill(pin);
  await page.locator('main form button[type=submit]').tap();
  await page.getByText('Máy này đã sẵn sàng').first().waitFor();
}

/** Planned and begun without signal: nothing of it reaches the server. */
async function openMeeting(page: Page): Promise<string> {
  await page.goto('/sinh-hoat');
  await page.locator('input[name=pin]').fill(pin);
  await press(page, 'Lập lịch');
  await page.getByRole('dialog').getByRole('radio', { name: 'Hôm nay', exact: true }).tap();
  await press(page.getByRole('dialog'), 'Lập lịch');
  await press(page, 'Bắt đầu họp');
  await page.locator(roll).nth(marks).waitFor();
  return new URL(page.url()).pathname;
}

async function closed(page: Page): Promise<number> {
  await press(page, 'Tất cả có mặt', 'Còn lại có mặt');
  await press(page, 'Kết thúc họp');
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Giờ kết thúc').fill('23:59');
  return timed(page, { shown: 'main h1', gone: `[role=dialog], ${roll}` }, () => press(sheet, 'Kết thúc họp'));
}

async function press(where: Page | Locator, ...names: readonly string[]): Promise<void> {
  const [first, ...others] = names.map((name) => where.getByRole('button', { name, exact: true }));
  await others.reduce((one, other) => one.or(other), first!).first().tap();
}

/** Keys are derived beside the main thread, where the browser's slowdown does not reach: a phone takes so much longer for it. */
function derivingTakes(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const word = await crypto.subtle.importKey('raw', new TextEncoder().encode('000000'), 'PBKDF2', false, ['deriveBits']);
    const began = performance.now();
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(16), iterations: 600_000 }, word, 256);
    return performance.now() - began;
  });
}

async function heapOf(tools: CDPSession): Promise<number> {
  await tools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await tools.send('Runtime.getHeapUsage');
  return usedSize / 1_000_000;
}
