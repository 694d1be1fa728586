/** The list of meetings is the same however it is read: walked by day in homes of which much is within reach, gathered by unit elsewhere. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, openWorld, type World } from '../../../../test/world/world.ts';
import { spreadOf } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { meetingContract } from '../meeting.contract.ts';
import * as acts from '../server/meeting.commands.ts';
import { listMeetings } from '../server/meeting.reads.ts';

type Asked = Partial<z.input<(typeof meetingContract)['list']['input']>>;

const awayHome = 7;
let world: World;
let units: Record<'country' | 'province' | 'large' | 'cell' | 'other' | 'away' | 'awayCell' | 'beyond' | 'ended', Id<'unit'>>;

const at = (unitId: Id<'unit'>) => contextFor(world, actorWith([{ role: 'office_officer', unitId }]));

beforeAll(async () => {
  world = await openWorld();
  await sql`insert into homes (id, name) values (${awayHome}, 'Tỉnh xa') on conflict do nothing`.execute(world.owner.db);
  const here = buildIn(world);
  const there = buildIn(world, awayHome);
  const country = await here.unit({ kind: 'central', name: 'Trung ương' });
  const province = await here.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh', parent: country });
  const large = await here.unit({ kind: 'commune_party', name: 'Đảng bộ lớn', parent: province });
  for (let made = 0; made < 420; made += 1) await here.unit({ kind: 'cell', parent: large });
  const away = await there.unit({ kind: 'commune_party', name: 'Đảng bộ xa', parent: province });
  units = {
    country, province, large, away,
    cell: await here.unit({ kind: 'cell', name: 'Chi bộ một', parent: large }),
    other: await here.unit({ kind: 'cell', name: 'Chi bộ hai', parent: large }),
    awayCell: await there.unit({ kind: 'cell', name: 'Chi bộ xa', parent: away }),
    beyond: await here.unit({ kind: 'cell', name: 'Chi bộ ngoài', parent: country }),
    ended: await here.unit({ kind: 'cell', name: 'Chi bộ cũ', parent: large }),
  };
  await here.derive();
  for (const unitId of [units.cell, units.other, units.awayCell, units.beyond, units.ended]) {
    for (const on of ['2026-12-03', '2027-01-03']) await act(at(country), (ctx) => acts.plan(ctx, meetingContract.plan.input.parse({ unitId, kind: 'regular', on })));
  }
  // Stands no more: under nothing, and still with meetings.
  await sql`update unit_closure set valid = daterange(lower(valid), '2026-11-01') where descendant_id = ${units.ended}`.execute(world.owner.db);
});
afterAll(() => world.close());

const list = (ctx: Ctx, asked: Asked = {}) => listMeetings(ctx, meetingContract.list.input.parse({ order: 'ahead', limit: 100, ...asked }));

async function shown(ctx: Ctx, asked: Asked = {}): Promise<string[]> {
  return (await list(ctx, asked)).items.map(({ on, unit }) => `${on} ${unit.name}`).toSorted();
}

const both = (...names: string[]) => ['2026-12-03', '2027-01-03'].flatMap((on) => names.map((name) => `${on} ${name}`)).toSorted();

describe('what is shown', () => {
  test('to whom much of one home and little of another is within reach: both, and nothing beyond', async () => {
    expect(await spreadOf(at(units.province), 'meeting.read')).toEqual({ wide: [0], narrow: [awayHome] });
    expect(await shown(at(units.province))).toEqual(both('Chi bộ một', 'Chi bộ hai', 'Chi bộ xa'));
    expect(await shown(at(units.province), { unitId: units.province })).toEqual(both('Chi bộ một', 'Chi bộ hai', 'Chi bộ xa'));
    expect(await shown(at(units.province), { unitId: units.large })).toEqual(both('Chi bộ một', 'Chi bộ hai'));
    expect(await shown(at(units.province), { unitId: units.away })).toEqual(both('Chi bộ xa'));
  });

  test('to whom little is within reach', async () => {
    expect(await shown(at(units.away))).toEqual(both('Chi bộ xa'));
    expect(await shown(at(units.cell))).toEqual(both('Chi bộ một'));
    expect(await shown(at(units.cell), { unitId: units.cell })).toEqual(both('Chi bộ một'));
    expect(await shown(contextFor(world, actorWith([])))).toEqual([]);
  });

  test('of a unit asked by somebody of whose reach it is wider', async () => {
    const cellOf = contextFor(world, actorWith([{ role: 'office_officer', unitId: units.large, reach: 'unit' }, { role: 'office_officer', unitId: units.cell }]));
    expect(await shown(cellOf, { unitId: units.large })).toEqual(both('Chi bộ một'));
  });

  test('of a unit that stands no more, by itself', async () => {
    const all = contextFor(world, actorWith([{ role: 'office_officer', reach: 'everything' }]));
    expect(await shown(all, { unitId: units.ended })).toEqual(both('Chi bộ cũ'));
    expect(await shown(all)).toEqual(both('Chi bộ một', 'Chi bộ hai', 'Chi bộ xa', 'Chi bộ ngoài', 'Chi bộ cũ'));
  });

  test('is filtered wherever it is read', async () => {
    expect(await shown(at(units.province), { from: '2027-01-01' })).toEqual(both('Chi bộ một', 'Chi bộ hai', 'Chi bộ xa').filter((line) => line.startsWith('2027')));
    expect(await shown(at(units.province), { to: '2026-12-31' })).toEqual(both('Chi bộ một', 'Chi bộ hai', 'Chi bộ xa').filter((line) => line.startsWith('2026')));
    expect(await shown(at(units.away), { state: ['cancelled'] })).toEqual([]);
    expect(await shown(at(units.province), { kind: ['committee'] })).toEqual([]);
  });
});

test.each(['ahead', 'latest'] as const)('%s: pages go on over both ways of reading, in one order', async (order) => {
  const whole = (await list(at(units.province), { order })).items.map(({ on, id }) => `${on} ${id}`);
  expect(whole).toEqual(order === 'ahead' ? whole.toSorted() : whole.toSorted().toReversed());
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await list(at(units.province), { order, limit: 1, ...(cursor ? { cursor } : {}) });
    seen.push(...page.items.map(({ on, id }) => `${on} ${id}`));
    cursor = page.next;
  }
  expect(seen).toEqual(whole);
});
