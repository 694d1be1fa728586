/** The sample at the console: its figures agree with the press, its lists can be taken along, and it goes without a trace. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { firstRow, rows } from '../../platform/db/database.ts';
import { announceServer } from '../../platform/presence.ts';
import { openCases } from '../../../test/world/cases.ts';
import type { World } from '../../../test/world/world.ts';
import { runProgram, type Ended } from './program.ts';

vi.setConfig({ testTimeout: 120_000 });

let world: World;
let data: string;

beforeAll(async () => {
  world = await openCases();
  data = await mkdtemp(join(tmpdir(), 'satcoso-sample-'));
});
afterAll(async () => {
  await world.close();
  await rm(data, { recursive: true, force: true });
});

test('every printed figure of the cases agrees, in words and as JSON', async () => {
  const { code, out } = await satcoso(['cases']);
  expect(code).toBe(0);
  expect(out).toMatch(/^E2 .*công bố 8\/146, tính được 8\/146: khớp$/m);
  expect(out).toMatch(/^B1\.before .*, năm 2012 · công bố khoảng 95%, tính được \d+\/\d+ = 95%: khớp$/m);
  expect(out).toMatch(/^B1\.remedied .*công bố trên 97%, tính được \d+\/\d+ = 97,\d%: khớp$/m);
  const json = await satcoso(['cases', '--json']);
  const items = JSON.parse(json.out) as { id: string; agrees: boolean; printed: { count: number } }[];
  expect(json.code).toBe(0);
  expect(items).toHaveLength(out.trim().split('\n').length);
  expect(items.filter(({ agrees }) => !agrees)).toEqual([]);
  expect(items.find(({ id }) => id === 'A1')?.printed.count).toBe(369);
});

test('a figure that differs from what was printed ends with 1', async () => {
  await sql`update printed_values set count = count + 1 where case_id = 'A1'`.execute(world.owner.db);
  const { code, out } = await satcoso(['cases']);
  await sql`update printed_values set count = count - 1 where case_id = 'A1'`.execute(world.owner.db);
  expect(code).toBe(1);
  expect(out).toMatch(/^A1 .*công bố 370, tính được 369: /m);
});

test('units and posts of a commune are written to files, and that they were is recorded', async () => {
  const [units, posts] = [join(data, 'units.csv'), join(data, 'posts.xlsx')];
  expect((await satcoso(['export', 'units', '--unit', 'phu-tho.song-lo.party', '--out', units])).code).toBe(0);
  expect((await satcoso(['--lang', 'en', 'export', 'posts', '--unit', 'phu-tho.song-lo.party', '--out', posts])).code).toBe(0);
  const [head, ...lines] = (await readFile(units, 'utf8')).split('\r\n');
  expect(head).toBe('\uFEFFMã nhập;Tên;Loại;Hình thức;Mã chính thức;Trực thuộc;Thông tin có từ ngày;Đến hết ngày;Dân số;Số hộ;Diện tích (km²);Có trụ sở riêng');
  expect(lines.filter((line) => !/^id:[0-9a-f-]{36};/.test(line))).toEqual([]);
  expect((await readXlsx(await readFile(posts))).sheets[0]?.rows[0]).toEqual(['Unit', 'Post', 'Held by', 'Held since', 'Seats', 'Vacant seats', 'Vacant since']);
  const events = await rows(world.db, sql<{ type: string; count: number }>`select type, (data->>'count')::int as count from events where type like '%.exported' order by seq`);
  expect(events).toEqual([{ type: 'unit.exported', count: lines.length }, { type: 'post.exported', count: expect.any(Number) as unknown }]);
});

test('the sample is taken out only when asked plainly and with the server stopped; then there is nothing but an administrator', async () => {
  await writeFile(join(data, 'sample.password'), 'abcd-efgh\n');
  expect((await satcoso(['sample', 'remove'])).code).toBe(2);
  const leave = await announceServer(world.url);
  expect((await satcoso(['sample', 'remove', '--yes'])).code).toBe(3);
  await leave();
  const { code, out } = await satcoso(['sample', 'remove', '--yes']);
  expect([code, out]).toEqual([0, expect.stringContaining('quantri')]);
  const left = await firstRow(world.db, sql<object>`select (select count(*) from units) as units, (select count(*) from people) as people, (select count(*) from import_sources) as sources,
    (select count(*) from printed_values) as printed, (select array_agg(name) from accounts) as accounts, (select array_agg(type order by seq) from events) as events`);
  expect(left).toEqual({ units: 0, people: 0, sources: 0, printed: 0, accounts: ['quantri'], events: ['account.created'] });
  await expect(readFile(join(data, 'sample.password'))).rejects.toThrow('ENOENT');
  expect((await satcoso(['doctor'])).code).toBe(0);
  expect(await satcoso(['cases'])).toMatchObject({ code: 1, out: '' });
  expect((await satcoso(['sample', 'remove', '--yes'])).code).toBe(3);
});

function satcoso(words: readonly string[]): Promise<Ended> {
  return runProgram(words, { SATCOSO_DATA: data, DATABASE_URL: world.url });
}
