/** Nothing of a change set says more than the reach of whoever asks: no unit, no person, no number beyond it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act, actorWith, contextFor, openWorld, type World } from '../../../../test/world/world.ts';
import { operatorOf } from '../../../../test/world/cases.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import type { ItemInput } from '../reorganisation.contract.ts';
import { outcomeLists } from '../reorganisation.lists.ts';
import type { ReorganisationItem } from '../reorganisation.ts';
import { applyReorganisation } from '../server/index.ts';
import { apply, create, dryRun, putItems } from '../server/reorganisation.commands.ts';
import { getReorganisation, listOutcomes } from '../server/reorganisation.reads.ts';
import { undo } from '../server/reorganisation.undo.ts';
import { buildReformPlace, draftOf, factsOf, reformDay, type ReformPlace } from './reform.world.ts';

let world: World;
let place: ReformPlace;
let other: ReformPlace;
let officer: Ctx;

beforeAll(async () => {
  world = await openWorld();
  place = await buildReformPlace(world);
  other = await buildReformPlace(world);
  officer = contextFor(world, actorWith([{ role: 'board_officer', unitId: place.top }]));
});
afterAll(() => world.close());

const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);

async function drafted(ctx: Ctx, unitId: Id<'unit'>, items: ItemInput[]) {
  const { id } = await act(ctx, (inside) => create(inside, { unitId, title: 'Thử', decision: { number: '01/NQ', signedOn: null, issuer: null }, effectiveOn: reformDay }));
  await act(ctx, (inside) => putItems(inside, { id, items }));
  return id;
}

/** Whatever the reader can get of a change set, as text. */
async function allTold(ctx: Ctx, id: Awaited<ReturnType<typeof drafted>>): Promise<string> {
  const lists = [];
  for (const list of outcomeLists) lists.push((await listOutcomes(ctx, { id, list, limit: 500 })).items);
  return JSON.stringify([await getReorganisation(ctx, { id }), lists]);
}

test('a row that places or seats a person of another province is answered as if there were nobody', async () => {
  const person = other.communes[0]!.members[0]!;
  const placing = await drafted(officer, place.top, [{ kind: 'place', personId: person, cellId: place.communes[0]!.cells[0]! }]);
  const seating = await drafted(officer, place.top, [{ kind: 'seat', personId: person, unitId: place.communes[0]!.party, post: 'secretary', how: null }]);
  const nobody = await drafted(officer, place.top, [{ kind: 'place', personId: newId<'person'>(0), cellId: place.communes[0]!.cells[0]! }]);
  for (const id of [placing, seating, nobody]) {
    expect(await code(act(officer, (ctx) => dryRun(ctx, { id })))).toBe('platform.notFound');
    expect(await code(act(officer, (ctx) => apply(ctx, { id })))).toBe('platform.notFound');
    expect(await allTold(officer, id)).not.toContain(other.communes[0]!.party);
  }
});

test('of units that would follow and lie beyond reach neither ids nor numbers are told, only under which unit they are', async () => {
  const [a, , c] = place.communes;
  const nearby = contextFor(world, actorWith([{ role: 'board_officer', unitId: place.district, reach: 'children' }]));
  const id = await drafted(nearby, place.district, [{ kind: 'dissolve', unitId: a!.party, heirId: c!.party }]);
  const { errors, counts } = await act(nearby, (ctx) => dryRun(ctx, { id }));
  expect({ errors, counts }).toEqual({ errors: 1, counts: { errors: 1, warnings: 0 } });
  const { items } = await listOutcomes(nearby, { id, list: 'finding', limit: 50 });
  expect(items).toMatchObject([{ outcome: 'unit.holdsBeyondReach', item: 1, unit: { id: a!.party } }]);
  const refused = await act(nearby, (ctx) => apply(ctx, { id })).catch((error: { data?: unknown }) => JSON.stringify(error.data));
  const told = `${await allTold(nearby, id)} ${JSON.stringify(refused)}`;
  for (const hidden of [...a!.cells, ...a!.villages, a!.land, ...a!.members]) expect(told).not.toContain(hidden);
});

