/**
 * A cell's meeting where there is no signal, on the secretary's phone: the app is opened without a connection, the meeting
 * planned, held and closed; with a connection all of it is on the server, once, and the commune's figure has moved.
 */
import type { APIRequestContext, Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { arrived, desk, openBrowser, phone, signIn, visit } from './browser.ts';
import { faultsAt } from './pages.ts';
import { thumb } from './thumb.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** From the locked phone to the closed meeting. */
const mostTaps = 45;
const mostSeconds = 240;
const pin = '274913';
/** So many are expected at least; some of the cell's members are exempt or away. */
const people = 25;
const members = 30;
/** Names of those who are added to it. */
const given = 'An Ba Bình Cảnh Chiến Công Cường Dũng Đạt Đoàn Đông Giang Hà Hải Hân Hiếu Hòa Hùng Hưng Khánh Khoa Kiên Lâm Long Lợi Mạnh Minh Nam Nghĩa Phúc'.split(' ');

test('without signal a secretary unlocks the app, holds and closes a meeting of 25; later it is on the server, once', { timeout: 900_000 }, async () => {
  const office = await visit(browser, desk);
  await signIn(office, 'xa');
  const secretary = await cellOf25(office.page.request, await metThisMonth(office.page.request));

  const here = await visit(browser, phone);
  const { page, context } = here;
  // Each act is worked out on the phone itself, which takes its time beside a server on a small machine.
  page.setDefaultTimeout(90_000);
  const main = page.locator('main');
  const form = page.getByRole('dialog');
  const hand = thumb();
  const faults: string[] = [];
  const look = async (name: string) => { faults.push(...(await faultsAt(page, { name: 'khong-mang', path: `/${name}` }))); await page.setViewportSize(phone); };
  await secretary.signIn(page.request);

  await page.goto('/sinh-hoat');
  await arrived(page);
  await page.getByRole('link', { name: 'Chuẩn bị máy', exact: true }).tap();
  await main.getByRole('heading', { name: 'Dùng khi không có mạng' }).waitFor();
  await look('prepare');
  await main.getByLabel('Đặt mã sáu số').fill(pin);
  await main.getByLabel('Nhập lại mã').fill(pin);
  await main.getByRole('button', { name: 'Chuẩn bị máy này' }).tap();
  await main.getByText('Máy này đã sẵn sàng').first().waitFor({ timeout: 120_000 });
  await look('ready');

  await context.setOffline(true);
  await page.goto('/sinh-hoat');
  await page.getByRole('heading', { name: 'Nhập mã sáu số' }).waitFor();
  await look('locked');
  await hand.type(page.getByLabel('Mã sáu số'), pin);
  await page.getByText('Không có mạng. Cứ ghi').waitFor();
  await hand.tap(page.getByRole('button', { name: 'Lập lịch', exact: true }));
  await hand.tap(form.getByRole('radio', { name: 'Hôm nay', exact: true }));
  await hand.type(form.getByRole('textbox', { name: 'Địa điểm' }), 'Nhà văn hóa thôn');
  await hand.end(form.getByRole('button', { name: 'Lập lịch', exact: true }));
  await main.getByRole('heading', { name: 'Chương trình', exact: true }).waitFor();
  const [, meetingId = ''] = new URL(page.url()).pathname.match(/^\/sinh-hoat\/([0-9a-f-]{36})$/) ?? [];

  await hand.tap(page.getByRole('button', { name: 'Bắt đầu họp', exact: true }));
  await expect.poll(() => namesInSight(page)).toBeGreaterThanOrEqual(4);
  expect(await main.innerText()).not.toContain('Chưa đủ số lượng');
  await hand.tap(main.getByRole('button', { name: 'Tất cả có mặt' }));
  await main.getByText(/(\d+)\/\1 có mặt/).first().waitFor();
  const expected = Number((await main.innerText()).match(/\d+\/(\d+) có mặt/)![1]);
  expect(expected).toBeGreaterThanOrEqual(people);
  const roll = main.getByRole('list', { name: 'Điểm danh', exact: true }).getByRole('button');
  await hand.tap(roll.nth(1));
  await hand.tap(main.getByRole('button', { name: 'Công tác', exact: true }));
  await hand.tap(roll.nth(3));
  await hand.tap(main.getByRole('button', { name: 'Vắng không lý do', exact: true }));
  await main.getByText(`${expected - 2}/${expected} có mặt`).first().waitFor();
  await hand.tap(main.getByRole('button', { name: 'Đã làm hết' }));
  for (const guest of ['Nguyễn Văn Trưởng', 'Lê Thị Mặt Trận']) {
    await hand.tap(main.getByRole('button', { name: 'Thêm khách mời' }));
    await hand.type(main.getByRole('textbox', { name: 'Họ và tên' }), guest);
    await hand.end(main.getByRole('button', { name: 'Ghi', exact: true }));
    await main.getByText(guest).first().waitFor();
  }
  await hand.tap(main.getByRole('button', { name: 'Thêm kết luận' }));
  await hand.type(main.getByRole('textbox', { name: /^Nội dung kết luận/ }), 'Vận động 12 hộ hiến đất mở đường trục thôn');
  await hand.tap(main.getByRole('combobox', { name: 'Người thực hiện' }));
  await hand.tap(page.getByRole('option').first());
  await hand.tap(main.getByRole('radio', { name: '1 tuần', exact: true }));
  await hand.end(main.getByRole('button', { name: 'Ghi', exact: true }));
  await main.getByText('Vận động 12 hộ hiến đất mở đường trục thôn').first().waitFor();
  await hand.tap(main.getByRole('button', { name: 'Ảnh danh sách ký tên' }));
  hand.photograph();
  await form.locator('input[type=file]').setInputFiles({ name: 'ky-ten.png', mimeType: 'image/png', buffer: await page.screenshot() });
  await hand.tap(form.getByRole('checkbox', { name: 'Tài liệu không đóng dấu mật' }));
  await hand.end(form.getByRole('button', { name: 'Ghi', exact: true }));
  await main.getByRole('link', { name: /ky-ten/ }).waitFor();
  await hand.tap(page.getByRole('button', { name: 'Kết thúc họp', exact: true }));
  await hand.type(form.getByLabel('Giờ kết thúc'), '23:59');
  await hand.end(form.getByRole('button', { name: 'Kết thúc họp', exact: true }));
  await main.getByText('Chờ thông qua biên bản').first().waitFor();
  expect(hand.taps()).toBeLessThan(mostTaps);
  expect(hand.seconds()).toBeLessThan(mostSeconds);

  // The phone is switched off and on: nothing of it is lost, and nothing has reached the server.
  expect((await office.page.request.get(`/api/meetings/${meetingId}`)).status()).toBe(404);
  await page.reload();
  await page.getByLabel('Mã sáu số').fill(pin);
  await page.getByRole('link', { name: /Không có mạng\. \d+ việc chờ gửi/ }).tap();
  await main.getByText('Bắt đầu họp', { exact: true }).waitFor();
  expect(await main.innerText()).toMatch(/Điểm danh/);
  await look('waiting');

  await context.setOffline(false);
  await page.getByRole('link', { name: 'Đã gửi hết lên máy chủ' }).waitFor({ timeout: 120_000 });
  await main.getByText('Không có việc nào chờ gửi').waitFor();
  const meeting = await read<WholeMeeting>(office.page.request, `/api/meetings/${meetingId}`);
  expect(meeting).toMatchObject({ state: 'closed', place: 'Nhà văn hóa thôn', ends: '23:59', counts: { expected, present: expected - 2, excused: 1, absent: 1, guests: 2 } });
  expect(meeting.guests.map(({ name }) => name)).toEqual(['Nguyễn Văn Trưởng', 'Lê Thị Mặt Trận']);
  expect(meeting.conclusions.map(({ text, state }) => [text, state])).toEqual([['Vận động 12 hộ hiến đất mở đường trục thôn', 'open']]);
  expect(meeting.files.map(({ kind, name }) => [kind, name])).toEqual([['sign_in_sheet', 'ky-ten.jpg']]);
  expect((await read<List>(office.page.request, `/api/meetings?unitId=${secretary.unitId}&from=${meeting.on}`)).items.map(({ id }) => id)).toEqual([meetingId]);
  const tasks = await read<{ items: readonly { readonly title: string }[] }>(office.page.request, `/api/tasks?unitId=${secretary.unitId}`);
  expect(tasks.items.filter(({ title }) => title === 'Vận động 12 hộ hiến đất mở đường trục thôn')).toHaveLength(1);
  await expect.poll(() => metThisMonth(office.page.request)).toContain(secretary.unitId);
  expect(faults).toEqual([]);
  // Requests that found no connection, and a meeting that the server did not know yet.
  expect([...here.complaints, ...office.complaints].filter((line) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(line))).toEqual([]);
  await here.context.close();
  await office.context.close();
});

interface WholeMeeting {
  readonly on: string;
  readonly guests: readonly { readonly name: string }[];
  readonly conclusions: readonly { readonly text: string; readonly state: string | null }[];
  readonly files: readonly { readonly kind: string; readonly name: string }[];
}

interface List {
  readonly items: readonly { readonly id: string; readonly name?: string }[];
}

const headers = () => ({ origin: inject('site') });

async function read<Answer>(request: APIRequestContext, path: string): Promise<Answer> {
  const answer = await request.get(path);
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200);
  return answer.json() as Promise<Answer>;
}

