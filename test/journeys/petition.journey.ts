/** A cell asks and the office passes it on; a refusal that moves a petition on; the slip of a resident; what is not recorded. How one is answered and confirmed: `visit.journey.ts`. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrived, desk, isWithoutSideScroll, openBrowser, phone, signIn, visit } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const first = 'Làm rãnh thoát nước hai bên đường vào nghĩa trang thôn, mưa là ngập';
const second = 'Cấp lại kinh phí trùng tu nhà thờ họ được xếp hạng trong thôn';
const third = 'Lắp gương cầu lồi ở ngã ba đầu thôn cho dễ quan sát';

test('a cell raises one on a phone, the office finds it in its inbox and passes it on to the government', { timeout: 240_000 }, async () => {
  const cell = await visit(browser, phone);
  await signIn(cell, 'chibo');
  const address = await raise(cell.page, { text: first, topic: 'Giao thông nông thôn' });
  await cell.page.getByText('Đã ghi, chờ tiếp nhận').first().waitFor();
  expect(await isWithoutSideScroll(cell.page)).toBe(true);

  const office = await visit(browser, desk);
  await signIn(office, 'xa');
  await office.page.goto('/kien-nghi?phan=new');
  await arrived(office.page);
  await office.page.getByText(first).first().waitFor();
  await office.page.goto(address);
  await act(office.page, 'Chuyển nơi có thẩm quyền');
  await office.page.getByText('Chờ nhận xử lý').first().waitFor();
  for (const { complaints, context } of [cell, office]) {
    expect(complaints).toEqual([]);
    await context.close();
  }
});

test('whoever is not competent names who is, and the petition is in that inbox', { timeout: 240_000 }, async () => {
  const office = await visit(browser, desk);
  await signIn(office, 'xa');
  const { page } = office;
  const address = await raise(page, { text: second, topic: 'Bảo tồn di tích' });
  await act(page, 'Chuyển nơi có thẩm quyền');
  await page.getByText('Chờ nhận xử lý').first().waitFor();
  await page.getByRole('button', { name: 'Không thuộc thẩm quyền' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Chuyển đến nơi đó' }).click();
  await form.getByText('Ghi lý do.').waitFor();
  await form.getByRole('textbox', { name: 'Lý do' }).fill('Di tích cấp tỉnh');
  await form.getByRole('button', { name: 'Chuyển đến nơi đó' }).click();
  await page.getByText('Không thuộc thẩm quyền, chuyển tiếp').waitFor();
  await page.getByText('Số lần chuyển vì không thuộc thẩm quyền').waitFor();

  const province = await visit(browser, desk);
  await signIn(province, 'tinh');
  await province.page.goto(address);
  await province.page.getByRole('button', { name: 'Nhận xử lý' }).click();
  await province.page.getByRole('button', { name: 'Nhận xử lý' }).waitFor({ state: 'detached' });
  await province.page.getByText('Đang xử lý', { exact: true }).first().waitFor();
  await planWithWording(province.page);
  for (const { complaints, context } of [office, province]) {
    expect(complaints).toEqual([]);
    await context.close();
  }
});

test('a denunciation ends in the form, and a wrong code tells nothing', { timeout: 120_000 }, async () => {
  const here = await visit(browser, phone);
  await signIn(here, 'chibo');
  const { page } = here;
  await page.goto('/kien-nghi');
  await arrived(page);
  await page.getByRole('button', { name: 'Ghi kiến nghị' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Nội dung kiến nghị' }).fill('Tố cáo ông A nhận hối lộ');
  await form.getByText('Nội dung có từ ngữ giống đơn tố cáo').waitFor();
  await form.getByRole('button', { name: 'Đây là tố cáo' }).click();
  await form.getByText('Tố cáo không ghi ở đây').waitFor();
  expect(await form.getByRole('radio', { name: 'Có', exact: true }).isChecked()).toBe(true);
  expect(await form.getByRole('textbox').count()).toBe(0);
  await form.getByRole('button', { name: 'Đã hiểu' }).click();
  await form.waitFor({ state: 'detached' });
  await here.context.clearCookies();
  await page.goto('/tra-cuu');
  await page.getByRole('button', { name: 'Tra cứu' }).click();
  await page.getByText('Nhập mã trên phiếu.', { exact: true }).waitFor();
  await page.goto('/tra-cuu/AAAAA-AAAAA-AAAAA');
  await page.getByText('Không có mã này').waitFor();
  expect(await isWithoutSideScroll(page)).toBe(true);
  await here.context.close();
});

test('the slip of a resident’s petition names the place, keeps its buttons in sight on a phone, and is closed by its own one', { timeout: 120_000 }, async () => {
  const cell = await visit(browser, phone);
  await signIn(cell, 'chibo');
  const { page } = cell;
  await raise(page, { text: third, topic: 'Giao thông nông thôn', source: 'Người dân' });
  await page.getByRole('button', { name: 'In phiếu tra cứu' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Cấp mã và xem phiếu' }).click();
  await sheet.getByText(/^Nơi kiến nghị: Chi bộ /).waitFor();
  const done = sheet.getByRole('button', { name: 'Đã trao phiếu, đóng' });
  for (const button of [done, sheet.getByRole('button', { name: 'In phiếu' })]) {
    await expect.poll(async () => { const box = await button.boundingBox(); return box ? box.y + box.height : Infinity; }).toBeLessThanOrEqual(page.viewportSize()!.height);
  }
  await sheet.getByRole('button', { name: 'Đóng', exact: true }).click();
  await sheet.getByText('Trao phiếu rồi mới đóng').waitFor();
  await done.click();
  await sheet.waitFor({ state: 'detached' });
  expect(cell.complaints).toEqual([]);
  await cell.context.close();
});

test('a cell finds on top what it is to confirm; an officer of several bodies comes back to the one last looked at, and opens a number to its petitions', { timeout: 120_000 }, async () => {
  const cell = await visit(browser, phone);
  await signIn(cell, 'chibo');
  await cell.page.goto('/kien-nghi');
  await cell.page.getByRole('region', { name: /^Chờ đồng chí xác nhận: \d/ }).getByRole('link').first().waitFor();

  const office = await visit(browser, desk);
  const { page } = office;
  await signIn(office, 'tinh');
  await page.goto('/kien-nghi');
  await arrived(page);
  const body = page.getByRole('textbox', { name: 'Nơi xử lý' });
  await expect.poll(() => body.inputValue()).not.toBe('');
  await body.fill('xa song lo');
  await page.getByRole('option', { name: /^Đảng bộ xã Sông Lô/ }).first().click();
  await page.getByText(/^Kiến nghị chờ Đảng bộ xã Sông Lô/).waitFor();
  await page.goto('/kien-nghi');
  await page.getByText(/^Kiến nghị chờ Đảng bộ xã Sông Lô/).waitFor();
  await page.goto('/kien-nghi?the=so-lieu');
  await page.getByRole('link', { name: /^Tất cả: Trong đó đã trả lời, \d+$/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Kiến nghị, đề xuất của cơ sở' }).waitFor();
  await page.getByRole('table').getByRole('link', { name: /\(nội dung mẫu\)/ }).first().waitFor();
  await landsOnRecords(page);
  await page.goto('/kien-nghi?the=so-lieu');
  await page.getByRole('link', { name: /^Tất cả: Đã trả lời \(nêu trong 12 tháng\), \d+$/ }).click();
  await page.getByRole('table').getByRole('link', { name: /\(nội dung mẫu\)/ }).first().waitFor();
  await landsOnRecords(page);
  for (const { complaints, context } of [cell, office]) {
    expect(complaints).toEqual([]);
    await context.close();
  }
});

/** Answers where it is found. */
async function raise(page: Page, { text, topic, source = 'Đơn vị kiến nghị' }: { readonly text: string; readonly topic: string; readonly source?: string }): Promise<string> {
  await page.goto('/kien-nghi');
  await arrived(page);
  await page.getByRole('button', { name: 'Ghi kiến nghị' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByRole('radio', { name: source }).check();
  await form.getByRole('textbox', { name: 'Nội dung kiến nghị' }).fill(text);
  await form.getByRole('combobox', { name: 'Lĩnh vực' }).or(form.getByRole('textbox', { name: 'Lĩnh vực' })).first().click();
  await page.getByRole('option', { name: topic, exact: true }).click();
  await form.getByRole('radio', { name: 'Không', exact: true }).click();
  await form.getByRole('button', { name: 'Lưu' }).click();
  await page.getByRole('heading', { level: 1, name: text }).waitFor();
  return new URL(page.url()).pathname;
}

/** Their heading stands within the window, though it lies far below on the page. */
async function landsOnRecords(page: Page): Promise<void> {
  await arrived(page);
  const records = page.locator('#danh-sach').getByRole('heading', { level: 2 });
  await expect.poll(async () => (await records.boundingBox())?.y ?? -1).toBeLessThan(page.viewportSize()?.height ?? 0);
  expect((await records.boundingBox())?.y).toBeGreaterThan(0);
}

/** The wording takes the day that was chosen; it is not sent while it has blanks. */
async function planWithWording(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Trả lời', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('radio', { name: 'Sẽ giải quyết, có thời hạn' }).check();
  await form.getByRole('textbox', { name: 'Sẽ giải quyết xong trước ngày' }).fill('31/12/2099');
  await form.getByRole('textbox', { name: 'Dùng mẫu trả lời' }).or(form.getByRole('combobox', { name: 'Dùng mẫu trả lời' })).first().click();
  await page.getByRole('option', { name: 'Đưa vào kế hoạch' }).click();
  const words = form.getByRole('textbox', { name: 'Nội dung trả lời' });
  await expect.poll(() => words.inputValue()).toContain('xong trước ngày 31/12/2099. Nguồn kinh phí: ….');
  await form.getByRole('button', { name: 'Trả lời', exact: true }).click();
  await form.getByText('Còn 3 chỗ “…” của mẫu chưa điền.').waitFor();
  await words.fill('Nội dung kiến nghị đã được đưa vào kế hoạch trung hạn, thực hiện xong trước ngày 31/12/2099.');
  await form.getByRole('button', { name: 'Trả lời', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByText('Nơi xử lý hẹn giải quyết đến 31/12/2099').first().waitFor();
}

/** An act with a form of its own whose button is called alike. */
async function act(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').getByRole('button', { name }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
