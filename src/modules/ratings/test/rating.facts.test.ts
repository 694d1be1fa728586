/** What the records say of those who are rated, counted by hand. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { factsOf } from '../server/rating.facts.ts';
import { openRatingWorld, type RatingWorld } from './rating.world.ts';

let world: RatingWorld['world'];
let units: RatingWorld['units'];
let board: Ctx;

beforeAll(async () => {
  ({ world, units, board } = await openRatingWorld());
});
afterAll(() => world.close());

describe('what the records say', () => {
  test('is counted of tasks due in the year; where there is none nothing is known', async () => {
    const [unit] = units.slice(5);
    const task = (due: string, settled: string | null) => sql`insert into tasks (home_id, id, unit_id, asked_by, title, due_on, state, settled_on, origin_kind, origin_id, given_on, stage, stage_on, version, recorded_at)
      values (0, ${newId(0)}, ${unit}, ${unit}, 'Nhiệm vụ', ${due}, ${settled ? 'done' : 'open'}, ${settled}, 'meeting', ${newId(0)}, '2024-01-01', 'assigned', '2024-01-01', 1, now())`.execute(world.owner.db);
    await task('2024-03-31', '2024-03-20');
    await task('2024-06-30', '2024-07-05');
    await task('2024-09-30', null);
    await task('2025-02-28', null);
    const facts = await factsOf(board, [{ id: newId<'rating'>(0), unitId: unit!, personId: null }], 2024);
    expect([...facts.values()].flat().map(({ code: fact, count, of }) => [fact, count, of])).toEqual([['tasksOnTime', 1, 3], ['tasksDone', 2, 3], ['tasksLate', 2, 3]]);
    expect([...(await factsOf(board, [{ id: newId<'rating'>(0), unitId: units[6]!, personId: null }], 2024)).values()]).toEqual([[]]);
  });

  test('is counted of shortcomings of the unit, those that were confirmed as remedied among them; what was found of a person is not told', async () => {
    const unit = units[7]!;
    const raiser = units[0]!;
    const noted = (found: string, closed: string | null, person: Id<'person'> | null = null) => sql`
      insert into shortcomings (home_id, id, unit_id, person_id, raised_by_id, found_in, found_on, topic, content, sealed, state, closed_on, words, version, recorded_at)
      values (0, ${newId(0)}, ${unit}, ${person}, ${raiser}, 'review', ${found}, 'cellMeeting', ${person ? null : '{}'}::jsonb, ${person ? Buffer.from('sealed') : null}, ${closed ? 'confirmed' : 'noted'}, ${closed}, ${person ? null : ''}::tsvector, 1, now())`.execute(world.owner.db);
    await noted('2023-10-01', '2023-12-20');
    await noted('2023-11-01', '2024-06-30');
    await noted('2024-02-01', '2025-01-15');
    await noted('2024-03-01', null);
    await noted('2025-03-01', null);
    await noted('2024-03-01', null, await buildIn(world).person());
    const facts = await factsOf(board, [{ id: newId<'rating'>(0), unitId: unit, personId: null }, { id: newId<'rating'>(0), unitId: unit, personId: await buildIn(world).person() }], 2024);
    expect([...facts.values()].map((found) => found.map(({ code: fact, count, of }) => [fact, count, of]))).toEqual([[['shortcomingsRemedied', 1, 3]], []]);
  });
});
