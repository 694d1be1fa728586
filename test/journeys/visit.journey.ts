/**
 * A cadre without signal on a phone records a visit to a place that he follows, with a promise and a petition; with signal again they
 * arrive; the place holds its meeting, whose record names him; his report is drafted and handed in.
 */
import type { APIRequestContext, Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { arrived, openBrowser, phone, signIn, visit } from './browser.ts';
import { faultsAt } from './pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const pin = '274913';
const heard = 'Cầu qua kênh hỏng lan can';
const promised = 'Báo ngành giao thông về lan can cầu';
const asked = 'Sửa lan can cầu qua kênh trước mùa mưa';

interface Place {
  readonly unit: { readonly id: string; readonly name: string };
}

test('a cadre records a visit without signal; it arrives with its promise and petition; the report is drafted and handed in', { timeout: 600_000 }, async () => {
  const here = await visit(browser, phone);
  const { page, context } = here;
  page.setDefaultTimeout(60_000);
  await signIn(here, 'canbo');
  const main = page.locator('main');
  const form = page.getByRole('dialog');
  const faults: string[] = [];
  const look = async (name: string) => { faults.push(...(await faultsAt(page, { name: 'di-co-so', path: `/${name}` }))); await page.setViewportSize(phone); };
  // A page that is loaded anew is locked.
  const unlock = async () => { const field = page.getByLabel('Mã sáu số'); await field.waitFor({ timeout: 15_000 }).then(() => field.fill(pin), () => undefined); };
  const { items: places } = await read<{ items: readonly Place[] }>(page.request, '/api/visits/places');
  const place = places.at(-1)!;

  await page.goto('/khong-can-mang');
  await main.getByLabel('Đặt mã sáu số').fill(pin);
  await main.getByLabel('Nhập lại mã').fill(pin);
  await main.getByRole('button', { name: 'Chuẩn bị máy này' }).tap();
  await main.getByText('Máy này đã sẵn sàng').first().waitFor({ timeout: 120_000 });
  await page.goto(`/bam-co-so/tham/truoc/${place.unit.id}`);
  await page.getByLabel('Mã sáu số').or(main.getByRole('heading', { level: 1, name: place.unit.name })).first().waitFor();
  if (await page.getByLabel('Mã sáu số').isVisible()) await page.getByLabel('Mã sáu số').fill(pin);
  await main.getByRole('heading', { level: 1, name: place.unit.name }).waitFor();
  await look('brief');

  await context.setOffline(true);
  await page.goto('/bam-co-so/tham');
  await page.getByLabel('Mã sáu số').fill(pin);
  await main.getByRole('heading', { name: 'Nơi tôi theo dõi' }).waitFor();
  await look('places');
  await main.getByRole('button', { name: `Ghi chuyến đi: ${place.unit.name}` }).tap();
  await form.getByRole('radio', { name: 'Dự họp cấp ủy' }).tap({ force: true });
  await form.getByRole('checkbox', { name: 'Bí thư, phó bí thư' }).tap();
  await form.getByRole('button', { name: 'Thêm điều nghe được' }).tap();
  await form.getByRole('textbox', { name: 'Điều nghe được' }).fill(heard);
  await form.getByRole('button', { name: 'Thêm việc đã hứa' }).tap();
  await form.getByRole('textbox', { name: 'Hứa làm gì' }).fill(promised);
  await form.getByRole('textbox', { name: 'Thời hạn' }).fill(written(inDays(30)));
  await form.getByRole('button', { name: 'Thêm kiến nghị' }).tap();
  await form.getByLabel('Nội dung', { exact: true }).and(form.locator('input')).last().tap();
  await page.getByRole('option').first().tap();
  await form.getByRole('textbox', { name: 'Kiến nghị điều gì' }).fill(asked);
  await form.getByRole('radio', { name: 'Không', exact: true }).tap({ force: true });
  await look('form');
  await form.getByRole('button', { name: 'Lưu', exact: true }).tap();
  await main.getByText(heard).waitFor();
  const [, id = ''] = new URL(page.url()).pathname.match(/^\/bam-co-so\/tham\/([0-9a-f-]{36})$/) ?? [];
  await look('visit');
  expect((await page.request.get(`/api/visits/${id}`).catch(() => undefined))?.ok() ?? false).toBe(false);

  await context.setOffline(false);
  await expect.poll(async () => (await page.request.get(`/api/visits/${id}`)).status(), { timeout: 120_000 }).toBe(200);
  const arrivedVisit = await read<{ promised: { text: string; standing: string }[]; agreement: string }>(page.request, `/api/visits/${id}`);
  expect(arrivedVisit).toMatchObject({ promised: [{ text: promised, standing: 'assigned' }], agreement: 'noRecord' });
  await expect.poll(async () => (await read<{ items: { text: string }[] }>(page.request, `/api/petitions?sourceId=${id}`)).items.map(({ text }) => text), { timeout: 120_000 }).toEqual([asked]);

  const office = await visit(browser, phone);
  await signIn(office, 'tinh');
  const { fullName } = await nameOf(page.request, id);
  await hold(office.page.request, { unitId: place.unit.id, name: fullName });
  expect(await read(page.request, `/api/visits/${id}`)).toMatchObject({ agreement: 'agrees' });
  await page.goto(`/bam-co-so/tham/${id}`);
  await unlock();
  await main.getByText('Khớp').first().waitFor();

  await page.goto('/bam-co-so/bao-cao');
  await unlock();
  await main.getByRole('heading', { name: 'Báo cáo của tôi' }).waitFor();
  await look('reports');
  await main.getByText(/Chưa viết/).first().waitFor();
  await main.getByRole('listitem').filter({ hasText: 'Chưa viết' }).first().getByRole('link').first().tap();
  await main.getByRole('textbox', { name: 'Việc đã làm trong kỳ' }).waitFor();
  expect(await main.getByRole('textbox', { name: 'Việc đã làm trong kỳ' }).inputValue()).toContain(':');
  await look('write');
  await main.getByRole('button', { name: 'Nộp báo cáo' }).tap();
  await main.getByText(/Đã nộp · /).first().waitFor();
  await arrived(page);
  await look('report');
  expect(faults).toEqual([]);
});

async function nameOf(request: APIRequestContext, id: string): Promise<{ fullName: string }> {
  const { person } = await read<{ person: { name: string } }>(request, `/api/visits/${id}`);
  return { fullName: person.name };
}

/** The committee of the place records its meeting of today, with the cadre among those who came. */
async function hold(request: APIRequestContext, { unitId, name }: { readonly unitId: string; readonly name: string }): Promise<void> {
  const reply = await request.post('/api/meetings/record', { headers: { origin: inject('site') }, data: { unitId, on: inDays(0), kind: 'committee', starts: '07:30', ends: '09:00', guests: [{ id: guestId(unitId), name: `Đ/c ${name}`, role: 'assigned', isPresent: true }] } });
  expect(reply.ok(), await reply.text()).toBe(true);
}

/** Of the home of the place. */
function guestId(unitId: string): string {
  return `${unitId.slice(0, 19)}a${crypto.randomUUID().slice(20)}`;
}

async function read<Answer = unknown>(request: APIRequestContext, path: string): Promise<Answer> {
  const reply = await request.get(path);
  expect(reply.ok(), `${path}: ${reply.status()}`).toBe(true);
  return (await reply.json()) as Answer;
}

function inDays(count: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(Date.now() + count * 86_400_000));
}

function written(day: string): string {
  return day.split('-').toReversed().join('/');
}