async function write<Answer>(request: APIRequestContext, path: string, data: object): Promise<Answer> {
  const answer = await request.post(path, { data, headers: headers() });
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200);
  return answer.json() as Promise<Answer>;
}

/** A cell that has not met this month and to which no other journey writes, with as many members as a meeting of 25 has, and a secretary of its own. */
async function cellOf25(office: APIRequestContext, met: readonly string[]): Promise<{ readonly unitId: string; readonly signIn: (request: APIRequestContext) => Promise<void> }> {
  const cells = await read<List>(office, '/api/units?kind=cell&limit=100');
  const unitId = cells.items.findLast(({ id }) => !met.includes(id))!.id;
  const known = await read<List>(office, `/api/people?unitId=${unitId}&limit=100`);
  for (let count = known.items.length; count < members; count += 1) {
    const entry = { as: 'member', admittedOn: '2010-05-19', recognisedOn: '2011-05-19', from: '2025-07-01', inReason: 'initial', decision: null };
    await write(office, '/api/people', { unitId, fullName: `Đỗ Văn ${given[count]}`, entry });
  }
  const name = `bithu.${Date.now().toString(36)}`;
  const administrator = await visit(browser, desk);
  await signIn(administrator, 'quantri');
  const { password } = await write<{ password: string }>(administrator.page.request, '/api/accounts', { name, displayName: 'Bí thư chi bộ' });
  await write(administrator.page.request, '/api/assignments', { account: name, role: 'cell_secretary', unitId, reach: 'unit', from: '2026-01-01', to: null });
  await administrator.context.close();
  return { unitId, signIn: (request) => signInWith(request, { name, password }) };
}

/** The first password was given by somebody else: it is changed first. */
async function signInWith(request: APIRequestContext, { name, password }: { readonly name: string; readonly password: string }): Promise<void> {
  await write(request, '/api/session/sign-in', { name, password });
  await write(request, '/api/session/password', { current: password, next: 'mot mat khau du dai 2611' });
}

/** The records of the commune's figure: cells that met this month. */
async function metThisMonth(office: APIRequestContext): Promise<readonly string[]> {
  const { home } = await read<{ home: { unitId: string } }>(office, '/api/session');
  const { items } = await read<List>(office, `/api/figures/cells.metMonth/records?unit=${home.unitId}&set=count&limit=200`);
  return items.map(({ id }) => id);
}

/** Whole rows of the roll between the head of the page and what is kept by the thumb, without moving it. */
function namesInSight(page: Page): Promise<number> {
  return page.evaluate(() => {
    const end = document.querySelector('[data-page-bar]')?.getBoundingClientRect().top ?? 0;
    const rows = [...document.querySelectorAll('main ul[aria-label="Điểm danh"] button')];
    return scrollY === 0 ? rows.filter((row) => row.getBoundingClientRect().bottom <= end).length : 0;
  });
}
