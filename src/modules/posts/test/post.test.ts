import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, holdsOn, type Day } from '../../../platform/day.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { isRefusal, type Refusal } from '../../../platform/problem.ts';
import type { UnitKind } from '../../units/unit.kinds.ts';
import { postKinds, standsAt } from '../post.kinds.ts';
import { appoint, closePost, correctTenure, endTenure, mostAtOnce, removeTenure, vacancyOn, type Post, type Tenure } from '../post.ts';

test('a post stands only where its organisation is', () => {
  const at = (unit: UnitKind) => postKinds.map(({ code }) => code).filter((code) => standsAt(code, unit));
  expect(at('cell')).toEqual(['secretary', 'deputy_secretary', 'committee_member']);
  expect(at('village')).toEqual(['village_head', 'residential_group_head', 'deputy_village_head', 'front_board_head']);
  expect(at('front_board')).toEqual(['front_board_head']);
  expect(at('peoples_council')).toEqual(['peoples_council_chair', 'peoples_council_vice_chair']);
  expect(at('commune_party')).toContain('inspection_head');
  expect(at('commune')).toEqual(expect.arrayContaining(['peoples_committee_chair', 'farmers_chair']));
  expect(at('mass_organisation')).toContain('farmers_chair');
});

const post: Post = { id: newId<'post'>(0), unitId: newId<'unit'>(0), kind: 'village_head', title: null, seats: 1, period: { from: day('2020-01-01'), to: null }, tenures: [] };

function tenure(from: string, to: string | null = null, personId: Id<'person'> = newId<'person'>(0)): Tenure {
  return { id: newId<'tenure'>(0), personId, period: { from: day(from), to: to === null ? null : day(to) }, how: 'elected', endReason: null, decision: null };
}

function ok(result: Post | Refusal): Post {
  if (isRefusal(result)) throw new Error(result.code);
  return result;
}

function code(result: Post | Refusal): string {
  return isRefusal(result) ? result.code : 'allowed';
}

describe('seats', () => {
  test('no more hold a post on a day than it has seats', () => {
    const held = ok(appoint(post, tenure('2020-01-01', '2022-06-30')));
    expect(code(appoint(held, tenure('2022-06-30')))).toBe('posts.noSeat');
    expect(code(appoint(held, tenure('2022-07-01')))).toBe('allowed');
    expect(code(appoint({ ...held, seats: 2 }, tenure('2021-01-01')))).toBe('allowed');
  });

  test('nobody holds one post twice at a time, though seats are free', () => {
    const personId = newId<'person'>(0);
    const held = ok(appoint({ ...post, seats: 3 }, tenure('2020-01-01', null, personId)));
    expect(code(appoint(held, tenure('2021-01-01', null, personId)))).toBe('posts.alreadyHolds');
  });

  test('a tenure lies within the time of the post', () => {
    expect(code(appoint(post, tenure('2019-12-31')))).toBe('posts.outsidePost');
    const closed = ok(closePost(post, { lastDay: day('2023-12-31') }));
    expect(code(appoint(closed, tenure('2023-01-01')))).toBe('posts.outsidePost');
    expect(code(appoint(closed, tenure('2023-01-01', '2023-12-31')))).toBe('allowed');
  });

  test('a post that is held is not closed', () => {
    const held = ok(appoint(post, tenure('2020-01-01')));
    expect(code(closePost(held, { lastDay: day('2024-01-01') }))).toBe('posts.stillHeld');
    const left = ok(endTenure(held, { tenureId: held.tenures[0]!.id, lastDay: day('2024-01-01'), reason: 'term_end' }));
    expect(code(closePost(left, { lastDay: day('2024-01-01') }))).toBe('allowed');
    expect(code(closePost(left, { lastDay: day('2023-12-31') }))).toBe('posts.stillHeld');
  });

  test('whatever is entered, the rules let no day have more holders than seats', () => {
    const spell = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 0, max: 30 })));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.array(spell, { maxLength: 12 }), (seats, spells) => {
        let current: Post = { ...post, seats };
        for (const [from, length] of spells) {
          const start = addDays(post.period.from, from);
          const result = appoint(current, tenure(start, length === null ? null : addDays(start, length)));
          if (!isRefusal(result)) current = result;
        }
        for (let at = 0; at < 100; at += 1) {
          const on: Day = addDays(post.period.from, at);
          expect(current.tenures.filter(({ period }) => holdsOn(period, on)).length).toBeLessThanOrEqual(seats);
        }
        expect(mostAtOnce(current.tenures)).toBeLessThanOrEqual(seats);
      }),
    );
  });
});

describe('vacancies', () => {
  test('a post never held is vacant since it was created; a left one since the day after', () => {
    expect(vacancyOn(post, day('2021-01-01'))).toEqual({ seats: 1, since: '2020-01-01' });
    const left = ok(appoint(post, tenure('2020-02-01', '2021-12-31')));
    expect(vacancyOn(left, day('2021-12-31'))).toEqual({ seats: 0, since: null });
    expect(vacancyOn(left, day('2022-05-01'))).toEqual({ seats: 1, since: '2022-01-01' });
    expect(vacancyOn(left, day('2020-01-15'))).toEqual({ seats: 1, since: '2020-01-01' });
  });

  test('with several seats, the vacancy began when the first of them became empty', () => {
    let full: Post = { ...post, seats: 2 };
    full = ok(appoint(full, tenure('2020-01-01', '2020-06-30')));
    full = ok(appoint(full, tenure('2020-01-01', '2020-09-30')));
    expect(vacancyOn(full, day('2020-08-01'))).toEqual({ seats: 1, since: '2020-07-01' });
    expect(vacancyOn(full, day('2020-12-01'))).toEqual({ seats: 2, since: '2020-07-01' });
  });
});

describe('ends and corrections', () => {
  const held = ok(appoint(post, tenure('2020-05-01')));
  const { id } = held.tenures[0]!;

  test('a tenure ends once, on no day before its first', () => {
    expect(code(endTenure(held, { tenureId: id, lastDay: day('2020-04-30'), reason: 'resigned' }))).toBe('posts.endsBeforeStart');
    const left = ok(endTenure(held, { tenureId: id, lastDay: day('2020-05-01'), reason: 'resigned' }));
    expect(left.tenures[0]).toMatchObject({ period: { to: '2020-05-01' }, endReason: 'resigned' });
    expect(code(endTenure(left, { tenureId: id, lastDay: day('2021-01-01'), reason: 'died' }))).toBe('posts.alreadyEnded');
  });

  test('a correction is held to the same rules and leaves what it does not name', () => {
    expect(code(correctTenure(held, id, { period: { from: day('2019-01-01'), to: null } }))).toBe('posts.outsidePost');
    expect(ok(correctTenure(held, id, { how: 'appointed' })).tenures[0]).toMatchObject({ how: 'appointed', period: { from: '2020-05-01', to: null } });
    expect(ok(removeTenure(held, id)).tenures).toEqual([]);
    expect(code(removeTenure(held, newId<'tenure'>(0)))).toBe('platform.notFound');
  });
});
