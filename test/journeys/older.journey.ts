/** A browser of late 2022: without what the language's library has got since. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrived, openBrowser, phone, signIn, visit } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('the pages of a cell secretary open', async () => {
  const here = await visit(browser, phone);
  const { page } = here;
  await page.addInitScript(() => {
    const gone: [object, readonly string[]][] = [
      [Array.prototype, ['toSorted', 'toReversed', 'toSpliced', 'with']], [Array, ['fromAsync']], [Map, ['groupBy']], [Object, ['groupBy']], [Promise, ['withResolvers', 'try']],
      [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf']], [Object.getPrototypeOf(Object.getPrototypeOf([].values())) as object, ['map', 'filter', 'toArray', 'some', 'every', 'find']],
    ];
    for (const [place, names] of gone) for (const name of names) Reflect.deleteProperty(place, name);
    Reflect.deleteProperty(globalThis, 'Iterator');
  });
  await signIn(here, 'chibo');
  for (const path of ['/', '/sinh-hoat', '/viec', '/di-xa', '/so-lieu', '/can-quan-tam', '/khong-can-mang', '/thong-bao']) {
    await page.goto(path);
    await arrived(page);
    expect(await page.locator('main [role=alert]').count(), path).toBe(0);
  }
  expect(here.complaints).toEqual([]);
  await here.context.close();
});
