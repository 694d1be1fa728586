/**
 * What a superior concluded at a working session becomes tasks of the unit, by its notice; the one that stays undone is told to who
 * does it and to who asked, until it is confirmed; the next session begins with what became of both.
 */
import type { APIRequestContext, Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { arrived, desk, openBrowser, phone, signIn, visit } from './browser.ts';
import { faultsAt } from './pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const [late, coming] = ['Hoàn thành quy hoạch chi tiết khu trung tâm xã', 'Bố trí cán bộ phụ trách chuyển đổi số'];

test('conclusions of a working session come back as tasks; an overdue one escalates until it is confirmed', { timeout: 300_000 }, async () => {
  const office = await visit(browser, phone);
  await signIn(office, 'xa');
  const { home, today } = await read<{ home: { unitId: string; name: string }; today: string }>(office.page.request, '/api/session');
  const held = daysFrom(today, -60);
  const meeting = await recordSession(office.page.request, { unitId: home.unitId, on: held, due: daysFrom(today, -45) });

  const board = await visit(browser, desk);
  await signIn(board, 'tinh');
  await board.page.goto(`/sinh-hoat/${meeting}`);
  await board.page.getByRole('link', { name: 'Đề cương, kết luận làm việc' }).click();
  await board.page.getByRole('button', { name: 'Ghi thông báo kết luận' }).click();
  const sheet = board.page.getByRole('dialog');
  await sheet.getByLabel('Ngày ban hành').first().fill(written(held));
  await expect.poll(() => sheet.getByRole('textbox', { name: 'Việc 1' }).inputValue()).toBe(late);
  await sheet.getByRole('button', { name: 'Thêm việc' }).click();
  await sheet.getByRole('textbox', { name: 'Việc 2' }).fill(coming);
  await sheet.getByRole('button', { name: 'Ghi và giao việc' }).click();
  await board.page.getByText('Đã ghi thông báo và giao 2 việc.').waitFor();

  const { items } = await read<{ items: readonly { id: string; title: string }[] }>(office.page.request, `/api/tasks?unitId=${home.unitId}&below=no&originKind=document&limit=100`);
  const id = items.find(({ title }) => title === late)!.id;
  for (const { page } of [office, board]) {
    await page.goto(`/can-quan-tam?donVi=${home.unitId}&viec=task.veryLate`);
    await page.locator('main').getByText(late).first().waitFor();
  }
  await board.page.goto(`/can-quan-tam?donVi=${await above(board.page.request, home.unitId)}&viec=task.veryLate`);
  await board.page.locator('main').getByText(late).first().waitFor();

  await office.page.goto(`/viec/${id}`);
  await arrived(office.page);
  expect(await faultsAt(office.page, { name: 'xa', path: '/viec/x' })).toEqual([]);
  await office.page.setViewportSize(phone);
  await office.page.getByRole('button', { name: 'Báo cáo hoàn thành' }).tap();
  await office.page.getByRole('dialog').getByRole('textbox', { name: 'Kết quả cụ thể' }).fill('Đã phê duyệt quy hoạch');
  await office.page.getByRole('dialog').getByRole('button', { name: 'Báo cáo hoàn thành', exact: true }).tap();
  await office.page.locator('main').getByText('Chờ xác nhận').first().waitFor();

  await board.page.goto(`/viec/${id}`);
  await board.page.getByRole('button', { name: 'Xác nhận hoàn thành' }).click();
  await sheet.getByRole('button', { name: 'Xác nhận hoàn thành', exact: true }).click();
  await board.page.locator('main').getByText(/Hoàn thành \d/).first().waitFor();
  await expect.poll(async () => (await read<{ items: readonly { subject: { id: string } }[] }>(board.page.request, `/api/attention?unitId=${home.unitId}&limit=100`)).items.map(({ subject }) => subject.id)).not.toContain(id);

  await board.page.goto(`/viec/de-cuong/${home.unitId}`);
  const given = board.page.locator('section', { has: board.page.getByRole('heading', { name: 'Việc giao theo văn bản, kết luận trước' }) });
  for (const title of [late, coming]) await given.getByText(title).first().waitFor();
  expect([...office.complaints, ...board.complaints]).toEqual([]);
  await office.context.close();
  await board.context.close();
});

const headers = () => ({ origin: inject('site') });

async function read<Answer>(request: APIRequestContext, path: string): Promise<Answer> {
  const answer = await request.get(path);
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200);
  return answer.json() as Promise<Answer>;
}

/** Held with the superior, one thing concluded. */
async function recordSession(request: APIRequestContext, { unitId, on, due }: { readonly unitId: string; readonly on: string; readonly due: string }): Promise<string> {
  const conclusions = [{ id: crypto.randomUUID().replace(/^(.{14}).{4}/, `$17${unitId.slice(15, 18)}`), text: late, dueOn: due }];
  const answer = await request.post('/api/meetings/record', { headers: headers(), data: { unitId, on, kind: 'working_session', conclusions } });
  expect(answer.status(), await answer.text()).toBe(200);
  return ((await answer.json()) as { id: string }).id;
}

/** Who asked: the committee above. */
async function above(request: APIRequestContext, unitId: string): Promise<string> {
  const { parents } = await read<{ parents: readonly { hierarchy: string; parent: { id: string } }[] }>(request, `/api/units/${unitId}`);
  return parents.findLast(({ hierarchy }) => hierarchy === 'party')!.parent.id;
}

function daysFrom(today: string, days: number): string {
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}

function written(day: string): string {
  return day.split('-').toReversed().join('/');
}