test('a dry run tells no counts of what a unit beyond reach holds', async () => {
  const [far] = other.communes;
  const id = await drafted(officer, place.top, [{ kind: 'dissolve', unitId: far!.party, heirId: place.communes[0]!.party }]);
  expect((await act(officer, (ctx) => dryRun(ctx, { id }))).counts).toEqual({ errors: 1, warnings: 0 });
  expect(await allTold(officer, id)).not.toContain(far!.cells[0]);
});

test('names of people are for those who may read people, not for all who draft', async () => {
  const [a] = place.communes;
  const id = await drafted(officer, place.top, [{ kind: 'merge', unitIds: [a!.cells[0]!], intoId: a!.cells[1]! }]);
  await act(officer, (ctx) => dryRun(ctx, { id }));
  const { items } = await listOutcomes(officer, { id, list: 'member', limit: 50 });
  expect(items.every(({ person }) => person?.name)).toBe(true);
  const grant = { ...officer.actor!.grants[0]!, verbs: new Set(['reorganisation.draft', 'unit.read']) };
  const planner = contextFor(world, { ...officer.actor!, grants: [grant] });
  const seen = await listOutcomes(planner, { id, list: 'member', limit: 50 });
  expect(seen.items.map(({ person, unit }) => [person, unit?.id])).toEqual(items.map(({ unit }) => [null, unit?.id]));
});

test('whoever reaches a part of a change set reads and counts the rows of that part', async () => {
  const [a, b] = place.communes;
  const renames = [a!, b!].map(({ party }): ReorganisationItem => ({ kind: 'change', unitId: party, facts: { name: 'Đảng bộ xã đổi tên' } }));
  const applied = await act(operatorOf(world), (ctx) => applyReorganisation(ctx, draftOf(a!.party, renames)));
  const narrow = contextFor(world, actorWith([{ role: 'board_officer', unitId: a!.party }]));
  expect((await getReorganisation(narrow, { id: applied.id })).counts).toEqual({ 'unit.changed': 1, errors: 0, warnings: 0 });
  expect(await allTold(narrow, applied.id)).not.toContain(b!.party);
  const refusal = await act(narrow, (ctx) => undo(ctx, { id: applied.id })).catch((error: { code: string; data: object }) => [error.code, error.data]);
  expect(refusal).toEqual(['reorganisations.outOfReach', {}]);
  await act(operatorOf(world), (ctx) => undo(ctx, { id: applied.id }));
});

test('what stands in the way of undoing is told of units within reach alone', async () => {
  const [a] = place.communes;
  const unitId = newId<'unit'>(0);
  const founding: ReorganisationItem[] = [
    { kind: 'found', unitId, facts: factsOf('cell', 'Chi bộ mới'), parents: [{ hierarchy: 'party', parentId: a!.party }] },
    { kind: 'change', unitId: a!.party, facts: { name: 'Đảng bộ xã A mới' } },
  ];
  const { id } = await act(operatorOf(world), (ctx) => applyReorganisation(ctx, draftOf(place.top, founding)));
  const later = await act(operatorOf(world), (ctx) => applyReorganisation(ctx, draftOf(place.top, [{ kind: 'change', unitId, facts: { name: 'Chi bộ đổi tên' } }])));
  const refusal = await act(officer, (ctx) => undo(ctx, { id })).catch((error: { code: string; data: { findings: { unitId: string }[] } }) => error);
  expect(refusal).toMatchObject({ code: 'reorganisations.inTheWay', data: { count: 1, findings: [{ code: 'undo.unitChanged', unitId }] } });
  for (const applied of [later.id, id]) await act(operatorOf(world), (ctx) => undo(ctx, { id: applied }));
});
