/** A device sent something that another had recorded otherwise: settled at a computer that was never prepared, it is settled on the phone too. */
import type { APIRequestContext, Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { arrived, desk, openBrowser, phone, signIn, visit } from './browser.ts';
import { faultsAt } from './pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const pin = '274913';
const plan = { kind: 'thematic', isExtended: false, starts: '19:30', place: 'Nhà văn hóa', mode: 'in_person', topic: 'Xây dựng nông thôn mới', seriesId: null };

test('a secretary sees at a computer what her phone could not set, by whom it was set, and keeps one side for all devices', { timeout: 300_000 }, async () => {
  const [office, computer, mobile] = [await visit(browser, desk), await visit(browser, desk), await visit(browser, phone)];
  await signIn(office, 'xa');
  for (const one of [computer, mobile]) await signIn(one, 'chibo');
  const { home } = (await (await computer.page.request.get('/api/session')).json()) as { home: { unitId: string } };
  const { account } = (await (await office.page.request.get('/api/session')).json()) as { account: { displayName: string } };
  // Before the months that the journey of plans plans for the same cell: those of next year.
  const on = `${new Date().toISOString().slice(0, 4)}-12-31`;
  const { id } = (await write(computer.page.request, '/api/meetings/plan', { ...plan, unitId: home.unitId, on })) as { id: string };
  await write(office.page.request, `/api/meetings/${id}/change`, { ...plan, place: 'Hội trường ủy ban' });
  // As the phone sends it: under an id of its own, with what it had seen.
  for (const place of ['Nhà bí thư', 'Sân đình']) {
    const sent = await computer.page.request.post(`/api/meetings/${id}/change`, { data: { ...plan, place, seen: plan }, headers: { ...headers(), 'x-command-id': crypto.randomUUID() } });
    expect(sent.status()).toBe(409);
  }

  const faults: string[] = [];
  for (const { page } of [computer, mobile]) {
    await page.goto('/');
    await arrived(page);
    await page.getByRole('link', { name: '2 việc cần quyết định' }).click();
    await page.getByRole('heading', { name: 'Ghi từ máy khác, cần đồng chí quyết định' }).waitFor();
    await expect.poll(() => page.locator('main').innerText()).toMatch(new RegExp(`Địa điểm: Nhà bí thư[\\s\\S]*Đồng chí ${account.displayName} ghi, máy chủ nhận lúc [\\s\\S]*Địa điểm: Hội trường ủy ban`));
    const size = page.viewportSize();
    faults.push(...(await faultsAt(page, { name: 'chibo', path: '/cho-gui' })));
    if (size) await page.setViewportSize(size);
  }

  const { page } = computer;
  await page.getByRole('button', { name: 'Giữ bản của tôi' }).first().click();
  await page.getByText('Đã giữ bản của đồng chí.').waitFor();
  await page.getByRole('link', { name: '1 việc cần quyết định' }).waitFor();
  await page.getByRole('button', { name: 'Giữ bản kia' }).click();
  await page.getByText('Đã giữ bản kia.').waitFor();
  await page.getByText('Máy này chưa được chuẩn bị').waitFor();
  await expect.poll(() => page.getByRole('link', { name: /việc cần quyết định/ }).count()).toBe(0);
  expect(await (await page.request.get(`/api/meetings/${id}`)).json()).toMatchObject({ place: 'Nhà bí thư' });

  await mobile.page.reload();
  await mobile.page.getByText('Máy này chưa được chuẩn bị').waitFor();
  await write(office.page.request, `/api/meetings/${id}/cancel`, { reason: 'Xong việc' });
  expect(faults).toEqual([]);
  for (const one of [office, computer, mobile]) {
    expect(one.complaints).toEqual([]);
    await one.context.close();
  }
});

test('of two who adopt different minutes the second is shown the first’s on her phone, and settles it at a computer', { timeout: 300_000 }, async () => {
  const [office, computer, mobile] = [await visit(browser, desk), await visit(browser, desk), await visit(browser, phone)];
  const { page, context } = mobile;
  page.setDefaultTimeout(90_000);
  const main = page.locator('main');
  await signIn(office, 'xa');
  for (const one of [computer, mobile]) await signIn(one, 'chibo');
  const { home } = (await (await computer.page.request.get('/api/session')).json()) as { home: { unitId: string } };
  const today = new Date(Date.now() + 7 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const { id } = (await write(computer.page.request, '/api/meetings/record', { unitId: home.unitId, on: today, kind: 'thematic', topic: 'Xây dựng nông thôn mới' })) as { id: string };
  await page.goto('/khong-can-mang');
  await main.getByLabel('Đặt mã sáu số').fill(pin);
  await main.getByLabel('Nhập lại mã').fill(pin);
  await main.getByRole('button', { name: 'Chuẩn bị máy này' }).tap();
  await main.getByText('Máy này đã sẵn sàng').first().waitFor({ timeout: 120_000 });

  await context.setOffline(true);
  await page.goto(`/sinh-hoat/${id}`);
  await unlock();
  await page.getByRole('button', { name: 'Thông qua biên bản', exact: true }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Thông qua biên bản', exact: true }).tap();
  await page.getByText('Biên bản đã thông qua.').waitFor();
  await write(office.page.request, `/api/meetings/${id}/write-minutes`, { text: 'Biên bản do văn phòng ghi' });
  await write(office.page.request, `/api/meetings/${id}/adopt`, { on: today, seen: { text: 'Biên bản do văn phòng ghi', isStale: false } });

  await context.setOffline(false);
  await page.getByRole('link', { name: '2 việc cần quyết định' }).tap();
  await main.getByText('Biên bản do văn phòng ghi').waitFor();
  await main.getByText(/Đồng chí .+ ghi, máy chủ nhận lúc/).waitFor();
  await main.getByText(/Biên bản đã thông qua thì không thay được nữa/).waitFor();
  const faults = [...(await faultsAt(page, { name: 'chibo', path: '/cho-gui-tren-may' }))];
  await page.setViewportSize(phone);

  await computer.page.goto('/cho-gui');
  await computer.page.getByText('Biên bản do văn phòng ghi').waitFor();
  expect(await computer.page.getByRole('button', { name: 'Giữ bản của tôi' }).count()).toBe(0);
  await computer.page.getByRole('button', { name: 'Giữ bản kia' }).click();
  await computer.page.getByText('Máy này chưa được chuẩn bị').waitFor();
  await page.reload();
  await unlock();
  await page.getByRole('link', { name: '1 việc cần quyết định' }).waitFor();
  expect(await main.getByText('Biên bản do văn phòng ghi').count()).toBe(0);
  expect(faults).toEqual([]);
  expect([...mobile.complaints, ...office.complaints, ...computer.complaints].filter((line) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(line))).toEqual([]);
  for (const one of [office, computer, mobile]) await one.context.close();

  async function unlock(): Promise<void> {
    await page.getByLabel('Mã sáu số').fill(pin);
  }
});

test('a mark that came after another device had closed the meeting is shown beside what stands, and kept once the meeting is open again', { timeout: 180_000 }, async () => {
  const computer = await visit(browser, desk);
  const { page } = computer;
  await signIn(computer, 'chibo');
  const { home } = (await (await page.request.get('/api/session')).json()) as { home: { unitId: string } };
  const on = new Date(Date.now() - 3 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const { id } = (await write(page.request, '/api/meetings/record', { unitId: home.unitId, on, kind: 'thematic', topic: 'Chuyển đổi số' })) as { id: string };
  const meeting = async () => (await (await page.request.get(`/api/meetings/${id}`)).json()) as { roll: { person: { id: string; fullName: string }; basis: string; mark: string | null }[] };
  const { person } = (await meeting()).roll.find(({ basis }) => basis === 'expected')!;
  const marks = [{ personId: person.id, mark: 'absent', reason: null, seen: { mark: null, reason: null } }];
  const sent = await page.request.post(`/api/meetings/${id}/mark`, { data: { marks }, headers: { ...headers(), 'x-command-id': crypto.randomUUID() } });
  expect(await sent.json()).toMatchObject({ problem: { code: 'meetings.closedMeanwhile' } });

  await page.goto('/cho-gui');
  await expect.poll(() => page.locator('main').innerText()).toMatch(new RegExp(`${person.fullName}: [Vv]ắng không lý do[\\s\\S]*${person.fullName}: [Cc]ó mặt`));
  await page.getByText(/^Buổi sinh hoạt đã kết thúc trên máy khác/).waitFor();
  await page.getByRole('button', { name: 'Giữ bản của tôi' }).click();
  await page.getByText(/Máy khác vừa ghi lại/).waitFor();
  await write(page.request, `/api/meetings/${id}/reopen`, {});
  await page.getByRole('button', { name: 'Giữ bản của tôi' }).click();
  await page.getByText('Đã giữ bản của đồng chí.').waitFor();
  expect((await meeting()).roll.find((one) => one.person.id === person.id)).toMatchObject({ mark: 'absent' });
  await computer.context.close();
});

const headers = () => ({ origin: inject('site') });

async function write(request: APIRequestContext, path: string, data: object): Promise<unknown> {
  const answer = await request.post(path, { data, headers: headers() });
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200);
  return answer.json();
}
