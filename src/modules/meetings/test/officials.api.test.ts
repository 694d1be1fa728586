/** Chair and minute-taker through the procedures: proposed by an opening on its day alone, chosen by whoever records, nobody beyond reach. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { buildIn, type Build } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { meetingContract } from '../meeting.contract.ts';
import * as acts from '../server/meeting.commands.ts';
import { getMeeting } from '../server/meeting.page.ts';

let world: World;
let build: Build;
let cell: Id<'unit'>;
let an: Id<'person'>;
let binh: Id<'person'>;
let secretary: Ctx;
let member: Ctx;
let stranger: Ctx;
let id: Id<'meeting'>;

beforeAll(async () => {
  world = await openWorld();
  build = buildIn(world);
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn' });
  const elsewhere = await build.unit({ kind: 'cell', name: 'Chi bộ xa' });
  [an, binh] = [await build.person({ name: 'Nguyễn Văn An' }), await build.person({ name: 'Trần Thị Bình' })];
  for (const person of [an, binh]) await build.member(person, cell);
  await build.tenure(an, await build.post(cell, 'secretary', { from: '2020-01-01' }), { from: '2025-01-01' });
  await build.tenure(binh, await build.post(cell, 'deputy_secretary', { from: '2020-01-01' }), { from: '2025-01-01' });
  await build.derive();
  secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }]));
  member = contextFor(world, actorWith([{ role: 'member' }], binh));
  stranger = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: elsewhere }]));
});
afterAll(() => world.close());
beforeEach(async () => { ({ id } = await ask('plan', { unitId: cell, kind: 'regular', on: day('2026-11-20') }, acts.plan)); });

function ask<K extends 'plan' | 'open' | 'appoint' | 'unopen' | 'answer', A>(name: K, input: z.input<(typeof meetingContract)[K]['input']>, handle: (ctx: Ctx, input: never) => Promise<A>, ctx = secretary): Promise<A> {
  return act(ctx, (inside) => handle(inside, meetingContract[name].input.parse(input) as never));
}

const officials = async () => { const { chair, writer } = await getMeeting(secretary, { id }); return [chair?.name ?? null, writer?.name ?? null]; };
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);

test('an opening on the day proposes who leads and who writes; one of a day before leaves both blank', async () => {
  const writer = { personId: binh, name: 'Trần Thị Bình' };
  await ask('open', { id, on: day('2026-11-13'), writer }, acts.open);
  expect(await officials()).toEqual([null, null]);
  await ask('unopen', { id }, acts.unopen);
  await ask('open', { id, writer }, acts.open);
  expect(await officials()).toEqual(['Nguyễn Văn An', 'Trần Thị Bình']);
});

test('the next opening proposes anew: the deputy, once the secretary has leave; whom somebody chose stays', async () => {
  await ask('open', { id }, acts.open);
  await ask('unopen', { id }, acts.unopen);
  await ask('answer', { id, personId: an, answer: 'leave', reason: 'duty', decision: 'granted' }, acts.answer);
  await ask('open', { id }, acts.open);
  expect(await officials()).toEqual(['Trần Thị Bình', null]);
  await ask('appoint', { id, role: 'chair', who: { personId: null, name: 'Đồng chí cấp trên' } }, acts.appoint);
  await ask('unopen', { id }, acts.unopen);
  await ask('open', { id }, acts.open);
  expect(await officials()).toEqual(['Đồng chí cấp trên', null]);
});

test('whoever records chooses them; a member of the cell does not, nor whoever records elsewhere', async () => {
  await ask('open', { id }, acts.open);
  const given = { id, role: 'chair' as const, who: { personId: binh, name: 'Trần Thị Bình' } };
  for (const ctx of [member, stranger]) expect(await code(ask('appoint', given, acts.appoint, ctx))).toBe('platform.notFound');
  expect(await officials()).toEqual(['Nguyễn Văn An', null]);
  await ask('appoint', given, acts.appoint);
  expect(await officials()).toEqual(['Trần Thị Bình', null]);
});

test('nobody is named whom the writer may not read, neither chosen nor with the opening; a name alone may be', async () => {
  const far = { personId: await build.person({ name: 'Người Xa' }), name: 'Người Xa' };
  expect(await code(ask('open', { id, writer: far }, acts.open))).toBe('meetings.strangerNamed');
  await ask('open', { id }, acts.open);
  for (const role of ['chair', 'writer'] as const) expect(await code(ask('appoint', { id, role, who: far }, acts.appoint))).toBe('meetings.strangerNamed');
  await ask('appoint', { id, role: 'writer', who: { personId: null, name: 'Người Xa' } }, acts.appoint);
  expect(await officials()).toEqual(['Nguyễn Văn An', 'Người Xa']);
});
