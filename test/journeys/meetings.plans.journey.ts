/** What else is done with meetings: entered by the office, planned for a year, put off, called off, called with papers and guests. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrived, desk, openBrowser, phone, signIn, visit } from './browser.ts';
import { faultsAt } from './pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('the office enters a past meeting for a cell; a mark that could not be sent goes back and says why', { timeout: 180_000 }, async () => {
  const here = await visit(browser, desk);
  const { page } = here;
  await signIn(here, 'xa');
  const main = page.locator('main');
  await page.goto('/sinh-hoat/ghi-lai');
  await arrived(page);
  await main.getByRole('button', { name: 'Tiếp tục điểm danh' }).click();
  await main.getByText('Chọn đơn vị họp.').waitFor();
  await main.getByRole('textbox', { name: /^Đơn vị/ }).fill('chi bo thon');
  await page.getByRole('option').nth(2).click();
  await main.getByRole('radio', { name: 'Hôm qua' }).click();
  const starts = main.getByRole('textbox', { name: 'Giờ bắt đầu' });
  await starts.fill('19 giờ 61');
  await starts.blur();
  await main.getByText(/^Không đọc được giờ này/).waitFor();
  await starts.fill('19h30');
  await starts.blur();
  expect(await faultsAt(page, { name: 'xa', path: '/sinh-hoat/ghi-lai' })).toEqual([]);
  await main.getByRole('button', { name: 'Tiếp tục điểm danh' }).click();
  await main.getByRole('button', { name: 'Tất cả có mặt' }).waitFor();

  const first = main.getByRole('list', { name: 'Điểm danh', exact: true }).getByRole('button').first();
  await page.route('**/mark', (route) => route.abort());
  await first.click();
  await page.getByRole('alert').getByText(/Không có kết nối/).waitFor();
  await expect.poll(() => first.innerText()).toMatch(/Chưa điểm danh/);
  await page.unroute('**/mark');
  await first.click();
  await expect.poll(() => first.innerText()).toMatch(/Có mặt/);
  await main.getByRole('button', { name: 'Còn lại có mặt' }).click();
  await page.getByRole('button', { name: 'Ghi xong', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Giờ kết thúc').fill('19:00');
  await form.getByRole('button', { name: 'Ghi xong', exact: true }).click();
  await form.getByText(/^Giờ kết thúc phải sau giờ bắt đầu/).first().waitFor();
  await form.getByLabel('Giờ kết thúc').fill('21:15');
  await form.getByRole('button', { name: 'Ghi xong', exact: true }).click();
  await main.getByText('Sau ngày họp').waitFor();
  await expect.poll(() => main.innerText()).toMatch(/105 phút \(19:30 đến 21:15\)/);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await main.getByRole('heading', { name: 'Điểm danh' }).waitFor();
  // The two requests that were cut off, and the end that the server refused.
  expect(here.complaints.filter((line) => !/ERR_FAILED|400/.test(line))).toEqual([]);
  await here.context.close();
});

