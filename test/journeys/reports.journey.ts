/** An interim review: the province drafts it, opens a number to its records, writes, issues it with its papers, and drafts what replaces it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrived, desk, openBrowser, phone, signIn, visit } from './browser.ts';
import { faultsAt } from './pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const title = 'Sơ kết thử việc theo dõi cơ sở';

test('what was issued stands with its papers, and only another report replaces it', { timeout: 180_000 }, async () => {
  const office = await visit(browser, desk);
  const { page } = office;
  await signIn(office, 'tinh');
  await page.goto('/bao-cao');
  await arrived(page);
  await page.getByRole('button', { name: 'Lập báo cáo' }).first().click();
  const form = page.getByRole('dialog');
  const unit = form.getByRole('textbox', { name: /^Đơn vị/ });
  // The unit that is proposed comes after the form.
  await expect.poll(() => unit.inputValue(), { timeout: 15_000 }).not.toBe('');
  await unit.fill('can tho');
  await page.getByRole('option', { name: /^Đảng bộ thành phố Cần Thơ/ }).first().click();
  await form.getByLabel('Tên báo cáo').fill(title);
  await form.getByRole('button', { name: 'Lập báo cáo' }).click();
  await page.getByRole('heading', { name: title }).waitFor();
  await arrived(page);
  expect(await faultsAt(page, { name: 'tinh', path: '/bao-cao-mot' })).toEqual([]);

  const line = page.locator('li', { hasText: 'Lượt đi cơ sở' }).first();
  await line.getByRole('button').click();
  await page.getByRole('dialog').getByText('Lượt đi cơ sở: Đảng bộ thành phố Cần Thơ').waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Viết, sửa' }).click();
  await page.getByRole('dialog').getByLabel('Ưu điểm').fill('Cán bộ bám sát cơ sở.');
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi', exact: true }).click();
  await page.getByText('Cán bộ bám sát cơ sở.').waitFor();
  await page.getByRole('button', { name: 'Ban hành' }).click();
  const issuing = page.getByRole('dialog');
  await issuing.getByText('Nguyên nhân').waitFor();
  await issuing.getByLabel('Vẫn ban hành, các mục này để trống').check();
  await issuing.getByLabel('Số, ký hiệu').fill('791');
  await issuing.getByRole('button', { name: 'Ban hành' }).click();
  await issuing.getByText('ví dụ 12-BC/TU, hoặc để trống').waitFor();
  await issuing.getByLabel('Số, ký hiệu').fill('791-BC/TU');
  await issuing.getByLabel('Người ký (nếu đã rõ)').fill('Lâm Văn Ký');
  await issuing.getByRole('button', { name: 'Ban hành' }).click();
  await page.getByText('Mã đối chiếu').waitFor();
  await page.getByRole('link', { name: '791-BC/TU' }).waitFor();
  const mark = (await page.locator('main code').innerText()).trim();

  const id = page.url().split('/').at(-1)!.split('?')[0]!;
  const paper = async (format: string) => (await page.request.get(`/api/reports/${id}/report.${format}`)).body();
  const [word, excel] = [await paper('docx'), await paper('xlsx')];
  expect([word.subarray(0, 2).toString(), excel.subarray(0, 2).toString()]).toEqual(['PK', 'PK']);
  expect((await paper('docx')).equals(word)).toBe(true);

  await page.getByRole('button', { name: 'Lập báo cáo thay thế' }).click();
  await page.getByText('Thay thế báo cáo đã ban hành').waitFor();
  await page.getByText('Cán bộ bám sát cơ sở.').waitFor();
  const reader = await visit(browser, phone);
  await signIn(reader, 'tinh');
  await reader.page.goto(`/bao-cao/${id}`);
  await arrived(reader.page);
  expect((await reader.page.locator('main code').innerText()).trim()).toBe(mark);
  await reader.page.getByText('Đang soạn báo cáo thay thế').waitFor();
  const stranger = await visit(browser, phone);
  await signIn(stranger, 'chibo');
  expect((await stranger.page.request.get(`/api/reports/${id}`)).status()).toBe(403);
  expect([...office.complaints, ...reader.complaints]).toEqual([]);
  for (const { context } of [office, reader, stranger]) await context.close();
});
