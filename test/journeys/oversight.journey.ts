/** Must hold: a cadre is transferred in the middle of the term. The gap is alarmed, the hand-over file is there, somebody is proposed and assigned by a decision with its annex. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrived, desk, isWithoutSideScroll, openBrowser, phone, signIn, visit } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const decision = '199-QĐ/TU';

test('who left the post mid-term is alarmed; the hand-over file is made, a proposal taken, and the gap is closed by a decision with its annex', { timeout: 240_000 }, async () => {
  const here = await visit(browser, desk);
  const { page } = here;
  await signIn(here, 'tinh');
  const { id, unit } = await leaver(page);

  await page.goto(`/bam-co-so/phan-cong/${id}`);
  await arrived(page);
  await page.getByText('Cán bộ đã thôi giữ chức danh làm căn cứ phân công').first().waitFor();
  await page.getByRole('button', { name: 'Kết thúc phân công' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Ngày cuối theo dõi' }).fill(yesterday());
  await form.getByRole('textbox', { name: 'Nội dung bàn giao' }).fill('Gặp bí thư ấp về đường liên ấp');
  await form.getByRole('button', { name: 'Kết thúc phân công' }).click();

  await page.getByRole('heading', { level: 1, name: unit.name }).waitFor();
  await page.getByText('Gặp bí thư ấp về đường liên ấp').first().waitFor();
  for (const name of ['Nhiệm vụ, lời hứa đang thực hiện', 'Kiến nghị, đề xuất chưa giải quyết xong', 'Hạn chế, khuyết điểm chưa khắc phục xong']) await page.getByRole('heading', { name }).waitFor();
  expect(await isWord(page)).toBe(true);
  expect(await alertsOf(page, unit.id)).toEqual(['oversight.uncovered']);

  await page.goto(`/bam-co-so?don-vi=${unit.id}&the=trong`);
  await arrived(page);
  const gap = page.getByRole('listitem').filter({ hasText: unit.name });
  await gap.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Phân công 1 nơi đã chọn' }).click();
  await form.getByRole('button', { name: 'Phân công' }).click();
  await form.getByText('Điền mục này').first().waitFor();
  await form.getByRole('textbox', { name: 'Quyết định phân công' }).fill(decision);
  await form.getByRole('button', { name: 'Phân công' }).click();
  await page.getByText('Đã phân công 1 đơn vị').waitFor();
  expect(await alertsOf(page, unit.id)).toEqual([]);

  await page.goto(`/bam-co-so?tim=${encodeURIComponent(unit.name.slice('Đảng bộ '.length))}`);
  await arrived(page);
  await page.getByRole('row').filter({ hasText: unit.name }).getByRole('link').nth(1).click();
  await page.getByRole('link', { name: decision }).click();
  await page.getByRole('heading', { level: 1, name: `Phụ lục phân công · ${decision}` }).waitFor();
  expect(await isWord(page)).toBe(true);
  expect(await isWithoutSideScroll(page)).toBe(true);
  expect(here.complaints).toEqual([]);
});

test('a cadre sees on a phone what he follows, and nothing elsewhere', { timeout: 120_000 }, async () => {
  const here = await visit(browser, phone);
  const { page } = here;
  await signIn(here, 'canbo');
  await page.goto('/bam-co-so');
  await arrived(page);
  await page.getByRole('heading', { name: 'Nơi đồng chí đang theo dõi' }).waitFor();
  expect(await page.getByRole('main').getByRole('link', { name: /^Đảng bộ/ }).count()).toBe(3);
  expect(await isWithoutSideScroll(page)).toBe(true);
  await page.getByRole('main').getByRole('link', { name: /^Đảng bộ/ }).first().click();
  await page.getByRole('button', { name: 'Ghi nội dung bàn giao' }).waitFor();
  expect(await page.getByRole('button', { name: 'Kết thúc phân công' }).count()).toBe(0);
  expect(here.complaints).toEqual([]);
});

interface Alerts {
  readonly items: readonly { readonly alert: string; readonly subject: { readonly id: string }; readonly unit: { readonly id: string; readonly name: string } }[];
}

async function oversightAlerts(page: Page): Promise<Alerts['items']> {
  const { items } = await (await page.request.get('/api/attention?limit=500')).json() as Alerts;
  return items.filter(({ alert }) => alert.startsWith('oversight.'));
}

/** The first of those whose cadre has left the post. */
async function leaver(page: Page): Promise<{ id: string; unit: Alerts['items'][number]['unit'] }> {
  const { subject, unit } = (await oversightAlerts(page)).find(({ alert }) => alert === 'oversight.leftPost')!;
  return { id: subject.id, unit };
}

async function alertsOf(page: Page, unitId: string): Promise<string[]> {
  return (await oversightAlerts(page)).filter(({ unit }) => unit.id === unitId).map(({ alert }) => alert);
}

async function isWord(page: Page): Promise<boolean> {
  const answer = await page.request.get(await page.getByRole('link', { name: 'Tệp Word' }).getAttribute('href') ?? '');
  return answer.status() === 200 && (await answer.body()).subarray(0, 2).toString() === 'PK';
}

function yesterday(): string {
  const [year, month, day] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(Date.now() - 24 * 3_600_000)).split('-');
  return `${day}/${month}/${year}`;
}
