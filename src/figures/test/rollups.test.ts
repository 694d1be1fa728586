/** When a roll-up is believed: in the transaction of an act, beside another refresher, within reach only. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../test/world/world.ts';
import { savePost, findPost } from '../../modules/posts/server/post.store.ts';
import { readHistory, saveHistory } from '../../modules/membership/server/membership.store.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Day, Period } from '../../platform/day.ts';
import { newId, type Id } from '../../platform/ids.ts';
import { breakdownAnswer, computeFigure, forgetRollups, markPeople, markUnits, refreshRollups } from '../server/index.ts';
import { ask } from '../server/question.ts';
import { requireCountable } from '../server/value.reads.ts';
import { firstDayChanged } from '../server/rollups/marks.ts';
import { rolledParts } from '../server/rollups/rolled.reads.ts';
import { districtIn, type Place } from './place.ts';

let world: World;
let place: Place;
let ctx: Ctx;
let people: Id<'person'>[];
const on = day('2026-10-31');

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  place = await districtIn(build);
  people = [];
  for (const { villages } of place.communes) {
    for (const { village, cell } of villages) {
      const person = await build.person({ sex: 'female' });
      people.push(person);
      await build.member(person, cell);
      await build.tenure(person, await build.post(village, 'village_head'));
    }
  }
  await build.derive();
  ctx = contextFor(world, actorWith([{ role: 'board_officer', unitId: place.province.party }]));
  await refreshAll();
});
afterAll(() => world.close());

async function refreshAll(): Promise<void> {
  for (let call = 0; call < 200; call += 1) if (!(await refreshRollups(world.db, { today: ctx.today, months: 1 })).more) return;
}

async function isRolled(of: Ctx, figure = 'members'): Promise<boolean> {
  const asked = await ask(of, { figure, unit: place.province.party, points: [{ from: on, to: on }], boundaries: 'day', filters: {} });
  return (await rolledParts(of, asked, 'whole')) !== undefined;
}

async function members(of: Ctx): Promise<number> {
  return (await computeFigure(of, { figure: 'members', unit: place.province.party, on })).value.count;
}

test('what was kept answers once everything is counted, by child and by dimension too', async () => {
  expect(await isRolled(ctx)).toBe(true);
  expect(await members(ctx)).toBe(6);
  const bySex = await breakdownAnswer(ctx, { figure: 'members', unit: place.province.party, on, by: 'sex' });
  expect(bySex.items.find(({ code }) => code === 'female')?.count).toBe(6);
  const byChild = await breakdownAnswer(ctx, { figure: 'members', unit: place.province.party, on, by: 'child' });
  expect(byChild.items.map(({ unit, count }) => [unit?.id, count])).toEqual([[place.merged.party, 6]]);
});

test('an act is counted in its own transaction, by everybody after it, and the same when its mark is gone', async () => {
  const person = people[0]!;
  await act(ctx, async (inside) => {
    const before = await readHistory(inside, person);
    const [membership, placement] = [before.memberships[0]!, before.placements[0]!];
    const period = { from: membership.period.from, to: day('2026-10-15') };
    await saveHistory(inside, person, { before, after: { ...before, memberships: [{ ...membership, period, endReason: 'died' }], placements: [{ ...placement, period, outReason: 'end' }] } });
    expect(await members(inside)).toBe(5);
    expect(await members(ctx)).toBe(6);
  });
  expect(await isRolled(ctx)).toBe(true);
  expect(await members(ctx)).toBe(5);
  await refreshAll();
  expect((await sql`select from figure_marks`.execute(world.db)).rows).toEqual([]);
  expect([await isRolled(ctx), await members(ctx)]).toEqual([true, 5]);
});

test('a post given back changes the figures of those who led beside it', async () => {
  const heads = async () => (await computeFigure(ctx, { figure: 'heads', unit: place.province.territory, on })).value.count;
  const before = await heads();
  const { rows: [row] } = await sql<{ id: Id<'post'> }>`select p.id from posts p join tenures t on t.post_id = p.id where t.person_id = ${people[1]!}`.execute(world.db);
  await act(ctx, async (inside) => {
    const post = (await findPost(inside, row!.id))!;
    await savePost(inside, post, { ...post, tenures: [] });
  });
  expect(await heads()).toBe(before - 1);
  await refreshAll();
  expect(await heads()).toBe(before - 1);
});

test('of two refreshers one works and the other leaves it alone', async () => {
  await markUnits(world.db, [place.merged.party]);
  const done = await Promise.all([1, 2, 3].map(() => refreshRollups(world.db, { today: ctx.today, months: 1 })));
  expect(done.filter(({ did }) => did === 'counted').length).toBeGreaterThanOrEqual(1);
  await refreshAll();
  expect(await members(ctx)).toBe(5);
});

test('whoever reaches a part is told the part, live', async () => {
  const officer = contextFor(world, actorWith([{ role: 'board_officer', unitId: place.province.party, reach: 'unit' }, { role: 'board_officer', unitId: place.communes[0].villages[0]!.cell }]));
  expect(await isRolled(officer)).toBe(false);
  const answer = await computeFigure(officer, { figure: 'members', unit: place.province.party, on });
  expect([answer.value.count, answer.notes.map(({ kind }) => kind)]).toEqual([0, ['partial']]);
});

test('after an import of thousands only the units that it touched are counted live', async () => {
  const strangers = Array.from({ length: 5000 }, () => newId<'person'>(0));
  await markPeople(world.db, [...strangers, people[2]!]);
  expect([await isRolled(ctx), await members(ctx)]).toEqual([true, 5]);
  await refreshAll();
  expect((await sql`select from figure_marks`.execute(world.db)).rows).toEqual([]);
  expect([await isRolled(ctx), await members(ctx)]).toEqual([true, 5]);
});

test('within an act, where a refresh may come between two statements, figures are counted live', async () => {
  await act(ctx, async (inside) => {
    expect([await isRolled(inside), await members(inside)]).toEqual([false, 5]);
  });
  await ctx.db.transaction().setIsolationLevel('repeatable read').execute(async (db) => {
    expect(await isRolled({ ...ctx, db })).toBe(true);
  });
});

test('nothing is believed after all was forgotten, until it is counted anew', async () => {
  await forgetRollups(world.db);
  expect([await isRolled(ctx), await members(ctx)]).toEqual([false, 5]);
  await refreshAll();
  expect([await isRolled(ctx), await members(ctx)]).toEqual([true, 5]);
});

test('who holds a post, or is related to a unit, is not looked for in an exclusion index, which would be read whole', async () => {
  const { rows } = await sql<{ conname: string; attname: string }>`
    select c.conname, a.attname from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'x' and c.conrelid in ('tenures'::regclass, 'unit_relations'::regclass) and a.attname in ('person_id', 'post_id', 'other_id')`.execute(world.owner.db);
  expect(rows).toEqual([]);
});

interface Stay {
  readonly id: string;
  readonly period: Period;
  readonly cellId: string;
  readonly recognisedOn: Day | null;
  readonly how?: 'elected';
}

test('the first day that may differ is that of the change, not that of the stay', () => {
  const spell: Stay = { id: newId<'placement'>(0), period: { from: day('1990-01-01'), to: null }, cellId: 'a', recognisedOn: null };
  expect(firstDayChanged([spell], [spell])).toBeUndefined();
  expect(firstDayChanged([spell], [{ ...spell, period: { from: day('1990-01-01'), to: day('2026-10-31') } }])).toBe('2026-10-31');
  expect(firstDayChanged([spell], [{ ...spell, recognisedOn: day('1991-01-01') }])).toBe('1991-01-01');
  const elected: Stay = { ...spell, how: 'elected' };
  expect(firstDayChanged([spell], [elected])).toBe('1990-01-01');
  const elsewhere: Stay = { ...spell, cellId: 'b' };
  expect(firstDayChanged([spell], [elsewhere])).toBe('1990-01-01');
  expect(firstDayChanged([], [spell])).toBe('1990-01-01');
});

test('a long series of what is not kept is not counted live over much, a few days of it are', async () => {
  const points = (count: number) => Array.from({ length: count }, (_, index) => day(`2026-0${index + 1}-15`)).map((to) => ({ from: to, to }));
  const asked = (count: number) => ask(ctx, { figure: 'members', unit: place.province.party, points: points(count), boundaries: 'day', filters: {} });
  await expect(requireCountable(ctx, await asked(4), { most: 8 })).rejects.toMatchObject({ code: 'figures.tooMuchAtOnce', data: { points: 4 } });
  await expect(requireCountable(ctx, await asked(3), { most: 8 })).resolves.toBeUndefined();
  await expect(requireCountable(ctx, await asked(4))).resolves.toBeUndefined();
});
