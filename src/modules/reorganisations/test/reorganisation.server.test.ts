/** A reform by the real engine on a real database: what goes where, what is refused, and undo to the row. */
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { operatorOf } from '../../../../test/world/cases.ts';
import { act, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { findUnitFaults } from '../../units/server/index.ts';
import type { ReorganisationItem } from '../reorganisation.ts';
import { applyReorganisation, checkDraft, draftReorganisation, undoReorganisation } from '../server/index.ts';
import { listOutcomes } from '../server/reorganisation.reads.ts';
import { buildReformPlace, draftOf, factsOf, mergeAndHalve, reformDay, stateOf, type ReformPlace } from './reform.world.ts';

let world: World;
let ctx: Ctx;
let place: ReformPlace;

beforeEach(async () => {
  world = await openWorld();
  ctx = operatorOf(world);
  place = await buildReformPlace(world);
});
afterEach(() => world.close());

const applied = (items: readonly ReorganisationItem[]) => act(ctx, (inside) => applyReorganisation(inside, draftOf(place.top, items)));

async function checked(items: readonly ReorganisationItem[], trial: { copiesFrom?: number } = {}) {
  const id = await act(ctx, (inside) => draftReorganisation(inside, draftOf(place.top, items)));
  const result = await act(ctx, (inside) => checkDraft(inside, id, trial));
  const findings = (await listOutcomes(ctx, { id, list: 'finding', limit: 500 })).items;
  return { id, result, findings, errors: findings.filter(({ aspect }) => aspect === 'error').map(({ outcome }) => outcome) };
}

async function parentOn(unitId: Id<'unit'>, hierarchy: string, on: string): Promise<string | undefined> {
  const [row] = await rows(world.db, sql<{ parent_id: string }>`select parent_id from unit_parents where unit_id = ${unitId} and hierarchy = ${hierarchy} and valid @> ${on}::date`);
  return row?.parent_id;
}

test('units merge and split, children follow or go where they were sent, and the structure stays sound', async () => {
  const reform = mergeAndHalve(place);
  const { counts } = await applied(reform.items);
  const [a, , c] = place.communes;
  expect(await findUnitFaults(world.owner.db)).toEqual([]);
  expect(await parentOn(a!.cells[0]!, 'party', '2025-06-30')).toBe(a!.party);
  expect(await parentOn(a!.cells[0]!, 'party', '2025-07-01')).toBe(reform.party);
  expect(await parentOn(c!.cells[1]!, 'party', '2025-07-01')).toBe(reform.party2);
  expect(await parentOn(c!.villages[0]!, 'territory', '2025-07-01')).toBe(reform.land);
  expect(await parentOn(c!.villages[1]!, 'territory', '2025-07-01')).toBe(reform.land2);
  expect(counts).toMatchObject({ 'unit.founded': 5, 'unit.merged': 7, 'place.follows': 9, 'place.moved': 3, 'lineage.whole': 7, 'lineage.part': 4, errors: 0 });
});

test('whoever led and governed is succeeded by whoever takes over, on both sides at once', async () => {
  const reform = mergeAndHalve(place);
  await applied(reform.items);
  const held = await rows(world.db, sql<{ unit_id: string; kind: string; other_id: string }>`select unit_id, kind, other_id from unit_relations where valid @> '2025-07-01'::date and (unit_id = any(${[reform.party, reform.party2, reform.committee]}::uuid[]))`);
  expect(held.map(({ unit_id, kind, other_id }) => [unit_id, kind, other_id]).toSorted()).toEqual([
    [reform.party, 'leads', reform.land], [reform.party2, 'leads', reform.land2], [reform.committee, 'governs', reform.land], [reform.committee, 'governs', reform.land2],
  ].toSorted());
});

test('members stay in their cells when the cells move: not a row of theirs is touched', async () => {
  const before = await stateOf(world);
  await applied(mergeAndHalve(place).items);
  const after = await stateOf(world);
  expect(after['placements']).toEqual(before['placements']);
  expect(after['memberships']).toEqual(before['memberships']);
});

test('undo puts back every row as it was, ids included, and the closure with them', async () => {
  const before = await stateOf(world);
  const { id } = await applied(mergeAndHalve(place).items);
  expect(await stateOf(world)).not.toEqual(before);
  await act(ctx, (inside) => undoReorganisation(inside, id));
  expect(await stateOf(world)).toEqual(before);
  expect(await findUnitFaults(world.owner.db)).toEqual([]);
});

test.each([['the tables', 20_000], ['copies', 0]])('a dry run on %s changes nothing, and says what applying then does', async (_, copiesFrom) => {
  const before = await stateOf(world);
  const reform = mergeAndHalve(place);
  const { result } = await checked(reform.items, { copiesFrom });
  expect(await stateOf(world)).toEqual(before);
  const { counts } = await applied(reform.items);
  expect({ ...result.counts, 'lineage.whole': 7, 'lineage.part': 4 }).toEqual(counts);
});

test('tenures in units that end close the day before, and the new unit has the posts of its predecessors', async () => {
  const reform = mergeAndHalve(place);
  await applied(reform.items);
  const [ended] = await rows(world.db, sql<{ valid: string; end_reason: string }>`select t.valid, t.end_reason from tenures t join posts p on p.id = t.post_id where p.unit_id = ${place.communes[0]!.party} and p.kind = 'secretary'`);
  expect(ended).toEqual({ valid: '[2020-01-01,2025-07-01)', end_reason: 'unit_dissolved' });
  const posts = await rows(world.db, sql<{ kind: string; seats: number }>`select kind, seats from posts where unit_id = ${reform.party} order by kind`);
  expect(posts).toEqual([{ kind: 'deputy_secretary', seats: 2 }, { kind: 'secretary', seats: 1 }]);
  const [kept] = await rows(world.db, sql<{ valid: string }>`select t.valid from tenures t join posts p on p.id = t.post_id where p.unit_id = ${place.communes[0]!.cells[0]!}`);
  expect(kept?.valid).toBe('[2020-06-01,)');
});

test('more holders than seats is listed; carrying them on needs a decision for each such post', async () => {
  const [a, b] = place.communes;
  const party = newId<'unit'>(0);
  const found: ReorganisationItem = { kind: 'found', unitId: party, facts: factsOf('commune_party', 'Đảng bộ xã mới'), parents: [{ hierarchy: 'party', parentId: place.district }] };
  const merge: ReorganisationItem = { kind: 'merge', unitIds: [a!.party, b!.party], intoId: party, holders: 'carry' };
  const { result, errors } = await checked([found, merge]);
  expect(errors).toEqual(['seat.double']);
  expect(result.counts).toMatchObject({ 'seat.double': 1, 'appointment.carried': 2 });
  await applied([found, merge, { kind: 'seat', personId: b!.secretary, unitId: party, post: 'secretary', how: 'appointed' }]);
  const holders = await rows(world.db, sql<{ kind: string; person_id: string }>`select p.kind, t.person_id from tenures t join posts p on p.id = t.post_id where p.unit_id = ${party} order by 1, 2`);
  expect(holders.filter(({ kind }) => kind === 'secretary')).toEqual([{ kind: 'secretary', person_id: b!.secretary }]);
  expect(holders.filter(({ kind }) => kind === 'deputy_secretary').map(({ person_id }) => person_id)).toEqual([a!.members[1], b!.members[1]].toSorted());
});

test('members of a merged cell go on in the cell that takes over, from the day itself', async () => {
  const [a] = place.communes;
  const before = await stateOf(world);
  const { id } = await applied([{ kind: 'merge', unitIds: [a!.cells[0]!], intoId: a!.cells[1]! }]);
  const spells = await rows(world.db, sql<{ cell_id: string; valid: string; in_reason: string | null; out_reason: string | null }>`select cell_id, valid, in_reason, out_reason from placements where person_id = ${a!.members[0]} order by valid`);
  expect(spells).toEqual([
    { cell_id: a!.cells[0], valid: '[2015-05-19,2025-07-01)', in_reason: null, out_reason: 'internal' },
    { cell_id: a!.cells[1], valid: '[2025-07-01,)', in_reason: 'internal', out_reason: null },
  ]);
  const leads = await rows(world.db, sql<{ other_id: string }>`select other_id from unit_relations where unit_id = ${a!.cells[1]} and kind = 'leads' and valid @> ${reformDay}::date`);
  expect(leads.map(({ other_id }) => other_id).toSorted()).toEqual([...a!.villages].toSorted());
  await act(ctx, (inside) => undoReorganisation(inside, id));
  expect(await stateOf(world)).toEqual(before);
});

test('halves are decided row by row, and each member without a decision is counted', async () => {
  const [a] = place.communes;
  const [one, two] = a!.cells as [Id<'unit'>, Id<'unit'>];
  const cell = newId<'unit'>(0);
  const halves: ReorganisationItem[] = [
    { kind: 'found', unitId: cell, facts: factsOf('cell', 'Chi bộ mới'), parents: [{ hierarchy: 'party', parentId: a!.party }] },
    { kind: 'split', unitId: one, intoIds: [cell, two] },
    { kind: 'place', personId: a!.members[0]!, cellId: cell },
    { kind: 'place', personId: a!.members[1]!, cellId: two },
  ];
  const { errors, findings } = await checked(halves);
  expect(errors).toEqual(['member.undecided']);
  expect(findings.find(({ outcome }) => outcome === 'member.undecided')?.note).toBe('{"count":1}');
  await applied([...halves, { kind: 'place', personId: a!.members[2]!, cellId: cell }]);
  const at = await rows(world.db, sql<{ cell_id: string; count: number }>`select cell_id, count(*)::int as count from placements where valid @> '2025-07-01'::date and cell_id = any(${[one, two, cell]}::uuid[]) group by 1`);
  expect(Object.fromEntries(at.map(({ cell_id, count }) => [cell_id, count]))).toEqual({ [two]: 4, [cell]: 2 });
});

test('a guest of the cell that takes over is at home there: the temporary placement ends', async () => {
  const build = buildIn(world);
  const [a] = place.communes;
  const [{ id: membership }] = await rows(world.db, sql<{ id: Id<'membership'> }>`select id from memberships where person_id = ${a!.members[0]}`) as [{ id: Id<'membership'> }];
  await build.placement({ person: a!.members[0]!, membership, cell: a!.cells[1]!, kind: 'temporary', from: '2025-01-01' });
  const before = await stateOf(world);
  const { id } = await applied([{ kind: 'merge', unitIds: [a!.cells[0]!], intoId: a!.cells[1]! }]);
  const [guest] = await rows(world.db, sql<{ valid: string }>`select valid from placements where person_id = ${a!.members[0]} and kind = 'temporary'`);
  expect(guest?.valid).toBe('[2025-01-01,2025-07-01)');
  await act(ctx, (inside) => undoReorganisation(inside, id));
  expect(await stateOf(world)).toEqual(before);
});

test('what nobody decided, what ends twice and what contradicts itself is said, item by item', async () => {
  const [a, b, c] = place.communes;
  const { errors } = await checked([
    { kind: 'dissolve', unitId: a!.party },
    { kind: 'merge', unitIds: [b!.party], intoId: a!.party },
    { kind: 'merge', unitIds: [b!.party], intoId: c!.party },
    { kind: 'move', unitId: c!.party, hierarchy: 'party', parentId: c!.party },
    { kind: 'place', personId: newId<'person'>(0), cellId: c!.cells[0]! },
  ]);
  expect(new Set(errors)).toEqual(new Set(['item.endsTwice', 'item.endsItself', 'item.intoItself', 'unit.undecided', 'member.notPlaced']));
});

test('a change set with errors is not applied, and says how many there are', async () => {
  const before = await stateOf(world);
  const problem = await applied([{ kind: 'dissolve', unitId: place.communes[0]!.party }]).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({ code: 'reorganisations.hasErrors', data: { errors: 2 } });
  expect(await stateOf(world)).toEqual(before);
});

test.each([['the tables', 20_000], ['copies', 0]])('a structure that would not be sound is found by trying on %s: nobody may stand under himself', async (_, copiesFrom) => {
  const { errors } = await checked([{ kind: 'move', unitId: place.district, hierarchy: 'party', parentId: place.communes[0]!.party }], { copiesFrom });
  expect(errors).toContain('structure.cycle');
});

test('on copies too it is found that a cell would hold members when it is none any more', async () => {
  const { errors, findings } = await checked([{ kind: 'change', unitId: place.communes[0]!.cells[0]!, facts: { kind: 'grassroots_party' } }], { copiesFrom: 0 });
  expect(errors).toEqual(['structure.refused']);
  expect(findings[0]?.note).toBe('{"problem":"unit.holdsOutside"}');
});

test('what was recorded since stands in the way of undoing, and nothing is changed', async () => {
  const reform = mergeAndHalve(place);
  const { id } = await applied(reform.items);
  const build = buildIn(world);
  await build.tenure(place.communes[0]!.members[5]!, (await rows(world.db, sql<{ id: Id<'post'> }>`select id from posts where unit_id = ${reform.party} and kind = 'secretary'`))[0]!.id, { from: '2025-07-10' });
  const after = await stateOf(world);
  const problem = await act(ctx, (inside) => undoReorganisation(inside, id)).catch((error: unknown) => error);
  expect(problem).toMatchObject({ code: 'reorganisations.inTheWay', data: { count: 1, findings: [{ code: 'undo.postChanged' }] } });
  expect(await stateOf(world)).toEqual(after);
});

test('lineage is whole for a merger and in part for a split, and reads both ways', async () => {
  const reform = mergeAndHalve(place);
  await applied(reform.items);
  const links = await rows(world.db, sql<{ predecessor_id: string; share: string }>`select predecessor_id, share from unit_lineage where successor_id = ${reform.party} and effective_on = ${reformDay} order by share desc, predecessor_id`);
  const [a, b, c] = place.communes;
  expect(links).toEqual([...[a!.party, b!.party].toSorted().map((id) => ({ predecessor_id: id, share: 'whole' })), { predecessor_id: c!.party, share: 'part' }]);
});

test('one event for the whole change set, and an act with the decision for each unit', async () => {
  const { id } = await applied(mergeAndHalve(place).items);
  const events = await rows(world.db, sql<{ type: string }>`select type from events where subject_id = ${id} order by seq`);
  expect(events.map(({ type }) => type)).toEqual(['reorganisation.drafted', 'reorganisation.applied']);
  const [acted] = await rows(world.db, sql<{ decision: string; effective_on: string }>`select decision, effective_on from unit_acts where unit_id = ${place.communes[0]!.cells[0]}`);
  expect(acted).toEqual({ decision: '1665/NQ-UBTVQH15, Ủy ban Thường vụ Quốc hội', effective_on: '2025-07-01' });
});

test('what was undone may be drafted and applied again as it was', async () => {
  const { items } = mergeAndHalve(place);
  const { id } = await applied(items);
  await act(ctx, (inside) => undoReorganisation(inside, id));
  const { errors } = await checked(items);
  expect(errors).toEqual([]);
  const { counts } = await applied(items);
  expect(counts).toMatchObject({ 'unit.founded': 5, errors: 0 });
  expect(await findUnitFaults(world.owner.db)).toEqual([]);
});
