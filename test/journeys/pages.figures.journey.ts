/** The pages of a province's officer on figures, imports and access; on oversight, petitions and reports, also as a cadre sees them. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { faultsOfPages } from './pages.ts';

const DAY = 'ngay=2022-08-09';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('the pages of the officer on figures, imports and access are fit for everybody, at every width', { timeout: 300_000 }, async () => {
  const paths = ['/', `/truong-thon?${DAY}`, '/so-lieu', `/so-lieu/heads.notMembers?${DAY}`, '/truong-hop', '/nhap-du-lieu', '/nhat-ky', '/phan-quyen', '/ai-xem-duoc', '/tai-khoan-cua-toi'];
  expect(await faultsOfPages(browser, { name: 'tinh', paths })).toEqual([]);
});

const readers = [
  { name: 'tinh', paths: ['/bam-co-so', '/bam-co-so/tham', '/kien-nghi', '/kien-nghi?the=so-lieu&theo=noi-xu-ly', '/bao-cao'] },
  { name: 'canbo', paths: ['/bam-co-so', '/bam-co-so/tham', '/bam-co-so/bao-cao', '/kien-nghi'] },
];

test.for(readers)('the pages on oversight, petitions and reports are fit for everybody as $name sees them, at every width', { timeout: 300_000 }, async (reader) => {
  expect(await faultsOfPages(browser, reader)).toEqual([]);
});
