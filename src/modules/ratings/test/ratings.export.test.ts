/** The list of a season as a file: what the list shows, for whoever reads all of it and may export where it is decided. */
import type { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { readXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act, actorWith, contextFor, day } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { ratingContract } from '../rating.contract.ts';
import { enterAppraisal } from '../server/rating.commands.ts';
import { exportRatings } from '../server/rating.export.ts';
import { assessed, code, lines, openIn, openRatingWorld, type RatingWorld, type SeasonId } from './rating.world.ts';

let it: RatingWorld;

beforeAll(async () => { it = await openRatingWorld(); });
afterAll(() => it.world.close());

const fileOf = (ctx: Ctx, seasonId: SeasonId, asked: object = {}) => exportRatings(ctx, ratingContract.export.input.parse({ seasonId, format: 'csv', ...asked }));
const linesIn = async (...given: Parameters<typeof fileOf>) => (await text((await fileOf(...given)).body as Readable)).split('\r\n');

test('of organisations it holds what was proposed and which conditions fail, filtered as the list is; a commune of the season gets none', async () => {
  const { id } = await openIn(it.board, { unitId: it.province });
  const [first] = await lines(it.board, id);
  await act(it.board, (ctx) => enterAppraisal(ctx, { id: first!.id, version: first!.version, ...assessed('excellent', { shortcomingsRemedied: 1 }) }));
  const [head, row, ...others] = await linesIn(it.board, id);
  expect(head).toBe('Đơn vị, cá nhân;Nơi sinh hoạt;Nhóm;Tự xếp loại;Điểm tự chấm;Mức đề xuất;Điểm thẩm định;Điều kiện không đạt;Mức quyết định;Điểm;Số, ký hiệu quyết định;Ngày quyết định;Lý do không xếp loại');
  expect(row).toBe('Đảng bộ xã 01;;Đảng bộ xã;;;Hoàn thành xuất sắc nhiệm vụ;92;Hạn chế, khuyết điểm đã chỉ ra được khắc phục;;;;;');
  expect(others).toHaveLength(11);
  expect(await linesIn(it.board, id, { state: 'waitingDecision' })).toEqual([head, row]);
  expect(await code(fileOf(it.office, id))).toBe('platform.notFound');
});

test('is a workbook too, of whomever the season is', async () => {
  for (const about of ['units', 'leaders'] as const) {
    const { id } = await openIn(it.board, { unitId: it.province, year: 2025, about, selfDueOn: day('2025-12-05') });
    const { sheets } = await readXlsx(await buffer((await fileOf(it.board, id, { format: 'xlsx' })).body as Readable));
    expect(sheets[0]!.rows.length).toBeGreaterThan(1);
  }
});

test('of people it goes to the body that decides alone, and that it went is recorded', async () => {
  const { id } = await openIn(it.office, { unitId: it.units[0]!, about: 'members' });
  expect((await linesIn(it.office, id)).slice(1)).toEqual(['Nguyễn Văn An;Chi bộ thôn;Cán bộ lãnh đạo, quản lý;;;;;;;;;;', 'Trần Thị Bình;Chi bộ thôn;Đảng viên không giữ chức vụ;;;;;;;;;;Được miễn công tác và sinh hoạt đảng', 'Lê Văn Cường;Chi bộ thôn;Đảng viên không giữ chức vụ;;;;;;;;;;Mới kết nạp, chưa đủ thời gian']);
  for (const ctx of [it.board, it.elsewhere, it.secretary, it.own]) expect(await code(fileOf(ctx, id))).toBe('platform.notFound');
  const reader = contextFor(it.world, actorWith([{ role: 'cell_secretary', unitId: it.units[0]! }]));
  expect(await code(fileOf(reader, id))).toBe('platform.forbidden');
  const told = await rows(it.world.db, sql<{ subject_id: string; data: object }>`select subject_id, data from events where type = 'rating.exported' order by seq desc limit 1`);
  expect(told).toEqual([{ subject_id: id, data: { year: 2026, about: 'members', format: 'csv', count: 3 } }]);
});