test('a year is planned at once; a meeting is put off, called off, and each is taken back', { timeout: 180_000 }, async () => {
  const here = await visit(browser, phone);
  const { page } = here;
  await signIn(here, 'chibo');
  const main = page.locator('main');
  const form = page.getByRole('dialog');
  const undo = page.getByRole('button', { name: 'Hoàn tác' });
  await page.goto('/sinh-hoat');
  await arrived(page);
  await main.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Lập lịch cả năm' }).click();
  await form.getByRole('combobox', { name: /^Từ tháng/ }).or(form.getByLabel(/^Từ tháng/)).first().click();
  await page.getByRole('option', { name: /^Tháng 01\// }).first().click();
  await expect.poll(() => form.getByLabel(/^Chuyên đề tháng/).count()).toBe(4);
  expect(await faultsAt(page, { name: 'chibo', path: '/sinh-hoat/months' })).toEqual([]);
  await page.setViewportSize(phone);
  await form.getByRole('textbox', { name: 'Địa điểm' }).fill('Nhà văn hóa thôn');
  await form.getByRole('button', { name: 'Lập lịch', exact: true }).click();
  await page.getByText(/^Đã lập lịch \d+ buổi/).waitFor();
  await main.getByRole('list', { name: 'Sắp tới' }).getByRole('link').last().click();

  await main.getByRole('heading', { name: 'Chương trình', exact: true }).waitFor();
  const planned = (await main.innerText()).match(/\d\d\/\d\d\/\d{4}/)![0];
  await main.getByRole('button', { name: /^2\. / }).click();
  const second = await main.getByRole('button', { name: /^2\. / }).innerText();
  await main.getByRole('button', { name: 'Đưa lên' }).click();
  await main.getByRole('button', { name: second.replace('2.', '1.'), exact: true }).waitFor();
  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Dời ngày' }).click();
  await form.getByRole('textbox', { name: /^Ngày họp mới/ }).fill(`28${planned.slice(2)}`);
  await form.getByRole('textbox', { name: /^Lý do/ }).fill('Trùng ngày họp dân');
  await form.getByRole('button', { name: 'Dời ngày' }).click();
  await main.getByText(`Dời từ ngày ${planned}. Lý do: Trùng ngày họp dân`).waitFor();
  await undo.click();
  await expect.poll(() => main.innerText()).not.toContain('Dời từ ngày');
  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Hủy buổi họp' }).click();
  await form.getByRole('textbox', { name: /^Lý do/ }).fill('Bão');
  await form.getByRole('button', { name: 'Hủy buổi họp' }).click();
  await main.getByText('Buổi họp đã hủy').waitFor();
  expect(await faultsAt(page, { name: 'chibo', path: '/sinh-hoat/cancelled' })).toEqual([]);
  await page.getByRole('button', { name: 'Khôi phục' }).click();
  await main.getByRole('heading', { name: 'Chương trình', exact: true }).waitFor();
  expect(here.complaints).toEqual([]);
  await here.context.close();
});

test('a meeting is called: its papers, its notice, and what people answer', { timeout: 180_000 }, async () => {
  const here = await visit(browser, phone);
  const { page } = here;
  await signIn(here, 'chibo');
  const main = page.locator('main');
  const form = page.getByRole('dialog');
  await page.goto('/sinh-hoat');
  await arrived(page);
  await page.getByRole('button', { name: 'Lập lịch', exact: true }).click();
  await form.getByRole('button', { name: 'Lập lịch', exact: true }).click();
  await main.getByRole('heading', { name: 'Mời họp' }).waitFor();

  await main.getByRole('button', { name: 'Đính kèm tài liệu' }).click();
  await form.locator('input[type=file]').setInputFiles({ name: 'du-thao.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
  await form.getByRole('button', { name: 'Ghi', exact: true }).click();
  await form.getByText(/^Tài liệu có dấu mật không được đưa lên/).waitFor();
  await form.getByRole('checkbox', { name: 'Tài liệu không đóng dấu mật' }).check();
  await form.getByRole('button', { name: 'Ghi', exact: true }).click();
  const paper = main.getByRole('link', { name: /du-thao\.pdf/ });
  await paper.waitFor();
  expect((await page.request.get((await paper.getAttribute('href'))!)).headers()['content-type']).toContain('application/pdf');

  await main.getByRole('button', { name: 'In giấy mời' }).click();
  await form.getByRole('heading', { name: 'GIẤY MỜI', exact: true }).waitFor();
  expect(await faultsAt(page, { name: 'chibo', path: '/sinh-hoat/notice' })).toEqual([]);
  await page.setViewportSize(phone);
  await form.getByRole('button', { name: 'Đóng' }).click();

  await main.getByRole('button', { name: 'Ghi đã mời' }).click();
  await main.getByText('Đã mời họp.', { exact: true }).waitFor();
  const answers = main.getByRole('list', { name: 'Trả lời giấy mời' });
  const first = answers.getByRole('button').first();
  await main.getByText(/^Trả lời giấy mời:/).click();
  await first.click();
  await answers.getByRole('button', { name: 'Xin vắng', exact: true }).tap();
  await answers.getByRole('button', { name: 'Học tập', exact: true }).tap();
  await answers.getByRole('button', { name: 'Cho vắng', exact: true }).tap();
  await expect.poll(() => first.innerText()).toMatch(/Xin vắng · Học tập · Cho vắng/);
  expect(await faultsAt(page, { name: 'chibo', path: '/sinh-hoat/invited' })).toEqual([]);
  await page.reload();
  await main.getByText(/^Trả lời giấy mời:/).click();
  await expect.poll(() => first.innerText()).toMatch(/Xin vắng · Học tập · Cho vắng/);
  await expect.poll(() => main.innerText()).toContain('0 dự, 1 xin vắng');
  expect(here.complaints).toEqual([]);
  await here.context.close();
});
