/** A resolution is broken into clauses, passed down to every commune, answered by one of them on a phone; the radar tells who is silent. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { arrived, desk, openBrowser, phone, signIn, visit, type Visit } from './browser.ts';
import { faultsAt } from './pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const twelve = ['Mục tiêu', '1. Xây dựng xã văn minh', 'Chỉ tiêu', '2. Tỷ lệ hộ dùng nước sạch đạt 97% đến hết năm 2027', '3. Tỷ lệ hộ nghèo còn dưới 2% đến hết năm 2028', 'Nhiệm vụ, giải pháp', ...Array.from({ length: 9 }, (_, at) => `${at + 4}. Nhiệm vụ thứ ${at + 4}`)].join('\n');

test('a resolution with twelve clauses is passed down to all communes; one answers, and the radar moves', { timeout: 240_000 }, async () => {
  const board = await visit(browser, desk);
  await signIn(board, 'tinh');
  const province = await provinceOf(board, 'Phú Thọ');
  const resolution = await enter(board, { unitId: province, type: 'NQ', number: 401, issuerCode: 'TU', issuer: 'Tỉnh ủy Phú Thọ', summary: 'Về xây dựng xã văn minh' });

  await board.page.goto(`/van-ban/${resolution}`);
  await board.page.getByRole('link', { name: 'Ghi nội dung' }).click();
  await board.page.getByRole('button', { name: 'Ghi nội dung' }).click();
  await board.page.getByLabel('Các dòng').fill(twelve);
  await expect.poll(() => board.page.getByText('Đọc được 12 nội dung').count()).toBeGreaterThan(0);
  await board.page.getByRole('button', { name: 'Ghi', exact: true }).click();
  await board.page.getByText('Đã ghi 12 nội dung.').waitFor();
  await board.page.getByRole('button', { name: 'Triển khai', exact: true }).click();
  await board.page.getByLabel(/^Đảng bộ xã \(\d+\)$/).check();
  await board.page.getByRole('dialog').getByRole('button', { name: 'Triển khai' }).click();
  await board.page.getByText(/^Đã giao \d+ đơn vị\.$/).waitFor();

  const office = await visit(browser, phone);
  await signIn(office, 'xa');
  const { own: [unit] } = await (await office.page.request.get(`/api/cascades/${resolution}/clauses`)).json();
  await enter(office, { unitId: unit.id, type: 'CTr', number: 402, issuerCode: 'ĐU', issuer: 'Đảng ủy xã', summary: 'Chương trình hành động' });
  await office.page.goto(`/van-ban/${resolution}`);
  await office.page.getByRole('link', { name: `${unit.name}: trả lời, các bước` }).click();
  await office.page.getByRole('button', { name: 'Trả lời nội dung 2', exact: true }).click();
  await office.page.getByRole('textbox', { name: 'Văn bản của đơn vị' }).fill('402');
  await office.page.getByRole('option', { name: /402-CTr/ }).click();
  await office.page.getByLabel('Chỉ tiêu riêng của đơn vị').fill('98,5');
  await office.page.getByRole('button', { name: 'Ghi', exact: true }).click();
  await office.page.getByText('Đơn vị phấn đấu 98,5 %').waitFor();
  await office.page.getByRole('button', { name: 'Giao việc thực hiện nội dung 2' }).click();
  await office.page.getByRole('textbox', { name: 'Nội dung', exact: true }).fill('Rà soát hộ chưa có nước sạch');
  await office.page.getByRole('dialog').getByRole('button', { name: 'Giao việc' }).click();
  await office.page.getByText(/^Việc đã giao: Rà soát hộ chưa có nước sạch/).waitFor();

  await board.page.goto(`/van-ban/${resolution}/trien-khai`);
  await arrived(board.page);
  const row = board.page.getByRole('row', { name: new RegExp(unit.name) });
  expect(await row.getByRole('gridcell').allTextContents()).toEqual(['○', 'Đ', ...Array.from({ length: 10 }, () => '○')]);
  await row.getByRole('gridcell').first().focus();
  await board.page.keyboard.press('ArrowRight');
  await board.page.keyboard.press('Enter');
  await board.page.getByRole('dialog').getByText('Đang thực hiện').waitFor();
  await board.page.keyboard.press('Escape');

  for (const path of [`/van-ban/${resolution}/trien-khai`, `/van-ban/${resolution}/noi-dung`, `/van-ban/${resolution}/trien-khai/${unit.id}`]) {
    await office.page.goto(path);
    await arrived(office.page);
    expect(await faultsAt(office.page, { name: 'xa', path: path.replace(resolution, 'x').replace(unit.id, 'y') })).toEqual([]);
    await office.page.setViewportSize(phone);
  }
  expect([...board.complaints, ...office.complaints]).toEqual([]);
});

async function provinceOf({ page }: Visit, name: string): Promise<string> {
  const { items } = await (await page.request.get('/api/units?kind=provincial_party&limit=20')).json();
  return items.find((unit: { name: string }) => unit.name.includes(name)).id;
}

async function enter({ page }: Visit, document: object): Promise<string> {
  const answer = await page.request.post('/api/documents/enter', { headers: { origin: inject('site') }, data: { direction: 'issued', term: '2025-2030', issuedOn: '2026-06-01', validFrom: '2026-06-01', ...document } });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()).id;
}
