/** Something put off or brought back by two who did not see each other, through the procedures: nobody's is written over, and nothing new is hidden. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RoleCode } from '../../../access/roles.ts';
import { giveAccount } from '../../../access/test/access.world.ts';
import type { Verb } from '../../../access/verbs.ts';
import { buildIn, type Build } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { meetingContract } from '../../meetings/meeting.contract.ts';
import * as meetings from '../../meetings/server/meeting.commands.ts';
import { attentionContract } from '../attention.contract.ts';
import { resume, snooze } from '../server/attention.commands.ts';
import { attentionConflicts } from '../server/attention.conflicts.ts';
import { listAttention } from '../server/attention.reads.ts';

const first = { until: day('2026-12-10'), reason: 'Chờ bầu bí thư' };
const second = { until: day('2026-12-20'), reason: 'Bận mùa' };

let world: World;
let build: Build;
let commune: Id<'unit'>;
let cell: Id<'unit'>;
let member: Id<'person'>;

beforeAll(async () => {
  world = await openWorld();
  build = buildIn(world);
});
beforeEach(async () => {
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã' });
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: commune });
  member = await build.person({ name: 'An' });
  await build.member(member, cell);
  await build.derive();
});
afterAll(() => world.close());

const as = (role: RoleCode, unitId: Id<'unit'>, on = '2026-11-25') => contextFor(world, actorWith([{ role, unitId }]), new Date(`${on}T03:00:00Z`));
const secretary = (on?: string) => as('cell_secretary', cell, on);
const withVerbs = (...verbs: Verb[]): Ctx => {
  const ctx = secretary();
  return { ...ctx, actor: { ...ctx.actor!, grants: ctx.actor!.grants.map((grant) => ({ ...grant, verbs: new Set(verbs) })) } };
};
const missing = () => ({ alert: 'meeting.regularMissing', unitId: cell, subjectId: cell as Id as Id<'alertSubject'>, since: day('2026-11-25') });
const putOff = (ctx: Ctx, given: Parameters<typeof snooze>[1]) => act(ctx, (inside) => snooze(inside, given));
const bringBack = (ctx: Ctx, given: Parameters<typeof resume>[1]) => act(ctx, (inside) => resume(inside, given));
const refusalOf = (work: Promise<unknown>) => work.then(() => 'done', ({ code, data }: { code: string; data: object }) => ({ code, data }));
const rowsOf = async (ctx: Ctx, snoozed = 'true') => (await listAttention(ctx, attentionContract.list.input.parse({ snoozed }))).items.map(({ alert, snooze: put }) => [alert, put?.until]);

describe('what one has put off', () => {
  test('is not written over by who has not seen it: the second is told it, and by whom and when it was written', async () => {
    const [account, other] = [await giveAccount(world), secretary('2026-11-26')];
    const own = secretary();
    const one: Ctx = { ...own, actor: { ...own.actor!, accountId: account.id } };
    await putOff(one, { ...missing(), ...first, seen: null });
    const told = (isOwn: boolean) => ({ code: 'attention.changedMeanwhile', data: { ...first, hand: { name: `Người ${account.name}`, at: one.now.toISOString(), isOwn } } });
    expect(await refusalOf(putOff(other, { ...missing(), ...second, seen: null }))).toEqual(told(false));
    expect(await refusalOf(putOff(one, { ...missing(), ...second, seen: null }))).toEqual(told(true));
    expect(await rowsOf(other)).toEqual([['meeting.regularMissing', first.until]]);
  });

  test('may be changed by who has seen it; the same from both is no difference', async () => {
    await putOff(secretary(), { ...missing(), ...first, seen: null });
    await putOff(secretary(), { ...missing(), ...first, seen: null });
    await putOff(secretary(), { ...missing(), ...second, seen: first });
    expect(await rowsOf(secretary())).toEqual([['meeting.regularMissing', second.until]]);
  });

  test('is not brought back by who saw another putting-off', async () => {
    await putOff(secretary(), { ...missing(), ...first, seen: null });
    await putOff(secretary(), { ...missing(), ...second, seen: first });
    expect(await refusalOf(bringBack(secretary(), { ...missing(), seen: first }))).toMatchObject({ code: 'attention.changedMeanwhile', data: second });
    expect(await rowsOf(secretary())).toEqual([['meeting.regularMissing', second.until]]);
    await bringBack(secretary(), { ...missing(), seen: second });
    expect(await rowsOf(secretary())).toEqual([]);
  });

  test('at the same moment as another is one of the two, and the other is told', async () => {
    const outcomes = await Promise.all([first, second].map(async (given) => refusalOf(putOff(secretary(), { ...missing(), ...given, seen: null }))));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(outcomes.find((outcome) => outcome !== 'done')).toMatchObject({ code: 'attention.changedMeanwhile' });
  });

  test('up to a day that has come stands in nobody’s way', async () => {
    await putOff(secretary(), { ...missing(), until: day('2026-11-28'), reason: 'Bận', seen: null });
    await putOff(secretary('2026-11-28'), { ...missing(), ...second, seen: null });
    expect(await rowsOf(secretary('2026-11-29'))).toEqual([['meeting.regularMissing', second.until]]);
  });
});

test('an absence recorded since is not hidden with the one that was looked at', async () => {
  const hold = (on: string) => act(secretary(), (ctx) => meetings.record(ctx, meetingContract.record.input.parse({ unitId: cell, on, kind: 'regular', exceptions: [{ personId: member, mark: 'absent' }] })));
  await hold('2026-10-03');
  const looked = { alert: 'member.absentOnce', unitId: cell, subjectId: member as Id as Id<'alertSubject'>, since: day('2026-10-03') };
  await hold('2026-10-20');
  expect(await refusalOf(putOff(secretary(), { ...looked, ...first, seen: null }))).toEqual({ code: 'attention.another', data: { since: '2026-10-20' } });
  expect(await rowsOf(secretary(), 'false')).toContainEqual(['member.absentOnce', undefined]);
  await putOff(secretary(), { ...looked, since: day('2026-10-20'), ...first, seen: null });
  expect(await rowsOf(secretary())).toEqual([['member.absentOnce', first.until]]);
  expect(await refusalOf(bringBack(secretary(), { ...looked, seen: first }))).toMatchObject({ code: 'attention.another' });
});

describe('both sides', () => {
  test('are shown where such things may be put off and every alert may be seen', async () => {
    const beside = await build.unit({ kind: 'cell', parent: commune });
    await build.derive();
    const within = async (ctx: Ctx) => [...(await attentionConflicts.within(ctx, [cell, beside]))].toSorted();
    expect([await within(secretary()), await within(as('office_officer', commune)), await within(contextFor(world, undefined))]).toEqual([[cell], [cell, beside].toSorted(), []]);
    expect(await within(withVerbs('unit.read', 'attention.read', 'attention.snooze', 'meeting.read'))).toEqual([]);
    expect(await within(withVerbs('unit.read', 'attention.read', 'meeting.read', 'member.read'))).toEqual([]);
    expect(attentionConflicts.aboutOf({ unitId: cell })).toEqual({ type: 'attention', id: cell });
  });

  test('are not told to who may not see the alert', async () => {
    await putOff(secretary(), { ...missing(), ...first, seen: null });
    const blind = withVerbs('unit.read', 'attention.read', 'attention.snooze');
    expect(await refusalOf(bringBack(blind, { ...missing(), seen: second }))).toEqual({ code: 'attention.notSnoozed', data: {} });
    expect(await refusalOf(putOff(blind, { ...missing(), ...second, seen: null }))).toEqual({ code: 'attention.notThere', data: {} });
  });
});
