/** The pages of a province's officer on units, posts, tasks, people and documents. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { desk, openBrowser, signIn, visit } from './browser.ts';
import { faultsOfPages } from './pages.ts';

const DAY = 'ngay=2022-08-09';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('the pages of the officer on units, posts, tasks, people and documents are fit for everybody, at every width', { timeout: 300_000 }, async () => {
  const paths = ['/to-chuc', `/to-chuc?tim=song+lo&${DAY}`, 'unit', '/chuc-vu', '/chuc-vu/nhat-the', '/viec', '/viec?the=ket-thuc', '/can-quan-tam', '/can-quan-tam?the=hoan', '/con-nguoi', 'person', '/di-xa?ngay=2023-02-22', '/sinh-hoat', '/sinh-hoat/ghi-lai', '/sinh-hoat/so-nghi-quyet', '/nghi-quyet', '/van-ban', '/van-ban?chieu=issued&loai=QC&quyChe=co', 'document', '/kiem-diem', '/han-che?tinhTrang=confirmed&lapLai=co'];
  await enterRegulations();
  expect(await faultsOfPages(browser, { name: 'tinh', paths })).toEqual([]);
});

/** Working regulations, so that the register has something to show. */
async function enterRegulations(): Promise<void> {
  const here = await visit(browser, desk);
  await signIn(here, 'tinh');
  const { home } = await (await here.page.request.get('/api/session')).json();
  const answer = await here.page.request.post('/api/documents/enter', {
    headers: { origin: inject('site') },
    data: { unitId: home.unitId, direction: 'issued', type: 'QC', number: 999, issuerCode: 'TU', issuer: 'Thành ủy', term: '2025-2030', summary: 'Quy chế làm việc', issuedOn: '2025-11-01', validFrom: '2025-11-01', reviewDueOn: '2026-05-01', regulates: 'working' },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  await here.context.close();
}
