/** Change sets from files: what the rows mean, and what is told of those that cannot be understood. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operatorOf } from '../../../../test/world/cases.ts';
import { act, openWorld, type World } from '../../../../test/world/world.ts';
import { fileFindingLine } from '../file/file.findings.ts';
import { readItemFile } from '../file/read.file.ts';
import { checkDraft, draftFromRows } from '../server/index.ts';
import { buildReformPlace, draftOf, type ReformPlace } from './reform.world.ts';

let world: World;
let place: ReformPlace;
let folder: string;

beforeAll(async () => {
  world = await openWorld();
  place = await buildReformPlace(world);
  folder = await mkdtemp(join(tmpdir(), 'satcoso-reorganise-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await world.close();
});

async function draft(lines: readonly string[]) {
  const path = join(folder, 'items.csv');
  await writeFile(path, lines.join('\n'));
  const file = await readItemFile(path);
  const { items: _, ...head } = draftOf(place.top, []);
  const drafted = await act(operatorOf(world), (ctx) => draftFromRows(ctx, { ...head, rows: file.rows, brokenRows: file.errors }));
  return { file, ...drafted };
}

test('rows found, merge, split and move by name, code and id, in Vietnamese or by code', async () => {
  const { id, findings } = await draft([
    'Việc,Đơn vị,Mã chính thức của đơn vị,Loại đơn vị,Đến,Nhận phần còn lại,Tên mới,Loại mới,Tổ chức đảng cấp trên,Địa bàn cấp trên',
    'Thành lập,xa-moi,,,,,Xã mới,commune,,Huyện',
    'Thành lập,db-moi,,,,,Đảng bộ xã mới,commune_party,Đảng bộ huyện,',
    'Sáp nhập,Xã A,0882A,commune,xa-moi,,,,,',
    'merge,,0882B,,xa-moi,,,,,',
    'Sáp nhập,Đảng bộ xã A,,,db-moi,,,,,',
    'Chia,Đảng bộ xã B,,,db-moi,,,,,',
    'Chia,Đảng bộ xã B,,,Đảng bộ xã C,có,,,,',
    `Chuyển,${place.communes[1]!.cells[0]},,cell,db-moi,,,,,`,
  ]);
  expect(findings).toEqual([]);
  const { errors, counts } = await act(operatorOf(world), (ctx) => checkDraft(ctx, id!));
  expect({ errors, ...counts }).toMatchObject({ errors: 0, 'unit.founded': 2, 'unit.merged': 3, 'unit.split': 2, 'place.moved': 1, 'place.follows': 7 });
});

test('what is missing, unknown or ambiguous is told by row and column, and nothing is guessed or drafted', async () => {
  const { id, file, findings } = await draft([
    'action,unit,to,name,kind,relation',
    'merge,Xã A,,,,',
    'dissolve,Xã Không Có,,,,',
    'relate,Xã A,Xã B,,,',
    'found,moi,,,commune,',
    'bay,Xã A,,,,',
  ]);
  expect(id).toBeUndefined();
  expect(findings.map(({ row, column, code }) => [row, column, code])).toEqual([[2, 'to', 'row.missing'], [3, 'unit', 'unit.notFound'], [4, 'relation', 'row.missing'], [5, 'name', 'row.missing']]);
  expect(file.errors).toBe(1);
  expect(fileFindingLine(findings[0]!, 'vi')).toBe('dòng 2, cột “Đến”: Thiếu “Đến” cho việc này.');
});

test('a name that several units bear needs a kind or a code: the candidates are told', async () => {
  await world.owner.pool.query("update unit_versions set name = 'Xã trùng', name_key = 'xa trung', exact_key = (select exact_key from unit_versions where unit_id = $1) where unit_id = $2", [place.communes[0]!.land, place.communes[1]!.land]);
  const { findings } = await draft(['action,unit,unit_code', 'dissolve,Xã A,', 'dissolve,Xã A,0882B']);
  expect(findings.map(({ row, code, data }) => [row, code, data['count']])).toEqual([[2, 'unit.several', 2]]);
});
