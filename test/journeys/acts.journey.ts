/** What officers write: a renamed cell taken back, and a file with a mistake mended in place, brought in and taken back. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrived, desk, openBrowser, phone, signIn, visit } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('an officer of a commune renames a cell on a phone, and takes it back', async () => {
  const here = await visit(browser, phone);
  const { page } = here;
  await signIn(here, 'xa');
  await page.goto('/to-chuc?loai=cell');
  await arrived(page);
  await page.locator('main a[href*="/don-vi/"]').first().click();
  const title = page.locator('main h1');
  await page.getByRole('button', { name: 'Ghi thay đổi' }).waitFor();
  const name = (await title.innerText()).trim();
  expect(name).toMatch(/^Chi bộ/);

  await page.getByRole('button', { name: 'Ghi thay đổi' }).click();
  await page.getByRole('menuitem', { name: 'Đổi tên, đặc điểm' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Tên', exact: true }).fill(`${name} (mới)`);
  await form.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect.poll(() => title.innerText()).toBe(`${name} (mới)`);

  const undo = page.getByRole('button', { name: 'Hoàn tác' });
  const box = await undo.boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= phone.width).toBe(true);
  await undo.click();
  await expect.poll(() => title.innerText()).toBe(name);
  expect(here.complaints).toEqual([]);
  await here.context.close();
});

test('an office sets a value of its own for a rule, sees by which paper it holds, and takes it back', async () => {
  const here = await visit(browser, phone);
  const { page } = here;
  await signIn(here, 'xa');
  await page.goto('/to-chuc?loai=commune_party');
  await arrived(page);
  const commune = (await page.locator('main a[href^="/don-vi/"]').first().getAttribute('href'))!.split('/')[2]!.split('?')[0]!;
  await page.goto(`/quy-dinh?donVi=${commune}`);
  await arrived(page);
  const rule = page.locator('main').getByText('90 phút');
  await rule.first().waitFor();

  await page.getByRole('button', { name: 'Đặt giá trị: Thời gian tối thiểu của buổi sinh hoạt thường kỳ' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Đặt giá trị' }).click();
  expect(await form.getByText('Cần điền').count()).toBe(2);
  await form.getByRole('textbox', { name: /^Giá trị/ }).fill('700');
  await form.getByRole('textbox', { name: /^Văn bản/ }).fill('Quy chế 01-QC/ĐU');
  await form.getByRole('button', { name: 'Đặt giá trị' }).click();
  await form.getByText('Giá trị phải từ 1 đến 600').first().waitFor();
  await form.getByRole('textbox', { name: /^Giá trị/ }).fill('95');
  await form.getByRole('button', { name: 'Đặt giá trị' }).click();
  await page.locator('main').getByText('95 phút').waitFor();
  await page.locator('main').getByText('Quy chế 01-QC/ĐU').waitFor();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await rule.first().waitFor();
  // The value that the server refused.
  expect(here.complaints.filter((line) => !line.includes('400'))).toEqual([]);
  await here.context.close();
});

test('a day marked wrong is not recorded, and the way back asks before what was typed is lost', async () => {
  const here = await visit(browser, phone);
  const { page } = here;
  await signIn(here, 'xa');
  await page.goto('/con-nguoi');
  await arrived(page);
  await page.locator('main a[href*="/con-nguoi/"]').first().click();
  await page.getByRole('button', { name: 'Ghi việc' }).click();
  await page.getByRole('menuitem', { name: 'Kết thúc sinh hoạt' }).click();
  const form = page.getByRole('dialog');
  const on = form.getByRole('textbox', { name: /Ngày đầu tiên không còn/ });
  await form.getByRole('combobox', { name: 'Lý do' }).click();
  await page.getByRole('option', { name: 'Xóa tên' }).click();

  const sent: string[] = [];
  page.on('request', (request) => { if (request.method() === 'POST') sent.push(request.url()); });
  await on.fill('31/02/2026');
  await form.getByRole('button', { name: 'Ghi kết thúc sinh hoạt' }).click();
  await expect.poll(() => form.innerText()).toMatch(/Không đọc được ngày này/);
  expect(await on.evaluate((field) => field === document.activeElement)).toBe(true);

  const address = page.url();
  await page.evaluate(() => history.back());
  await page.getByRole('alertdialog').getByRole('button', { name: 'Nhập tiếp' }).click();
  expect([page.url(), await on.inputValue(), sent]).toEqual([address, '31/02/2026', []]);
  await page.evaluate(() => history.back());
  await page.getByRole('alertdialog').getByRole('button', { name: 'Bỏ', exact: true }).click();
  await expect.poll(() => form.count()).toBe(0);
  expect([page.url(), sent, here.complaints]).toEqual([address, [], []]);
  await here.context.close();
});

test('on the first page of a window too the way back leaves the sheet, and asks where something was typed', async () => {
  const here = await visit(browser, phone);
  await signIn(here, 'xa');
  const page = await here.context.newPage();
  await page.goto('/kien-nghi');
  await arrived(page);
  const form = page.getByRole('dialog');
  const open = async () => { await page.getByRole('button', { name: 'Ghi kiến nghị' }).first().click(); await form.getByRole('textbox', { name: 'Nội dung kiến nghị' }).waitFor(); };
  await open();
  await page.evaluate(() => history.back());
  await form.waitFor({ state: 'detached' });
  await open();
  await form.getByRole('textbox', { name: 'Nội dung kiến nghị' }).fill('Đường vào thôn');
  await page.evaluate(() => history.back());
  await page.getByRole('alertdialog').getByRole('button', { name: 'Nhập tiếp' }).click();
  expect(await form.getByRole('textbox', { name: 'Nội dung kiến nghị' }).inputValue()).toBe('Đường vào thôn');
  await page.evaluate(() => history.back());
  await page.getByRole('alertdialog').getByRole('button', { name: 'Bỏ', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  expect([new URL(page.url()).pathname, here.complaints]).toEqual(['/kien-nghi', []]);
  await here.context.close();
});

test('a secretary with one cell is offered no move to another, and told who records it', async () => {
  const here = await visit(browser, phone);
  const { page } = here;
  await signIn(here, 'chibo');
  await page.goto('/con-nguoi');
  await arrived(page);
  await expect.poll(() => page.locator('main').innerText()).toMatch(/Muốn ghi người mới vào danh sách, đề nghị văn phòng đảng ủy/);
  await page.locator('main a[href*="/con-nguoi/"]').first().click();
  await page.getByRole('button', { name: 'Ghi việc' }).click();
  const menu = page.getByRole('menu');
  await expect.poll(() => menu.innerText()).toMatch(/đề nghị văn phòng đảng ủy xã, phường ghi/);
  expect(await menu.getByRole('menuitem').allInnerTexts()).not.toContain('Chuyển sang chi bộ khác');
  expect(here.complaints).toEqual([]);
  await here.context.close();
});

/** Two villages under a commune that is there already and is named by its id. */
const villages = (commune: string, from: string) => `ref,name,kind,type,territory_parent,from,to\nthu-thon-1,Thôn Thử Một,village,thon,id:${commune},01/01/2020,31/12/2023\nthu-thon-2,Thôn Thử Hai,village,thon,id:${commune},${from},31/12/2023\n`;

