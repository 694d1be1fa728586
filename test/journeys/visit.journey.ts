/**
 * Must hold: a province gives an uncovered place to a cadre, who gets an account; without signal on a phone he records a visit to a cell
 * there, with a promise and a petition; with signal again they arrive; a department of the province answers; the cell tells the answer
 * in its meeting, whose record names him, and confirms it; his report is drafted, saved, found again and handed in without blanks.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveAccount, read, send, type Account } from './accounts.ts';
import { arrived, desk, openBrowser, phone, signIn, visit, type Visit } from './browser.ts';
import { faultsAt } from './pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const place = 'Đảng bộ xã Liêu Tú';
const decision = '231-QĐ/TU';
const pin = '274913';
const heard = 'Cầu qua kênh hỏng lan can';
const promised = 'Báo ngành giao thông về lan can cầu';
const asked = 'Sửa lan can cầu qua kênh trước mùa mưa';
const answered = 'Đã thay 40 m lan can, nghiệm thu với xã';

interface Named {
  readonly id: string;
  readonly name: string;
}

test('a place is covered, visited without signal, answered by a department, confirmed by the cell in its meeting, and reported on', { timeout: 900_000 }, async () => {
  const province = await visit(browser, desk);
  await signIn(province, 'tinh');
  const { unit, cadre } = await assign(province);
  const [cell] = (await read<{ items: Named[] }>(province.page.request, `/api/unit-tree?id=${unit.id}&hierarchy=party`)).items as [Named];
  const follower = await giveAccount(browser, { name: 'canbo.lieutu', displayName: cadre.name, personId: cadre.id });
  const secretary = await giveAccount(browser, { name: 'chibo.lieutu', displayName: `Bí thư ${cell.name}` });
  await send(province.page, '/api/assignments', { account: secretary.name, role: 'cell_secretary', unitId: cell.id, reach: 'subtree', from: inDays(0), to: null });

  const out = await visit(browser, phone);
  await signIn(out, follower.name, follower.password);
  const id = await visitWithoutSignal(out, { unit, cell });
  const petition = await arrivedWith(out, id);
  await answerAsDepartment(province, petition);
  await meetAndConfirm(secretary, { cadre, petition });

  expect(await read(out.page.request, `/api/visits/${id}`)).toMatchObject({ agreement: 'agrees', promised: [{ text: promised, standing: 'assigned' }] });
  await handReportIn(out, id);
  for (const { complaints, context } of [province, out]) {
    expect(complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    await context.close();
  }
});

/** From the gaps of the board, by the first proposal. */
async function assign({ page }: Visit): Promise<{ unit: Named; cadre: Named }> {
  const gap = await findGap(page);
  expect(gap).toBeDefined();
  await page.goto(`/bam-co-so?don-vi=${gap!.id}&the=trong`);
  await arrived(page);
  const proposals = page.getByRole('listitem').filter({ hasText: place });
  await proposals.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Phân công 1 nơi đã chọn' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Quyết định phân công' }).fill(decision);
  await form.getByRole('button', { name: 'Phân công' }).click();
  await page.getByText('Đã phân công 1 đơn vị').waitFor();
  expect(await findGap(page)).toBeUndefined();
  const { items } = await read<{ items: { person: Named; decision: string }[] }>(page.request, `/api/oversight/assignments?unitId=${gap!.id}`);
  const cadre = items.find((one) => one.decision === decision)!.person;
  await page.goto(`/bam-co-so?tim=${encodeURIComponent(place.slice('Đảng bộ '.length))}`);
  await arrived(page);
  await page.getByRole('row').filter({ hasText: place }).getByText(cadre.name).waitFor();
  return { unit: gap!, cadre };
}

async function findGap({ request }: Page): Promise<Named | undefined> {
  const { items } = await read<{ items: { alert: string; unit: Named }[] }>(request, '/api/attention?limit=500');
  return items.find(({ alert, unit }) => alert === 'oversight.uncovered' && unit.name === place)?.unit;
}

