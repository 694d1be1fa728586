/** The sample's places reorganised once more: figures of earlier days, the printed ones among them, stay what they were. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCases, operatorOf } from '../../../../test/world/cases.ts';
import { act, type World } from '../../../../test/world/world.ts';
import { computeFigure } from '../../../figures/server/index.ts';
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
