/** What phones carry of what needs attention: of one's own reach alone, and the same as the list tells. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RoleCode } from '../../../access/roles.ts';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, openWorld, type World } from '../../../../test/world/world.ts';
import type { Actor, Ctx } from '../../../platform/context.ts';
import { dayIn } from '../../../platform/day.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { carriedOf, layOver } from '../../../sync/phone/replica.ts';
import { unitSource } from '../../units/server/index.ts';
import { attentionContract } from '../attention.contract.ts';
import type { AttentionRecord } from '../attention.record.ts';
import { snooze } from '../server/attention.commands.ts';
import { listAttention, summarise } from '../server/attention.reads.ts';
import { attentionSource } from '../server/attention.sync.ts';
import { attentionOffline } from '../web/attention.offline.module.ts';

const on = new Date('2026-12-28T03:00:00Z');
let world: World;
let commune: Id<'unit'>;
/** Neither has met this month; in the second it was put off. */
let cells: readonly [Id<'unit'>, Id<'unit'>];
const reason = 'Chờ bầu bí thư mới';

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã' });
  const [first, second] = [await build.unit({ kind: 'cell', name: 'Chi bộ thôn Thượng', parent: commune }), await build.unit({ kind: 'cell', name: 'Chi bộ thôn Hạ', parent: commune })];
  cells = [first, second];
  for (const [cell, name] of [[first, 'An'], [second, 'Bình']] as const) await build.member(await build.person({ name }), cell);
  await build.derive();
  const input = attentionContract.snooze.input.parse({ alert: 'meeting.regularMissing', unitId: second, subjectId: second, until: '2027-01-10', reason });
  await act(as('cell_secretary', second), (ctx) => snooze(ctx, input));
});
afterAll(() => world.close());

const as = (role: RoleCode, unitId: Id<'unit'>): Ctx => contextFor(world, actorWith([{ role, unitId }]), on);

async function carried(ctx: Ctx, units: readonly Id<'unit'>[] = [commune, ...cells]): Promise<AttentionRecord[]> {
  const records = await attentionSource.records(ctx, units);
  return records.map(({ body }) => body as AttentionRecord);
}

describe('of whom it is carried', () => {
  test('the secretary of a cell carries that cell alone, whatever units are asked about', async () => {
    for (const own of cells) {
      const records = await carried(as('cell_secretary', own));
      expect(records.map(({ unit }) => unit.id)).toEqual([own]);
      const text = JSON.stringify(records);
      const [other] = cells.filter((cell) => cell !== own);
      expect([other!, own === cells[0] ? reason : 'Thượng', own === cells[0] ? 'Hạ' : 'An'].filter((secret) => text.includes(secret))).toEqual([]);
    }
  });

  test('the office carries what stands below it, units where nothing stands too', async () => {
    const records = await carried(as('office_officer', commune));
    expect(records.map(({ unit, items }) => [unit.id, items.length > 0]).toSorted()).toEqual([[commune, false], [cells[0], true], [cells[1], true]].toSorted());
  });

  test('another commune, a member and the administrator carry nothing', async () => {
    const elsewhere = await buildIn(world).unit({ kind: 'commune_party', name: 'Đảng bộ khác' });
    await buildIn(world).derive();
    expect(await carried(as('office_officer', elsewhere))).toEqual([]);
    expect(await carried(contextFor(world, actorWith([{ role: 'member' }, { role: 'system_administrator' }], newId<'person'>(0)), on))).toEqual([]);
  });

  test('who may read the list but not meetings carries nothing of meetings', async () => {
    const all = as('office_officer', commune);
    const actor: Actor = { ...all.actor!, grants: all.actor!.grants.map((grant) => ({ ...grant, verbs: new Set([...grant.verbs].filter((verb) => !verb.startsWith('meeting.'))) })) };
    const records = await carried({ ...all, actor });
    expect(records).toHaveLength(3);
    expect(records.flatMap(({ items, alerts }) => [...items.map(({ alert }) => alert), ...alerts.map(({ id }) => id)]).filter((alert) => alert.startsWith('meeting.'))).toEqual([]);
  });
});

test('the phone tells of it what the list tells, what was put off too', async () => {
  const ctx = as('office_officer', commune);
  const [units, records] = [await unitSource.records(ctx, [commune, ...cells]), await attentionSource.records(ctx, [commune, ...cells])];
  const phone = layOver({
    carried: carriedOf([...units.map(({ id, body }) => ({ type: 'unit' as const, id, version: '1', body })), ...records.map(({ id, body }) => ({ type: 'attention' as const, id, version: '1', body }))]),
    entries: [], modules: [attentionOffline],
  });
  const now = { today: dayIn(on), clock: '10:00' };
  for (const snoozed of ['false', 'true'] as const) {
    const listed = await listAttention(ctx, attentionContract.list.input.parse({ snoozed }));
    expect(listed.items.length).toBeGreaterThan(0);
    expect(attentionOffline.answers['attention.list']!({ snoozed } as never, phone, now)).toEqual(listed);
  }
  const { alerts, ...rest } = await summarise(ctx, {});
  expect(attentionOffline.answers['attention.summary']!({} as never, phone, now)).toEqual({ ...rest, alerts: alerts.filter(({ count, snoozed }) => count + snoozed > 0) });
});