/** Answers the id of the visit, which the phone alone knows. */
async function visitWithoutSignal(here: Visit, { unit, cell }: { readonly unit: Named; readonly cell: Named }): Promise<string> {
  const { page, context } = here;
  page.setDefaultTimeout(60_000);
  const main = page.locator('main');
  const form = page.getByRole('dialog');
  await page.goto('/khong-can-mang');
  await main.getByLabel('Đặt mã sáu số').fill(pin);
  await main.getByLabel('Nhập lại mã').fill(pin);
  await main.getByRole('button', { name: 'Chuẩn bị máy này' }).tap();
  await main.getByText('Máy này đã sẵn sàng').first().waitFor({ timeout: 120_000 });
  await page.goto(`/bam-co-so/tham/truoc/${unit.id}`);
  await unlock(here);
  await main.getByRole('heading', { level: 1, name: unit.name }).waitFor();
  await look(here, 'brief');

  await context.setOffline(true);
  await page.goto('/bam-co-so/tham');
  await page.getByLabel('Mã sáu số').fill(pin);
  await main.getByRole('heading', { name: 'Nơi tôi theo dõi' }).waitFor();
  await look(here, 'places');
  await main.getByRole('button', { name: `Ghi chuyến đi: ${unit.name}` }).tap();
  await form.getByRole('radio', { name: 'Dự sinh hoạt chi bộ' }).tap();
  await form.getByLabel('Chi bộ đã dự').and(form.locator('input')).tap();
  await page.getByRole('option', { name: cell.name }).tap();
  await form.getByRole('checkbox', { name: 'Bí thư, phó bí thư' }).tap();
  await form.getByRole('button', { name: 'Thêm điều nghe được' }).tap();
  await form.getByRole('textbox', { name: 'Điều nghe được' }).fill(heard);
  await form.getByRole('button', { name: 'Thêm việc đã hứa' }).tap();
  await form.getByRole('textbox', { name: 'Hứa làm gì' }).fill(promised);
  await form.getByRole('textbox', { name: 'Thời hạn' }).fill(written(inDays(30)));
  await form.getByRole('button', { name: 'Thêm kiến nghị' }).tap();
  await form.getByLabel('Nội dung', { exact: true }).and(form.locator('input')).last().tap();
  await page.getByRole('option', { name: 'Giao thông nông thôn', exact: true }).tap();
  await form.getByRole('textbox', { name: 'Kiến nghị điều gì' }).fill(asked);
  await form.getByRole('radio', { name: 'Không', exact: true }).tap();
  await look(here, 'form');
  await form.getByRole('button', { name: 'Lưu', exact: true }).tap();
  await main.getByText(heard).waitFor();
  const [, id = ''] = new URL(page.url()).pathname.match(/^\/bam-co-so\/tham\/([0-9a-f-]{36})$/) ?? [];
  await look(here, 'visit');
  expect((await page.request.get(`/api/visits/${id}`).catch(() => undefined))?.ok() ?? false).toBe(false);
  return id;
}

/** With signal again; answers the petition. */
async function arrivedWith({ page, context }: Visit, id: string): Promise<string> {
  await context.setOffline(false);
  await expect.poll(async () => (await page.request.get(`/api/visits/${id}`)).status(), { timeout: 120_000 }).toBe(200);
  expect(await read(page.request, `/api/visits/${id}`)).toMatchObject({ promised: [{ text: promised, standing: 'assigned' }], agreement: 'noRecord' });
  const raised = async () => (await read<{ items: { id: string; text: string }[] }>(page.request, `/api/petitions?sourceId=${id}`)).items;
  await expect.poll(async () => (await raised()).map(({ text }) => text), { timeout: 120_000 }).toEqual([asked]);
  return (await raised())[0]!.id;
}

