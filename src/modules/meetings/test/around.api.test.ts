/** What lies around a meeting: sittings on one topic, heads of the villages that the cell leads; and who may know of them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { buildIn, type Build } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { meetingContract } from '../meeting.contract.ts';
import { listHeads, listSittings } from '../server/meeting.around.ts';
import { cancel, plan, put } from '../server/meeting.commands.ts';
import { getMeeting } from '../server/meeting.page.ts';

let world: World;
let build: Build;
let commune: Id<'unit'>;
let cell: Id<'unit'>;
let village: Id<'unit'>;
let secretary: Ctx;
let alone: Ctx;
let stranger: Ctx;

beforeAll(async () => {
  world = await openWorld();
  build = buildIn(world);
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã' });
  const territory = await build.unit({ kind: 'commune', name: 'Xã' });
  await build.relation(commune, 'leads', territory);
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn 3', parent: commune });
  village = await build.unit({ kind: 'village', name: 'Thôn 3', parent: territory });
  await build.relation(cell, 'leads', village);
  const next = await build.unit({ kind: 'cell', name: 'Chi bộ thôn bên', parent: commune });
  await build.derive();
  secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell, reach: 'subtree' }]));
  alone = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell, reach: 'unit' }]));
  stranger = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: next }]));
});
afterAll(() => world.close());

type Plan = Partial<z.input<(typeof meetingContract)['plan']['input']>>;
const planned = async (given: Plan = {}, ctx = secretary) => (await act(ctx, (inside) => plan(inside, meetingContract.plan.input.parse({ unitId: cell, kind: 'regular', isExtended: true, on: '2026-11-20', ...given })))).id;
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);

async function head(name: string, kind: 'village_head' | 'front_board_head' | 'women_chair', more: { to?: string } = {}): Promise<Id<'person'>> {
  const person = await build.person({ name });
  await build.tenure(person, await build.post(village, kind, { from: '2020-01-01' }), { from: '2024-01-01', ...more });
  return person;
}

test('heads are those in office on the day who stand on no roll; who is no member is counted as one', async () => {
  const [outside, front, left] = [await head('Nguyễn Văn Ngoài', 'village_head'), await head('Trần Thị Mặt', 'front_board_head'), await head('Lê Văn Thôi', 'village_head', { to: '2026-06-30' })];
  const own = await head('Phạm Thị Trong', 'women_chair');
  await build.member(own, cell, { from: '2020-01-01' });
  const elsewhere = await head('Vũ Văn Nơi Khác', 'village_head');
  await build.member(elsewhere, await build.unit({ kind: 'cell', name: 'Chi bộ xa', parent: commune }), { from: '2020-01-01' });
  await build.derive();
  const id = await planned();
  const { items } = await listHeads(secretary, { id });
  expect(items.map(({ personId, role, post, place }) => [personId, role, post, place.name]).toSorted()).toEqual([
    [outside, 'head', 'village_head', 'Thôn 3'], [front, 'mass_head', 'front_board_head', 'Thôn 3'], [elsewhere, 'other', 'village_head', 'Thôn 3'],
  ].toSorted());
  const before = await planned({ on: day('2026-11-27'), isExtended: false, kind: 'committee' });
  expect((await listHeads(secretary, { id: before })).items.map(({ personId }) => personId)).not.toContain(left);
  const [first] = items;
  await act(secretary, (ctx) => put(ctx, { id, piece: { part: 'guests', item: { id: newId<'guest'>(0), name: first!.fullName, role: first!.role, personId: first!.personId as Id<'person'>, isPresent: false } } }));
  expect((await getMeeting(secretary, { id })).guests).toMatchObject([{ personId: first!.personId, name: first!.fullName }]);
});

test('posts of a village beyond reach are not told, nor anything of a meeting', async () => {
  const id = await planned({ on: day('2026-12-20') });
  expect((await listHeads(alone, { id })).items).toEqual([]);
  expect(await code(listHeads(stranger, { id }))).toBe('platform.notFound');
  expect(await code(listSittings(stranger, { id }))).toBe('platform.notFound');
});

test('sittings on one topic know each other, whichever of them was named; called off is not held', async () => {
  const thematic = (on: string, seriesId: string | null = null) => planned({ kind: 'thematic', isExtended: false, topic: 'Chuyển đổi số', on: day(on), seriesId });
  const first = await thematic('2027-02-05');
  const second = await thematic('2027-03-05', first);
  const third = await thematic('2027-04-05', second);
  const daysOf = async (id: Id<'meeting'>) => (await listSittings(secretary, { id })).items.map(({ on }) => on);
  expect(await daysOf(first)).toEqual(['2027-03-05', '2027-04-05']);
  expect(await daysOf(third)).toEqual(['2027-02-05', '2027-03-05']);
  await act(secretary, (ctx) => cancel(ctx, { id: second, reason: 'bão' }));
  expect(await daysOf(first)).toEqual(['2027-04-05']);
  expect(await daysOf(await thematic('2027-05-05'))).toEqual([]);
});