async function communeId(page: Page): Promise<string> {
  const answer = await page.request.get('/api/units?q=M%E1%BB%B9%20H%C6%B0%C6%A1ng&kind=commune&asOf=2022-08-09');
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return items[0]!.id;
}

test('a file with a mistake is mended in place, brought in, and taken back as a whole', async () => {
  const here = await visit(browser, desk);
  const { page } = here;
  await signIn(here, 'tinh');
  await page.goto('/nhap-du-lieu');
  await arrived(page);
  await page.locator('input[type=file]').setInputFiles({ name: 'units.csv', mimeType: 'text/csv', buffer: Buffer.from(villages(await communeId(page), '31/02/2020')) });
  await page.getByRole('textbox', { name: /Tên nguồn/ }).fill('thử thôn');
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  const main = page.locator('main');
  await expect.poll(() => main.innerText(), { timeout: 20_000 }).toMatch(/Còn 1 lỗi, chưa nhập được/);
  await expect.poll(() => main.innerText()).toMatch(/dòng 3 · Từ ngày/);

  const cell = page.getByRole('textbox', { name: /Sửa ô: dòng 3, Từ ngày/ });
  await cell.fill('28/02/2020');
  await cell.press('Enter');
  await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
  // Twice, as many do everywhere: the question stays.
  await page.getByRole('button', { name: 'Nhập', exact: true }).dblclick();
  const asking = page.getByRole('dialog');
  await expect.poll(() => asking.innerText()).toMatch(/sẽ thêm \d+, sửa 0, gỡ 0 mục/);
  await asking.getByRole('button', { name: 'Nhập', exact: true }).click();
  await expect.poll(() => main.innerText(), { timeout: 20_000 }).toMatch(/Đã nhập xong/);

  await main.getByRole('button', { name: 'Hoàn tác cả lần nhập' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác cả lần nhập' }).click();
  await expect.poll(() => main.innerText(), { timeout: 20_000 }).toMatch(/Đã hoàn tác/);
  expect(here.complaints).toEqual([]);
  await here.context.close();
});

test('an officer creates a post at a cell and closes it again, and both can be taken back', async () => {
  const here = await visit(browser, phone);
  const { page } = here;
  await signIn(here, 'xa');
  await page.goto('/to-chuc?loai=cell');
  await arrived(page);
  const cell = await page.locator('main a[href*="/don-vi/"]').nth(1).getAttribute('href');
  await page.goto(`${new URL(cell!, page.url()).pathname}?the=chuc-danh`);
  await arrived(page);
  const main = page.locator('main');
  const title = 'Chi ủy viên phụ trách thử';

  // The cell's own: those of the village that it leads stand below.
  await main.getByRole('button', { name: 'Lập chức danh' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Lập chức danh' }).click();
  await expect.poll(() => form.innerText()).toMatch(/Chọn chức danh\./);
  await form.getByRole('combobox', { name: 'Chức danh' }).fill('Cấp ủy viên');
  await page.getByRole('option', { name: 'Cấp ủy viên' }).click();
  await form.getByRole('textbox', { name: 'Tên gọi riêng' }).fill(title);
  await form.getByRole('textbox', { name: 'Số lượng' }).fill('2');
  await form.getByRole('button', { name: 'Lập chức danh' }).click();
  await expect.poll(() => main.innerText()).toContain(title);

  await main.getByRole('button', { name: `Thôi bố trí chức danh: ${title}`, exact: false }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Thôi bố trí chức danh' }).click();
  await page.getByText(/^Đã thôi bố trí chức danh/).waitFor();
  const undo = page.getByRole('button', { name: 'Hoàn tác' });
  await undo.last().click();
  await expect.poll(() => main.getByRole('button', { name: `Thôi bố trí chức danh: ${title}`, exact: false }).count()).toBe(1);

  // What was offered for some seconds can still be done afterwards, where the unit tells what was recorded.
  await main.getByRole('link', { name: 'Quá trình' }).or(main.getByRole('tab', { name: 'Quá trình' })).first().click();
  const told = main.getByRole('list', { name: 'Những việc đã ghi về chức danh' });
  await expect.poll(() => told.innerText()).toMatch(/đã hoàn tác lúc[^]*Lập chức danh[^]*Hoàn tác\s*$/);
  await told.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect.poll(() => told.innerText()).toMatch(/Lập chức danh · Chi ủy viên phụ trách thử[^]*đã hoàn tác lúc/);
  await main.getByRole('link', { name: 'Chức danh', exact: true }).or(main.getByRole('tab', { name: 'Chức danh', exact: true })).first().click();
  await expect.poll(() => main.innerText()).not.toContain(title);
  expect(here.complaints).toEqual([]);
  await here.context.close();
});
