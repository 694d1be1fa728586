/** The roll by a phone's roster is the roll by the database, whatever people's histories were. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { actorWith, contextFor, openWorld, type World } from '../../../../test/world/world.ts';
import { addDays, day, type Day } from '../../../platform/day.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { isRefusal } from '../../../platform/problem.ts';
import { saveHistory } from '../../membership/server/membership.store.ts';
import { comeBack, goAway } from '../../membership/away.ts';
import { endExemption, exempt } from '../../membership/exemption.ts';
import { admit, endMembership, noHistory, recognise, type MembershipHistory } from '../../membership/membership.ts';
import { arrive, placeTemporarily, transfer, transferOut } from '../../membership/placement.ts';
import type { MeetingKind } from '../meeting.kinds.ts';
import { committeePosts, rollOn } from '../meeting.roster.ts';
import { rollsOf } from '../server/meeting.people.ts';
import { rostersOf } from '../server/roster.sync.ts';

const start = day('2020-01-01');
const span = 500;
const dayAt = (at: number): Day => addDays(start, at);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const kinds = ['admit', 'recognise', 'transfer', 'out', 'arrive', 'guest', 'exempt', 'endExemption', 'goAway', 'comeBack', 'end'] as const;
const step = fc.record({ kind: fc.constantFrom(...kinds), after: fc.integer({ min: 0, max: 60 }), cell: fc.integer({ min: 0, max: 2 }), length: fc.option(fc.integer({ min: 0, max: 120 })), withLeave: fc.constantFrom(true, true, false, null) });
const lives = fc.array(fc.array(step, { minLength: 4, maxLength: 16 }), { minLength: 1, maxLength: 6 });
const tenures = fc.array(fc.record({ post: fc.nat({ max: committeePosts.length - 1 }), person: fc.nat({ max: 5 }), from: fc.integer({ min: 0, max: span }), length: fc.option(fc.integer({ min: 0, max: 300 })) }), { maxLength: 5 });

/** Steps as the acts would make of them; those that the rules refuse simply do not happen. */
function lived(steps: readonly (typeof step extends fc.Arbitrary<infer One> ? One : never)[], cells: readonly Id<'unit'>[]): MembershipHistory {
  let history = admit(noHistory, { membershipId: newId(0), placementId: newId(0), cellId: cells[0]!, on: start, decision: null }) as MembershipHistory;
  let at = 0;
  for (const { kind, after, cell, length, withLeave } of steps) {
    at += after;
    const on = dayAt(at);
    const period = { from: on, to: length === null ? null : addDays(on, length) };
    const cellId = cells[cell]!;
    const ids = { membershipId: newId<'membership'>(0), placementId: newId<'placement'>(0) };
    const made = {
      admit: () => admit(history, { ...ids, cellId, on, decision: null }), recognise: () => recognise(history, { on: undefined, probationMonths: 2, today: on }),
      transfer: () => transfer(history, { ...ids, toCellId: cellId, on, decision: null }), out: () => transferOut(history, { on }), arrive: () => arrive(history, { ...ids, cellId, on, decision: null }),
      guest: () => placeTemporarily(history, { ...ids, cellId, period, decision: null }), exempt: () => exempt(history, { id: newId(0), period, decision: null }), endExemption: () => endExemption(history, { on }),
      goAway: () => goAway(history, { id: newId(0), period, withLeave, place: null, contactSealed: null, contactedOn: null, contactDueOn: null, assignedWork: null }),
      comeBack: () => comeBack(history, { on }), end: () => endMembership(history, { on, reason: 'let_go', decision: null }),
    }[kind]();
    if (!isRefusal(made)) history = made;
  }
  return history;
}

const asked: readonly MeetingKind[] = ['regular', 'thematic', 'study', 'committee', 'briefing', 'working_session'];

/** Drawn once with the same seed: the structure is derived for all of them together. */
const drawn = fc.sample(fc.tuple(lives, tenures), { numRuns: 16, seed: 15 });

test('on every day, under both values of the rule, with and without posts', async () => {
  const build = buildIn(world);
  const above = await build.unit({ kind: 'commune_party' });
  const ctx = contextFor(world, actorWith([{ role: 'office_officer', unitId: above }]), new Date(`${dayAt(span)}T03:00:00Z`));
  const watched: Id<'unit'>[] = [];
  for (const [histories, held] of drawn) {
    const cells = [await build.unit({ kind: 'cell', parent: above }), await build.unit({ kind: 'cell', parent: above }), await build.unit({ kind: 'cell', parent: above })];
    const people: Id<'person'>[] = [];
    for (const steps of histories) {
      const id = await build.person({ name: `Nguyễn ${'BAĐCâAa'[people.length]}` });
      await saveHistory(ctx, id, { before: noHistory, after: lived(steps, cells) });
      people.push(id);
    }
    for (const { post, person, from, length } of held) {
      const id = await build.post(cells[0]!, committeePosts[post]!, { from: start, to: dayAt(span + 30) });
      await build.tenure(people[person % people.length]!, id, { from: dayAt(from), ...(length === null ? {} : { to: dayAt(from + length) }) });
    }
    watched.push(...cells.slice(0, 2));
  }
  await build.derive();
  const rosters = await rostersOf(ctx, watched);
  expect(rosters).toHaveLength(watched.length);
  const bases = new Map<string, number>();
  for (const roster of rosters) {
    const places = Array.from({ length: 16 }, (_, at) => addDays(roster.since, at * 23)).flatMap((on) => asked.flatMap((kind) => [true, false].map((expectsAway) => ({ unitId: roster.unitId, kind, on, expectsAway }))));
    const rolls = await rollsOf(ctx, places);
    for (const [at, place] of places.entries()) {
      expect(rollOn(roster, place), JSON.stringify(place)).toEqual(rolls[at]);
      for (const { basis, standing } of rolls[at]!) bases.set(`${basis} ${standing}`, (bases.get(`${basis} ${standing}`) ?? 0) + 1);
    }
    expect(rollOn(roster, { kind: 'regular', on: addDays(roster.since, -1), expectsAway: false })).toBeUndefined();
    expect(rollOn(roster, { kind: 'study', on: roster.since, expectsAway: false, seriesId: newId<'meeting'>(0) })).toBeUndefined();
  }
  expect([...bases.keys()]).toEqual(expect.arrayContaining(['expected full', 'expected probationary', 'expected null', 'exempt full', 'away full', 'elsewhere full']));
  expect([...bases.values()].reduce((sum, one) => sum + one, 0)).toBeGreaterThan(1000);
});