/** The government of the province sends it to its department, and records what that answers. */
async function answerAsDepartment({ page }: Visit, petition: string): Promise<void> {
  const form = page.getByRole('dialog');
  await page.goto(`/kien-nghi/${petition}`);
  await page.getByRole('heading', { level: 1, name: asked }).waitFor();
  await page.getByRole('button', { name: 'Chuyển nơi có thẩm quyền' }).click();
  await form.getByRole('radio', { name: 'Nơi khác' }).check();
  await form.getByRole('textbox', { name: 'Cơ quan xử lý trong hệ thống' }).fill('uy ban nhan dan thanh pho can tho');
  await page.getByRole('option', { name: /^Ủy ban nhân dân thành phố Cần Thơ/ }).first().click();
  await form.getByRole('textbox', { name: /^Gửi tiếp đến cơ quan ngoài hệ thống/ }).fill('Sở Xây dựng');
  await form.getByRole('button', { name: 'Chuyển nơi có thẩm quyền' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByText('Sở Xây dựng').first().waitFor();
  await page.getByRole('button', { name: 'Nhận xử lý' }).click();
  await page.getByRole('button', { name: 'Nhận xử lý' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Trả lời', exact: true }).click();
  await form.getByRole('textbox', { name: 'Nội dung trả lời' }).fill(answered);
  await form.getByRole('button', { name: 'Trả lời', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByText(answered).first().waitFor();
}

/** The answer stands on the agenda of the cell's meeting, which names the cadre among its guests; the petition is confirmed from its page. */
async function meetAndConfirm({ name, password }: Account, { cadre, petition }: { readonly cadre: Named; readonly petition: string }): Promise<void> {
  const here = await visit(browser, phone);
  await signIn(here, name, password);
  const { page } = here;
  const main = page.locator('main');
  const form = page.getByRole('dialog');
  await page.goto('/sinh-hoat');
  await arrived(page);
  await page.getByRole('button', { name: 'Lập lịch', exact: true }).tap();
  await form.getByRole('radio', { name: 'Hôm nay', exact: true }).tap();
  await form.getByRole('button', { name: 'Lập lịch', exact: true }).tap();
  await main.getByRole('heading', { name: 'Chương trình', exact: true }).waitFor();
  await main.getByRole('button', { name: `Đưa vào chương trình: Thông tin kết quả kiến nghị: ${asked}` }).tap();
  await main.getByText('Đã đưa vào', { exact: true }).waitFor();
  await look(here, 'agenda');
  await page.getByRole('button', { name: 'Bắt đầu họp', exact: true }).tap();
  await main.getByRole('button', { name: 'Tất cả có mặt' }).tap();
  const point = main.getByRole('checkbox', { name: `Thông tin kết quả kiến nghị: ${asked}` });
  await point.tap();
  await expect.poll(() => point.isChecked()).toBe(true);
  await main.getByRole('button', { name: `Ghi ${cadre.name} là khách mời` }).tap();
  await main.getByRole('button', { name: `Ghi ${cadre.name} là khách mời` }).waitFor({ state: 'detached' });
  await look(here, 'meeting');
  const meeting = new URL(page.url()).pathname;
  await main.getByRole('link', { name: asked }).tap();
  await main.getByText(answered).first().waitFor();
  await page.getByRole('button', { name: 'Xác nhận kết quả' }).first().tap();
  await form.getByRole('button', { name: 'Xác nhận kết quả' }).tap();
  await form.waitFor({ state: 'detached' });
  await main.getByText('Cơ sở đã xác nhận').first().waitFor();
  expect(new URL(page.url()).pathname).toBe(`/kien-nghi/${petition}`);

  await page.goto(meeting);
  await page.getByRole('button', { name: 'Kết thúc họp', exact: true }).tap();
  await form.getByLabel('Giờ kết thúc').fill('23:59');
  await form.getByRole('button', { name: 'Kết thúc họp', exact: true }).tap();
  await main.getByRole('textbox', { name: 'Nội dung biên bản' }).waitFor();
  expect(here.complaints).toEqual([]);
  await here.context.close();
}

async function handReportIn(here: Visit, id: string): Promise<void> {
  const { page } = here;
  const main = page.locator('main');
  await page.goto(`/bam-co-so/tham/${id}`);
  await unlock(here);
  await main.getByText('Khớp').first().waitFor();
  await page.goto('/bam-co-so/bao-cao');
  await unlock(here);
  await main.getByRole('heading', { name: 'Báo cáo của tôi' }).waitFor();
  await look(here, 'reports');
  await main.getByRole('listitem').filter({ hasText: 'Chưa viết' }).first().getByRole('link').first().tap();
  await main.getByRole('textbox', { name: 'Việc đã làm trong kỳ' }).waitFor();
  expect(await main.getByRole('textbox', { name: 'Việc đã làm trong kỳ' }).inputValue()).toContain(':');
  await look(here, 'write');
  const plan = main.getByRole('textbox', { name: 'Việc làm trong kỳ tới' });
  await plan.fill('Đi lại cầu kênh sau khi sửa');
  const reasons = main.getByRole('textbox', { name: 'Khó khăn, vướng mắc' });
  await reasons.fill('Liêu Tú: còn thiếu 1 lần dự họp cấp ủy; lý do: …');
  await main.getByRole('button', { name: 'Lưu', exact: true }).tap();
  await page.getByText('Đã lưu báo cáo.').waitFor();
  await page.reload();
  await unlock(here);
  await plan.waitFor();
  expect(await plan.inputValue()).toBe('Đi lại cầu kênh sau khi sửa');
  await main.getByRole('button', { name: 'Nộp báo cáo' }).tap();
  const question = page.getByRole('dialog', { name: 'Báo cáo còn chỗ chưa điền' });
  await question.getByText('Khó khăn, vướng mắc').waitFor();
  await question.getByRole('button', { name: 'Điền tiếp' }).tap();
  await question.waitFor({ state: 'hidden' });
  await reasons.fill('Liêu Tú: còn thiếu 1 lần dự họp cấp ủy; lý do: trùng kỳ họp của tỉnh');
  await main.getByRole('button', { name: 'Nộp báo cáo' }).tap();
  await main.getByText(/Đã nộp · /).first().waitFor();
  await arrived(page);
  await look(here, 'report');
}

async function look({ page }: Visit, name: string): Promise<void> {
  expect(await faultsAt(page, { name: 'di-co-so', path: `/${name}` })).toEqual([]);
  await page.setViewportSize(phone);
}

/** A page that is loaded anew is locked. */
async function unlock({ page }: Visit): Promise<void> {
  const field = page.getByLabel('Mã sáu số');
  await field.waitFor({ timeout: 15_000 }).then(() => field.fill(pin), () => undefined);
}

function inDays(count: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(Date.now() + count * 86_400_000));
}

function written(day: string): string {
  return day.split('-').toReversed().join('/');
}
