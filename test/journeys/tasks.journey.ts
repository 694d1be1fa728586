/**
 * A task from the commune's office to a cell: given, told with a photo where there is no signal, given back, reported, confirmed.
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

const pin = '274913';
const title = 'Rà soát điều kiện, tiêu chuẩn của tổ trưởng tổ dân phố';

test('the office gives a task to a cell; its secretary reports with a photo without signal; the office confirms', { timeout: 600_000 }, async () => {
  const office = await visit(browser, desk);
  await signIn(office, 'xa');
  const cell = await foundCell(office.page.request);
  const desktop = office.page.locator('main');
  const sheet = office.page.getByRole('dialog');
  const faults: string[] = [];

  await office.page.goto('/viec');
  await arrived(office.page);
  await office.page.getByRole('button', { name: 'Giao việc', exact: true }).click();
  await sheet.getByRole('radio', { name: 'Các đơn vị được chọn' }).click();
  await sheet.getByRole('textbox', { name: 'Thêm đơn vị' }).fill(cell.name);
  await office.page.getByRole('option', { name: cell.name }).click();
  await sheet.getByRole('textbox', { name: 'Nội dung', exact: true }).fill(title);
  await sheet.getByText('Nội dung cụ thể, các bước').click();
  await sheet.getByRole('textbox', { name: 'Các bước' }).fill('Lập danh sách\nHọp chi bộ cho ý kiến');
  await sheet.getByRole('button', { name: 'Giao việc', exact: true }).click();
  await desktop.getByRole('heading', { level: 1, name: title }).waitFor();
  const [, id = ''] = new URL(office.page.url()).pathname.match(/^\/viec\/([0-9a-f-]{36})$/) ?? [];

  const here = await visit(browser, phone);
  const { page, context } = here;
  page.setDefaultTimeout(60_000);
  await cell.signIn(page.request);
  await page.goto('/khong-can-mang');
  const main = page.locator('main');
  const form = page.getByRole('dialog');
  await main.getByLabel('Đặt mã sáu số').fill(pin);
  await main.getByLabel('Nhập lại mã').fill(pin);
  await main.getByRole('button', { name: 'Chuẩn bị máy này' }).tap();
  await main.getByText('Máy này đã sẵn sàng').first().waitFor({ timeout: 120_000 });
  await page.goto(`/viec/${id}`);
  await page.getByLabel('Mã sáu số').or(main.getByRole('button', { name: 'Nhận việc' })).first().waitFor();
  if (await page.getByLabel('Mã sáu số').isVisible()) await page.getByLabel('Mã sáu số').fill(pin);
  await main.getByRole('button', { name: 'Nhận việc' }).tap();
  await main.getByText(/Đã nhận · /).first().waitFor();
  faults.push(...(await faultsAt(page, { name: 'nhiem-vu', path: '/task' })));
  await page.setViewportSize(phone);

  await context.setOffline(true);
  await page.reload();
  await page.getByLabel('Mã sáu số').fill(pin);
  await main.getByRole('button', { name: 'Báo cáo tiến độ' }).tap();
  await form.getByRole('textbox', { name: 'Đã làm được' }).fill('60');
  await form.getByRole('checkbox', { name: 'Lập danh sách' }).tap();
  await form.getByRole('textbox', { name: 'Kết quả thực hiện' }).fill('Đã lập danh sách 12 tổ');
  await form.locator('input[type=file]').setInputFiles({ name: 'danh-sach.png', mimeType: 'image/png', buffer: await page.screenshot() });
  await form.getByRole('checkbox', { name: /không có dấu độ mật/ }).tap();
  await form.getByRole('button', { name: 'Báo cáo tiến độ', exact: true }).tap();
  await main.getByText('60%').first().waitFor();
  await main.getByRole('link', { name: /danh-sach/ }).waitFor();
  expect(await read<{ progress: number }>(office.page.request, `/api/tasks/${id}`)).toMatchObject({ progress: 0, standing: 'accepted' });

  await context.setOffline(false);
  await expect.poll(async () => (await read<Whole>(office.page.request, `/api/tasks/${id}`)).entries.flatMap(({ files }) => files.map(({ name }) => name)), { timeout: 120_000 }).toEqual(['danh-sach.jpg']);
  await main.getByRole('button', { name: 'Báo cáo hoàn thành' }).tap();
  await form.getByRole('button', { name: 'Báo cáo hoàn thành', exact: true }).tap();
  await main.getByText('Chờ xác nhận').first().waitFor();

  await office.page.reload();
  await desktop.getByRole('link', { name: /danh-sach/ }).waitFor();
  await desktop.getByRole('button', { name: 'Yêu cầu làm lại' }).click();
  await sheet.getByRole('textbox', { name: 'Nội dung còn thiếu' }).fill('Chưa có biên bản họp chi bộ');
  await sheet.getByRole('button', { name: 'Yêu cầu làm lại', exact: true }).click();
  await desktop.getByText(/Bị trả lại · /).first().waitFor();
  await page.reload();
  await page.getByLabel('Mã sáu số').or(main.getByRole('button', { name: 'Báo cáo hoàn thành' })).first().waitFor();
  if (await page.getByLabel('Mã sáu số').isVisible()) await page.getByLabel('Mã sáu số').fill(pin);
  await main.getByRole('note').getByText('Chưa có biên bản họp chi bộ').waitFor();
  await main.getByRole('button', { name: 'Báo cáo hoàn thành' }).tap();
  await form.getByRole('button', { name: 'Báo cáo hoàn thành', exact: true }).tap();
  await main.getByText('Chờ xác nhận').first().waitFor();

  await office.page.reload();
  await desktop.getByRole('button', { name: 'Xác nhận hoàn thành' }).click();
  await sheet.getByRole('button', { name: 'Xác nhận hoàn thành', exact: true }).click();
  await desktop.getByText(/Hoàn thành \d/).first().waitFor();
  expect((await read<Whole>(office.page.request, `/api/tasks/${id}`)).entries.map(({ act }) => act)).toEqual(['accept', 'progress', 'report', 'giveBack', 'report', 'confirm']);
  expect(faults).toEqual([]);
  expect([...here.complaints, ...office.complaints].filter((line) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(line))).toEqual([]);
  await context.close();
  await office.context.close();
});

interface Whole {
  readonly entries: readonly { readonly act: string; readonly files: readonly { readonly name: string }[] }[];
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

/** A cell to which no other journey writes, with a secretary of its own. */
async function foundCell(office: APIRequestContext): Promise<{ readonly name: string; readonly signIn: (request: APIRequestContext) => Promise<void> }> {
  const { home } = await read<{ home: { unitId: string } }>(office, '/api/session');
  const name = `Chi bộ nhận việc ${Date.now().toString(36)}`;
  const facts = { kind: 'cell', name };
  const { unitId } = await write<{ unitId: string }>(office, '/api/units', { facts, from: '2026-01-01', parents: [{ hierarchy: 'party', parentId: home.unitId }], decision: null });
  const account = `nhanviec.${Date.now().toString(36)}`;
  const administrator = await visit(browser, desk);
  await signIn(administrator, 'quantri');
  const { password } = await write<{ password: string }>(administrator.page.request, '/api/accounts', { name: account, displayName: 'Bí thư chi bộ' });
  await write(administrator.page.request, '/api/assignments', { account, role: 'cell_secretary', unitId, reach: 'unit', from: '2026-01-01', to: null });
  await administrator.context.close();
  const signedIn = async (request: APIRequestContext) => {
    await write(request, '/api/session/sign-in', { name: account, password });
    await write(request, '/api/session/password', { current: password, next: 'mot mat khau du dai 2611' });
  };
  return { name, signIn: signedIn };
}
