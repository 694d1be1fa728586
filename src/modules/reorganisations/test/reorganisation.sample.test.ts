/** The sample's places reorganised once more: figures of earlier days, the printed ones among them, stay what they were. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCases, operatorOf } from '../../../../test/world/cases.ts';
import { act, type World } from '../../../../test/world/world.ts';
import { computeFigure, forgetRollups, refreshRollups } from '../../../figures/server/index.ts';
import { listCases } from '../../cases/server/index.ts';
import { day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import type { ReorganisationItem } from '../reorganisation.ts';
import { applyReorganisation, undoReorganisation } from '../server/index.ts';
import { draftOf } from './reform.world.ts';

let world: World;

beforeAll(async () => {
  world = await openCases();
});
afterAll(() => world.close());

const on = day('2026-03-01');

async function unit(ref: string): Promise<Id<'unit'>> {
  return (await rows(world.db, sql<{ id: Id<'unit'> }>`select entity_id as id from import_refs where sheet = 'units' and ref = ${ref}`))[0]!.id;
}

/** The communes beside Sông Lô go into it, with their committees. */
async function mergeIntoSongLo(): Promise<ReorganisationItem[]> {
  const land = await unit('phu-tho.song-lo');
  const communes = await rows(world.db, sql<{ land: Id<'unit'>; party: Id<'unit'> }>`
    select c.unit_id as land, r.unit_id as party from unit_parents c join unit_parents own on own.unit_id = ${land} and own.parent_id = c.parent_id and own.hierarchy = c.hierarchy and own.valid @> ${on}::date
    join unit_relations r on r.other_id = c.unit_id and r.kind = 'leads' and r.valid @> ${on}::date where c.hierarchy = 'territory' and c.valid @> ${on}::date`);
  const into = communes.find((commune) => commune.land === land)!;
  const others = communes.filter((commune) => commune !== into);
  return [
    { kind: 'merge', unitIds: others.map((other) => other.land), intoId: into.land },
    { kind: 'merge', unitIds: others.map(({ party }) => party), intoId: into.party },
  ];
}

async function caseValues(): Promise<Record<string, string>> {
  const { items } = await listCases(operatorOf(world));
  return Object.fromEntries(items.map(({ id, computed }) => [id, `${computed?.count}/${computed?.base}`]));
}

test('E2 stays 8 of 146 as of 9 August 2022, whatever became of the communes since; undone, today reads as before', async () => {
  const items = await mergeIntoSongLo();
  const heads = async () => (await computeFigure(operatorOf(world), { figure: 'heads', unit: await unit('phu-tho.song-lo'), on })).value.count;
  const [cases, headsBefore] = [await caseValues(), await heads()];
  expect(cases['E2']).toBe('8/146');
  const { id, counts } = await act(operatorOf(world), (ctx) => applyReorganisation(ctx, { ...draftOf(null, items), effectiveOn: on }));
  expect(counts['unit.merged']).toBeGreaterThan(0);
  expect(await caseValues()).toEqual(cases);
  expect(await heads()).toBeGreaterThan(headsBefore);
  await act(operatorOf(world), (ctx) => undoReorganisation(ctx, id));
  expect(await heads()).toBe(headsBefore);
  expect(await caseValues()).toEqual(cases);
}, 120_000);

test('roll-ups marked by applying and by undoing come out as if all were counted from nothing', async () => {
  const ctx = operatorOf(world);
  await refreshAll();
  const before = await keptRows();
  const { id } = await act(ctx, async (inside) => applyReorganisation(inside, { ...draftOf(null, [...(await mergeIntoSongLo()), ...(await mergeCells())]), effectiveOn: on }));
  await requireMarksEnough();
  expect(await keptRows()).not.toEqual(before);
  await act(ctx, (inside) => undoReorganisation(inside, id));
  await requireMarksEnough();
  expect(await keptRows()).toEqual(before);
}, 300_000);

/** What is counted anew because of the marks alone equals what is counted when nothing is believed. */
async function requireMarksEnough(): Promise<void> {
  expect(await rows(world.db, sql`select id from figure_marks where moved and unit_id is null`)).toEqual([]);
  await refreshAll();
  const marked = await keptRows();
  await forgetRollups(world.db);
  await refreshAll();
  expect(await keptRows()).toEqual(marked);
}

/** Every unit's group on every day, and every count of every figure of the groups. */
async function keptRows(): Promise<string[]> {
  const found = await rows(world.db, sql<{ row: string }>`
    select concat_ws(' ', 'place', system, unit_id, valid, group_id) as row from figure_places
    union all select concat_ws(' ', 'count', figure, group_id, day, counts) from figure_rollups
    union all select concat_ws(' ', 'sum', figure, group_id, day, counts) from figure_sums
    union all select concat_ws(' ', 'histogram', figure, group_id, day, keys, numbers) from figure_histograms order by 1`);
  return found.map(({ row }) => row);
}

/** Members go on in another cell too, and one of them holds a post. */
async function mergeCells(): Promise<ReorganisationItem[]> {
  const pairs = await rows(world.db, sql<{ one: Id<'unit'>; other: Id<'unit'> }>`
    select p.unit_id as one, min(q.unit_id::text)::uuid as other from unit_parents p join unit_parents q on q.parent_id = p.parent_id and q.hierarchy = p.hierarchy and q.unit_id > p.unit_id and q.valid @> ${on}::date
    join unit_versions v on v.unit_id = p.unit_id and v.kind = 'cell' and v.valid @> ${on}::date join unit_versions w on w.unit_id = q.unit_id and w.kind = 'cell' and w.valid @> ${on}::date
    where p.hierarchy = 'party' and p.valid @> ${on}::date and exists (select from placements m where m.cell_id = p.unit_id and m.valid @> ${on}::date)
      and not exists (select from placements m where m.cell_id = p.unit_id and lower(m.valid) > ${on}::date)
      and not exists (select from posts o where o.unit_id = p.unit_id and (lower(o.valid) >= ${on}::date or exists (select from tenures t where t.post_id = o.id and lower(t.valid) >= ${on}::date)))
    group by p.unit_id order by p.unit_id limit 1`);
  expect(pairs).toHaveLength(1);
  return pairs.map(({ one, other }) => ({ kind: 'merge', unitIds: [one], intoId: other }));
}

async function refreshAll(): Promise<void> {
  for (let call = 0; call < 400; call += 1) if (!(await refreshRollups(world.db, { today: operatorOf(world).today, months: 1 })).more) return;
  throw new Error('the roll-ups are never done');
}
