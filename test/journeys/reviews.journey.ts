/** A quarter's review of one cell: opened by its office, suggested for, written by the member on a phone, concluded in the cell; nobody above sees it. */
import type { APIRequestContext, Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { arrived, desk, openBrowser, phone, signIn, visit } from './browser.ts';
import { faultsAt } from './pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const title = 'Kiểm điểm thử quý này';

test('a member writes the own review on a phone, answers what was suggested, and the cell concludes it', { timeout: 180_000 }, async () => {
  const office = await visit(browser, desk);
  await signIn(office, 'xa');
  const { home } = (await (await office.page.request.get('/api/session')).json()) as { home: { unitId: string } };
  const cycle = await write<{ id: string }>(office.page.request, '/api/reviews/cycles/open', { unitId: home.unitId, kind: 'quarter', title, from: '2026-01-01', to: '2026-12-31', dueOn: '2026-12-31', collectives: false, people: 'all' });

  const member = await visit(browser, phone);
  await signIn(member, 'dangvien');
  await member.page.goto('/kiem-diem-cua-toi');
  await member.page.getByRole('link', { name: title }).click();
  await arrived(member.page);
  const id = member.page.url().split('/').at(-1)!.split('?')[0]!;

  await office.page.goto(`/kiem-diem/${id}`);
  await office.page.getByRole('button', { name: 'Gợi ý kiểm điểm' }).click();
  await office.page.getByRole('dialog').getByRole('textbox', { name: 'Các nội dung gợi ý kiểm điểm' }).fill('Nêu rõ việc dự sinh hoạt chuyên đề');
  await office.page.getByRole('dialog').getByRole('button', { name: 'Gợi ý kiểm điểm' }).click();
  await office.page.getByText('Chưa trả lời').waitFor();

  await member.page.reload();
  await arrived(member.page);
  for (const field of await member.page.locator('main textarea:not([aria-hidden])').all()) await field.fill('Đã dự đủ các buổi.');
  await member.page.getByRole('button', { name: 'Gửi bản kiểm điểm' }).click();
  await member.page.getByText('chờ họp kiểm điểm').first().waitFor();
  expect(await faultsAt(member.page, { name: 'dangvien', path: '/kiem-diem-cua-toi-mot' })).toEqual([]);

  const cell = await visit(browser, phone);
  await signIn(cell, 'chibo');
  await cell.page.goto(`/kiem-diem/${id}`);
  await cell.page.getByRole('button', { name: 'Ghi kết luận' }).click();
  await cell.page.getByRole('dialog').getByRole('textbox', { name: 'Kết luận' }).fill('Hoàn thành tốt nhiệm vụ');
  await cell.page.getByRole('dialog').getByRole('button', { name: 'Ghi kết luận' }).click();
  await cell.page.getByText('Đã kiểm điểm').first().waitFor();
  expect(await faultsAt(cell.page, { name: 'chibo', path: '/kiem-diem-mot' })).toEqual([]);

  const above = await visit(browser, desk);
  await signIn(above, 'tinh');
  expect((await above.page.request.get(`/api/reviews/${id}`)).status()).toBe(404);
  expect(await (await above.page.request.get(`/api/reviews?cycleId=${cycle.id}`)).json()).toEqual({ items: [], next: null });
  expect([...office.complaints, ...member.complaints, ...cell.complaints]).toEqual([]);
  await write(office.page.request, `/api/reviews/cycles/${cycle.id}/close`, { version: 1, isClosed: true });
  for (const { context } of [office, member, cell, above]) await context.close();
});

async function write<Answer>(request: APIRequestContext, path: string, data: object): Promise<Answer> {
  const answer = await request.post(path, { data, headers: { origin: inject('site') } });
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200);
  return answer.json() as Promise<Answer>;
}
