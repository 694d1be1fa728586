/** What the cases tell about meetings shows by itself: figures of the product beside a plain count of the sample's files. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attendance, cameTo, expectedAt, guests, meetings, missingAt, under, value } from '../../../../samples/test/reading.ts';
import { openCases, operatorOf } from '../../../../test/world/cases.ts';
import type { World } from '../../../../test/world/world.ts';
import { computeFigure } from '../../../figures/server/index.ts';
import { day } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';

let world: World;

beforeAll(async () => {
  world = await openCases();
});

afterAll(() => world.close());

async function unit(ref: string): Promise<Id<'unit'>> {
  const { rows } = await sql<{ id: Id<'unit'> }>`select entity_id as id from import_refs where sheet = 'units' and ref = ${ref}`.execute(world.db);
  return rows[0]!.id;
}

async function valueOf(figure: string, { at, from, on }: { at: string; from?: string; on: string }) {
  const { value: computed } = await computeFigure(operatorOf(world), { figure, unit: await unit(at), on: day(on), ...(from && { from: day(from) }) });
  return computed;
}

const year = { at: 'tan-hong.party', from: '2018-06-01', on: '2019-05-31' };
const hamlets = new Set(under('tan-hong.party', { day: '2019-05-15', parent: 'party_parent', kind: 'cell' }).map((cell) => value(cell, 'ref')));
const inHamlets = meetings.filter((row) => hamlets.has(value(row, 'unit')));

describe('case C', () => {
  test('all of the year’s meetings are there, with whoever was expected and whoever stayed away', async () => {
    expect(await valueOf('meetings.held', year)).toMatchObject({ count: inHamlets.length });
    const expected = inHamlets.map((row) => expectedAt(new Set([value(row, 'unit')]), value(row, 'on')).length);
    const missing = inHamlets.flatMap(missingAt);
    const total = expected.reduce((sum, count) => sum + count, 0);
    expect(await valueOf('meetings.attendance', year)).toMatchObject({ count: total - missing.length, base: total });
    const without = missing.filter((row) => row['mark'] === 'absent');
    expect(await valueOf('meetings.absentWithoutLeave', year)).toMatchObject({ count: without.length });
    expect(await valueOf('meetings.absentees', year)).toMatchObject({ count: new Set(without.map((row) => row['person'])).size });
  });

  test('cells without the thematic meeting of the quarter, and the one that met late, are counted out', async () => {
    expect(await valueOf('cells.metThematic', { at: 'tan-hong.party', on: '2019-03-31' })).toMatchObject({ count: 31, base: 39 });
    expect(await valueOf('cells.metOnTime', { at: 'tan-hong.party', on: '2019-03-31' })).toMatchObject({ count: 38, base: 39 });
    expect(await valueOf('cells.metMonth', { at: 'tan-hong.party', on: '2019-03-31' })).toMatchObject({ count: 39, base: 39 });
    expect(await valueOf('cells.metMonth', { at: 'tan-hong.party', on: '2019-02-28' })).toMatchObject({ count: 38, base: 39 });
  });
});

test('case E: as many visits of heads to extended meetings as the files tell', async () => {
  const visits = guests.filter((row) => row['role'] === 'head' && row['present'] === 'yes').length;
  expect(await valueOf('meetings.headsAttending', { at: 'song-lo.party', from: '2022-01-01', on: '2022-08-09' })).toMatchObject({ count: visits });
});

test('case B: the rolls say who studied, in one sitting or the other', async () => {
  const study = meetings.filter((row) => row['kind'] === 'study');
  const { rows: rolls } = await sql<{ ref: string; expected: number; came: number }>`select r.ref, m.expected, m.present + m.online as came from meetings m join import_refs r on r.entity_id = m.id and r.sheet = 'meetings' where m.kind = 'study'`.execute(world.owner.db);
  const plain = study.map((row) => {
    const cells = new Set(under('o-mon.thoi-long.party', { day: value(row, 'on'), parent: 'party_parent', kind: 'cell' }).map((cell) => value(cell, 'ref')));
    const earlier = study.filter((other) => other['ref'] === row['series']);
    const expected = expectedAt(cells, value(row, 'on')).filter((person) => !earlier.some((other) => cameTo(other, expectedAt(cells, value(other, 'on'))).includes(person)));
    return { ref: value(row, 'ref'), expected: expected.length, came: cameTo(row, expected).length };
  });
  const inOrder = (list: readonly { ref: string }[]) => list.toSorted((one, other) => (one.ref < other.ref ? -1 : 1));
  expect(inOrder(rolls)).toEqual(inOrder(plain));
  const sum = (of: 'expected' | 'came', refs: readonly string[]) => plain.filter(({ ref }) => refs.some((end) => ref.endsWith(end))).reduce((total, one) => total + one[of], 0);
  const newcomers = plain.find(({ ref }) => ref.endsWith('2013-2'))!.expected - (sum('expected', ['2013']) - sum('came', ['2013']));
  expect(await valueOf('study.attendance', { at: 'o-mon.thoi-long.party', from: '2012-01-01', on: '2012-12-31' })).toMatchObject({ count: sum('came', ['2012']), base: sum('expected', ['2012']) });
  expect(await valueOf('study.attendance', { at: 'o-mon.thoi-long.party', from: '2013-01-01', on: '2014-06-30' })).toMatchObject({ count: sum('came', ['2013', '2013-2']), base: sum('expected', ['2013']) + newcomers });
  expect(await valueOf('study.topics', { at: 'o-mon.thoi-long.party', from: '2012-01-01', on: '2014-06-30' })).toMatchObject({ count: 2 });
});

test('every exception of the files is a mark on a roll', async () => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from attendances where mark in ('absent', 'excused')`.execute(world.owner.db);
  expect(rows[0]!.count).toBe(attendance.length);
});
