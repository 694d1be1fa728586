/** A meeting run on a phone without signal and on the server: after every command both read the same, field by field. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn, type Build } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, day } from '../../../platform/day.ts';
import { derivedId, newId, type Id } from '../../../platform/ids.ts';
import { allSources } from '../../../records.ts';
import { allRoutes } from '../../../routes.ts';
import type { OutboxCommand, OutboxEntry } from '../../../sync/outbox.ts';
import { carriedOf, layOver, type Laid } from '../../../sync/phone/replica.ts';
import type { OfflineModule } from '../../../sync/phone/phone.ts';
import { awayOffline } from '../../membership/web/away.offline.module.ts';
import { taskOffline } from '../../tasks/web/task.offline.module.ts';
import type { Meeting } from '../meeting.ts';
import { getMeeting } from '../server/meeting.page.ts';
import { meetingOffline } from '../web/meeting.offline.module.ts';

const modules: readonly OfflineModule[] = [meetingOffline, taskOffline, awayOffline];
const today = day('2026-11-20');
const now = { today, clock: '19:30' };

let world: World;
let build: Build;
let commune: Id<'unit'>;
let ctx: Ctx;

beforeAll(async () => {
  world = await openWorld();
  build = buildIn(world);
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã' });
});
afterAll(() => world.close());

interface Phone {
  readonly entries: OutboxEntry[];
  readonly replica: () => Laid;
  readonly read: (procedure: string, input: unknown) => unknown;
}

async function pulled(at: Ctx, units: readonly Id<'unit'>[]): Promise<Phone> {
  const records = [];
  for (const { type, records: found } of allSources.sources) for (const { id, body } of await found(at, units)) records.push({ type, id, version: '1', body: JSON.parse(JSON.stringify(body)) as unknown });
  const carried = carriedOf(records);
  const entries: OutboxEntry[] = [];
  const replica = () => layOver({ carried, entries, modules });
  return { entries, replica, read: (procedure, input) => modules.map(({ answers }) => answers[procedure]).find((known) => known)!(input as never, replica(), now) };
}

function commandOf(procedure: string, input: unknown): OutboxCommand {
  const whole = modules.reduce<unknown>((given, module) => module.complete?.(procedure, given as never) ?? given, input);
  const about = modules.map((module) => module.about(procedure, whole as never)).find((known) => known)!;
  return { id: newId(0), procedure, input: whole, at: '2026-11-20T03:00:00Z', about };
}

async function atServer(at: Ctx, procedure: string, input: unknown): Promise<unknown> {
  const route = allRoutes.find((one) => one.procedure.name === procedure)!;
  const parsed = route.procedure.input.parse(input);
  return act(at, async (inside) => route.handle(inside, parsed as never));
}

const refusal = (work: () => unknown): string | undefined => { try { work(); } catch (error) { return (error as { code?: string }).code ?? String(error); } return undefined; };

/** Done on both sides, which agree about whether it may be done. */
async function both(phone: Phone, procedure: string, input: unknown): Promise<unknown> {
  const command = commandOf(procedure, input);
  const alone = refusal(() => phone.replica().judge(command));
  const answer = await atServer(ctx, procedure, command.input).catch((error: { code?: string }) => ({ refused: error.code ?? String(error) }));
  const refused = (answer as { refused?: string }).refused;
  expect(alone, `${procedure} on the phone`).toBe(refused);
  if (refused !== undefined) return refused;
  phone.entries.push({ command, standing: { is: 'waiting' }, seq: phone.entries.length });
  return answer;
}

async function sameOf(phone: Phone, id: Id<'meeting'>): Promise<void> {
  const server = JSON.parse(JSON.stringify(await getMeeting(ctx, { id }))) as { files: object[] };
  const alone = phone.read('meetings.meeting', { id }) as { files: { base64?: string }[] };
  const files = alone.files.map(({ base64: _bytes, ...file }) => file);
  expect({ ...alone, files }).toEqual(server);
}

async function cellWith(names: readonly string[]): Promise<{ cell: Id<'unit'>; people: Id<'person'>[] }> {
  const cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn 2', parent: commune });
  const people = [];
  for (const [at, name] of names.entries()) {
    const person = await build.person({ name });
    await build.member(person, cell, { recognised: at === 1 ? null : '2001-01-01' });
    people.push(person);
  }
  await build.exemption(people[2]!, { from: '2026-01-01', to: '2026-12-15' });
  await build.away(people[3]!, { from: '2026-03-01', withLeave: true });
  await build.away(people[4]!, { from: '2026-05-01', withLeave: false });
  await build.derive();
  ctx = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }]));
  return { cell, people };
}

const family = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Văn Cường', 'Phạm Thị Dung', 'Hoàng Văn Em', 'Đỗ Thị Giang', 'Vũ Văn Hải'];
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('the home asks for the topmost units: of those that are carried whoever stands under no other; the tree it cannot tell', async () => {
  const { cell } = await cellWith(family);
  const above = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  const topOf = async (at: Ctx, units: readonly Id<'unit'>[]) => {
    const phone = await pulled(at, units);
    return (phone.read('units.children', { hierarchy: 'party', asOf: today, limit: 8 }) as { items: readonly { readonly id: string }[] }).items.map(({ id }) => id);
  };
  expect(await topOf(ctx, [cell])).toEqual([cell]);
  expect(await topOf(above, [commune, cell])).toEqual([commune]);
  expect((await pulled(ctx, [cell])).read('units.children', { hierarchy: 'party', id: commune })).toBeUndefined();
});

test('people of one name are told apart by their year of birth, on the roll and in the minutes, here as there; nobody else’s is told', async () => {
  const { cell, people } = await cellWith(['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Văn Cường', 'Phạm Thị Dung', 'Hoàng Văn Em', 'Nguyễn Văn An']);
  await sql`update people set birth_on = case id when ${people[0]!}::uuid then date '1960-05-01' when ${people[1]!}::uuid then date '1970-01-01' else date '1985-03-02' end, birth_precision = 'year' where id = any(array[${people[0]!}, ${people[1]!}, ${people[5]!}]::uuid[])`.execute(world.owner.db);
  const phone = await pulled(ctx, [cell]);
  const id = newId<'meeting'>(0);
  await both(phone, 'meetings.plan', { id, unitId: cell, kind: 'regular', on: '2026-11-20' });
  await both(phone, 'meetings.open', { id });
  await sameOf(phone, id);
  const { roll } = await getMeeting(ctx, { id });
  expect(roll.flatMap(({ person }) => (person.bornIn === null ? [] : [[person.id, person.bornIn]])).toSorted()).toEqual([[people[0], 1960], [people[5], 1985]].toSorted());
  await both(phone, 'meetings.mark', { id, marks: [{ personId: people[5], mark: 'absent' }], rest: 'present' });
  const told = await atServer(ctx, 'meetings.draft', { id });
  expect(phone.read('meetings.draft', { id })).toEqual(told);
  expect((told as { text: string }).text).toContain('Vắng không có lý do: 1, gồm: đồng chí Nguyễn Văn An (1985).');
});

test('a meeting from its plan to additions after its adoption', async () => {
  const { cell, people } = await cellWith(family);
  const [an, binh, cuong, dung, em, giang, hai] = people as [Id<'person'>, Id<'person'>, Id<'person'>, Id<'person'>, Id<'person'>, Id<'person'>, Id<'person'>];
  await build.tenure(an, await build.post(cell, 'secretary', { from: '2020-01-01' }), { from: '2025-01-01' });
  const phone = await pulled(ctx, [cell]);
  const id = newId<'meeting'>(0);
  const step = async (procedure: string, input: object, refused?: string) => {
    const answer = await both(phone, `meetings.${procedure}`, { id, ...input });
    if (refused === undefined) expect(answer, procedure).not.toBeTypeOf('string');
    else expect(answer).toBe(refused);
    await sameOf(phone, id);
  };
  const plan = { kind: 'regular', starts: '19:30', place: 'Nhà văn hóa' };
  await step('plan', { unitId: cell, on: '2026-11-28', ...plan });
  await step('change', { ...plan, isExtended: true, kind: 'thematic', topic: 'Chuyên đề quý IV' });
  await step('change', { ...plan, isExtended: true });
  await step('change', { ...plan, version: 1 }, 'meetings.stale');
  const seenPlan = { kind: 'regular', isExtended: true, starts: '19:30', place: 'Nhà văn hóa', mode: 'in_person', topic: null, seriesId: null };
  await step('change', { ...seenPlan, place: 'Nhà bí thư', seen: { ...seenPlan, place: 'Sân đình' } }, 'meetings.changedMeanwhile');
  // What was left alone stays as it is now.
  await step('change', { ...seenPlan, starts: '18:30', place: 'Nhà bí thư', seen: { ...seenPlan, starts: '18:30' } });
  await step('change', { ...seenPlan, seen: { ...seenPlan, place: 'Nhà bí thư' } });
  await step('postpone', { on: '2026-11-29', reason: 'Trùng lịch', seen: '2026-11-28' });
  await step('postpone', { on: '2026-11-30', reason: 'Trùng lịch', seen: '2026-11-28' }, 'meetings.changedMeanwhile');
  await step('invite', {});
  await step('answer', { personId: em, answer: 'leave', reason: 'duty' });
  await step('answer', { personId: em, answer: 'leave', reason: 'duty', decision: 'granted' });
  await step('answer', { personId: em, answer: 'leave', reason: 'duty', decision: 'refused', seen: { answer: 'leave', reason: 'duty', decision: null } }, 'meetings.changedMeanwhile');
  await step('answer', { personId: em, answer: 'leave', reason: 'duty', decision: 'granted', seen: { answer: null } });
  await step('answer', { personId: giang, answer: 'coming' });
  await step('answer', { personId: newId<'person'>(0), answer: 'coming' }, 'meetings.notOnRoll');
  await step('postpone', { on: '2026-11-20', reason: 'Về sớm' });
  await step('cancel', { reason: 'Mưa bão' });
  await step('restore', {});
  await step('answer', { personId: em, answer: 'leave', reason: 'duty', decision: 'granted' });
  await step('answer', { personId: hai, answer: 'coming' });
  await step('answer', { personId: hai, answer: null });
  const guest = { id: newId<'guest'>(0), name: 'Ông Trưởng thôn', role: 'head', personId: null, isPresent: false };
  await step('put', { piece: { part: 'guests', item: guest }, seen: null });
  await step('open', { on: '2026-11-20', starts: '19:40', openedOn: '2026-11-20' });
  expect((phone.read('meetings.meeting', { id }) as { roll: { person: { id: string }; mark: string | null }[] }).roll.find(({ person }) => person.id === em)?.mark).toBe('excused');
  await step('open', {}, 'meetings.is_open');
  await step('unopen', {});
  await step('open', { on: '2026-11-20', starts: '19:45', openedOn: '2026-11-20', writer: { personId: binh, name: 'Trần Thị Bình' } });
  const chair = { personId: an, name: 'Nguyễn Văn An' };
  expect(phone.read('meetings.meeting', { id })).toMatchObject({ chair, writer: { personId: binh, name: 'Trần Thị Bình' } });
  await step('appoint', { role: 'chair', who: { name: 'Đồng chí cấp trên' }, seen: chair });
  await step('appoint', { role: 'chair', who: null, seen: chair }, 'meetings.changedMeanwhile');
  await step('attach', { fileId: newId(0), kind: 'sign_in_sheet', name: 'IMG 01.PNG', base64: pixel, hasNoSecrecyStamp: true });
  await step('attach', { fileId: newId(0), kind: 'paper', name: 'ảnh', base64: pixel, hasNoSecrecyStamp: true });
  await step('detach', { fileId: (phone.entries.at(-1)!.command.input as { fileId: string }).fileId });
  await step('attach', { fileId: newId(0), kind: 'paper', name: 'lạ.txt', base64: Buffer.from('chữ').toString('base64'), hasNoSecrecyStamp: true }, 'meetings.fileUnknown');
  await step('close', { ends: null }, 'meetings.unmarked');
  await step('mark', { marks: [an, binh, em, giang, hai].map((personId) => ({ personId, mark: 'present', reason: null, seen: { mark: null, reason: null } })) });
  await step('mark', { marks: [{ personId: hai, mark: 'absent', reason: null, seen: { mark: 'present', reason: null } }, { personId: cuong, mark: 'present' }] });
  await step('mark', { marks: [{ personId: dung, mark: 'absent' }] }, 'meetings.notExpected');
  await step('mark', { marks: [{ personId: binh, mark: 'online', seen: { mark: 'absent', reason: null } }] }, 'meetings.changedMeanwhile');
  await step('put', { piece: { part: 'guests', item: { ...guest, isPresent: true } }, seen: { part: 'guests', item: guest } });
  await step('put', { piece: { part: 'guests', item: { ...guest, name: 'Ai khác' } }, seen: { part: 'guests', item: guest } }, 'meetings.changedMeanwhile');
  const first = { id: derivedId<'agendaItem'>(id, 1), title: 'Tuyên bố lý do', isDone: true };
  await step('put', { piece: { part: 'agenda', item: first } });
  await step('arrange', { itemIds: [derivedId(id, 3), derivedId(id, 2)], seen: [derivedId(id, 2), derivedId(id, 3)] });
  await step('arrange', { itemIds: [derivedId(id, 4), derivedId(id, 2), derivedId(id, 3)], seen: [derivedId(id, 2), derivedId(id, 3), derivedId(id, 4)] }, 'meetings.changedMeanwhile');
  await step('put', { piece: { part: 'opinions', item: { id: newId(0), itemId: first.id, personId: an, text: 'Nhất trí' } }, seen: null });
  await step('put', { piece: { part: 'votes', item: { id: newId(0), question: 'Thông qua', inFavour: 3, against: 0, abstained: 0 } }, seen: null });
  await step('put', { piece: { part: 'votes', item: { id: newId(0), question: 'Thông qua', inFavour: 9, against: 0, abstained: 0 } }, seen: null }, 'meetings.moreVotesThanVoters');
  const conclusion = { id: newId<'task'>(0), text: 'Vận động 5 hộ hiến đất', ownerId: an, dueOn: '2026-12-01' };
  const plain = { id: newId<'task'>(0), text: 'Giữ nếp sinh hoạt', ownerId: null, dueOn: null };
  for (const item of [conclusion, plain, { ...conclusion, id: newId<'task'>(0), text: 'Thu đảng phí', ownerId: null }]) await step('put', { piece: { part: 'conclusions', item }, seen: null });
  await step('remove', { part: 'conclusions', itemId: plain.id, seen: { part: 'conclusions', item: conclusion } }, 'meetings.changedMeanwhile');
  await step('remove', { part: 'conclusions', itemId: plain.id, seen: { part: 'conclusions', item: plain } });
  await step('remove', { part: 'conclusions', itemId: plain.id }, 'platform.notFound');
  await step('remove', { part: 'conclusions', itemId: plain.id, seen: { part: 'conclusions', item: plain } });
  await step('score', { points: { preparation: 18, attendance: 20, duration: 10, speaking: 17.5, conclusions: 20, minutes: 5 } });
  await step('score', { points: { preparation: 50 } }, 'meetings.pointsOutside');
  await step('score', { points: { preparation: 10 }, seen: null }, 'meetings.changedMeanwhile');
  await step('close', { ends: '19:00' }, 'meetings.endsBeforeStart');
  await step('close', { ends: '21:15' });
  await step('close', { ends: '21:15' }, 'meetings.is_closed');
  await both(phone, 'tasks.settle', { id: conclusion.id, state: 'done', on: '2026-11-20', note: 'Xong' });
  await sameOf(phone, id);
  expect(phone.read('tasks.list', { unitId: cell, limit: 50 })).toEqual(await atServer(ctx, 'tasks.list', { unitId: cell }));
  await step('reopen', {});
  expect(phone.read('tasks.list', { unitId: cell })).toEqual(await atServer(ctx, 'tasks.list', { unitId: cell }));
  await step('close', { ends: '21:30' });
  expect(phone.read('meetings.draft', { id })).toEqual(await atServer(ctx, 'meetings.draft', { id }));
  await step('adopt', { on: '2026-11-20' }, 'meetings.noMinutes');
  await step('appoint', { role: 'writer', who: { personId: giang, name: 'Đỗ Thị Giang' }, seen: { personId: binh, name: 'Trần Thị Bình' } });
  await step('writeMinutes', { text: 'Biên bản', version: (phone.read('meetings.meeting', { id }) as { version: number }).version });
  await step('writeMinutes', { text: 'Biên bản khác', seen: { text: null, isStale: false } }, 'meetings.changedMeanwhile');
  await step('writeMinutes', { text: 'Biên bản', seen: { text: null, isStale: false } });
  const seen = { text: 'Biên bản', isStale: false };
  await step('adopt', { on: '2026-11-20', seen: { ...seen, text: 'Biên bản khác' } }, 'meetings.changedMeanwhile');
  await step('adopt', { on: '2026-11-20', text: 'Biên bản', seen: { text: null, isStale: false } });
  await step('adopt', { on: '2026-11-20', seen: { ...seen, text: 'Biên bản khác' } }, 'meetings.changedMeanwhile');
  await step('adopt', { on: '2026-11-20', seen }, 'meetings.is_adopted');
  await step('reopen', {}, 'meetings.is_adopted');
  await step('appoint', { role: 'writer', who: null }, 'meetings.is_adopted');
  expect(await both(phone, 'meetings.append', { id, text: 'Bổ sung' })).not.toBeTypeOf('string');
  for (const asked of [{ order: 'ahead' }, { unitId: cell, state: 'adopted', limit: 1 }, { kind: ['thematic'] }, { from: '2026-11-21' }]) expect(phone.read('meetings.list', asked)).toEqual(await atServer(ctx, 'meetings.list', asked));
  // What is fetched afterwards is what was laid over, but for who added it.
  const after = await pulled(ctx, [cell]);
  await sameOf(after, id);
});

test('months planned, a past meeting entered, one put off by its opening, and what belongs on the next agenda', async () => {
  const { cell, people } = await cellWith(family);
  const phone = await pulled(ctx, [cell]);
  const months = { unitId: cell, from: '2026-11', months: 3, dayOfMonth: 31, starts: '07:30', place: 'Hội trường' };
  const planned = (await both(phone, 'meetings.planMonths', months)) as { planned: { id: Id<'meeting'>; on: string }[]; skipped: number };
  expect(planned.planned.map(({ on }) => on)).toEqual(['2026-11-30', '2026-12-31', '2027-01-31']);
  expect(phone.replica().judge(commandOf('meetings.planMonths', { ...months, months: 4 })).answer).toMatchObject({ skipped: 3 });
  const moved = (await both(phone, 'meetings.planMonths', { ...months, from: '2027-02', months: 1, dayOfMonth: 5 })) as { planned: { on: string; movedFrom: string }[] };
  expect(moved.planned).toMatchObject([{ on: '2027-02-12', movedFrom: '2027-02-05' }]);
  for (const { id } of planned.planned) await sameOf(phone, id);
  const [first, second] = [planned.planned[0]!, planned.planned[1]!];
  await both(phone, 'meetings.open', { id: first.id, on: '2026-11-19', starts: '08:00' });
  await sameOf(phone, first.id);
  await both(phone, 'meetings.unopen', { id: first.id });
  await sameOf(phone, first.id);
  const id = newId<'meeting'>(0);
  const task = newId<'task'>(0);
  const past = { id, unitId: cell, on: '2026-11-03', kind: 'regular', starts: '19:30', ends: '21:00', points: { preparation: 20 }, exceptions: [{ personId: people[0], mark: 'excused', reason: 'study' }],
    guests: [{ id: newId(0), name: 'Khách', role: 'other', isPresent: true }], conclusions: [{ id: task, text: 'Dọn vệ sinh', dueOn: '2026-11-10' }, { id: newId(0), text: 'Duy trì' }] };
  await both(phone, 'meetings.record', past);
  await sameOf(phone, id);
  expect(await both(phone, 'meetings.record', past)).toBe('meetings.already');
  for (const asked of [first.id, second.id, id]) expect(phone.read('meetings.before', { id: asked })).toEqual(await atServer(ctx, 'meetings.before', { id: asked }));
  await both(phone, 'tasks.change', { id: task, title: 'Dọn vệ sinh đường làng', ownerId: people[4], dueOn: '2026-11-25', version: 1 });
  expect(await both(phone, 'tasks.change', { id: task, title: 'Khác', ownerId: null, dueOn: null, version: 1 })).toBe('platform.stale');
  for (const asked of [{}, { late: 'true' }, { late: 'false', state: 'open' }, { ownerId: people[4] }, { unitId: cell }]) expect(phone.read('tasks.list', asked), JSON.stringify(asked)).toEqual(await atServer(ctx, 'tasks.list', asked));
  expect(phone.read('tasks.list', { unitId: commune })).toBeUndefined();
});

test('who goes away, comes back or is exempt changes register and rolls alike', async () => {
  const { cell, people } = await cellWith(family);
  const guest = await build.person({ name: 'Lò Thị Khách' });
  const elsewhere = await build.unit({ kind: 'cell', name: 'Chi bộ khác', parent: commune });
  await build.placement({ person: guest, membership: await build.member(guest, elsewhere), cell, kind: 'temporary', from: '2026-10-01' });
  await build.derive();
  const planned = newId<'meeting'>(0);
  await atServer(ctx, 'meetings.plan', { id: planned, unitId: cell, on: '2026-11-25', kind: 'regular' });
  const phone = await pulled(ctx, [cell]);
  const agree = async () => {
    await sameOf(phone, planned);
    for (const procedure of ['membership.away', 'membership.guests']) expect(phone.read(procedure, { unitId: cell, limit: 50 }), procedure).toEqual(await atServer(ctx, procedure, { unitId: cell }));
  };
  await agree();
  const [an, binh, cuong, dung] = people as [Id<'person'>, Id<'person'>, Id<'person'>, Id<'person'>];
  await both(phone, 'membership.goAway', { personId: an, period: { from: '2026-11-01', to: null }, place: 'Bình Dương', withLeave: true, contact: '0900', contactDueOn: '2026-11-15' });
  await agree();
  expect(await both(phone, 'membership.goAway', { personId: an, period: { from: '2026-11-02', to: null } })).toBe('membership.alreadyAway');
  await both(phone, 'membership.keepContact', { personId: an, on: '2026-11-18', dueOn: '2026-12-18', work: 'Thu tin' });
  await agree();
  expect(await both(phone, 'membership.keepContact', { personId: an, on: '2026-11-10' })).toBe('membership.laterChange');
  await both(phone, 'membership.comeBack', { personId: dung, on: '2026-11-20' });
  await agree();
  await both(phone, 'membership.endExemption', { personId: cuong, on: '2026-11-20' });
  await both(phone, 'membership.exempt', { personId: binh, period: { from: '2026-11-20', to: null } });
  await agree();
  await both(phone, 'membership.confirmTemporary', { personId: guest, on: '2026-11-20' });
  await agree();
  expect(await both(phone, 'membership.exempt', { personId: binh, period: { from: addDays(today, 1), to: null } })).toBe('membership.inFuture');
});

test('who leads and writes: blank where it is entered late, proposed anew by each opening', async () => {
  const { cell, people } = await cellWith(family);
  for (const [at, kind] of (['secretary', 'deputy_secretary'] as const).entries()) await build.tenure(people[at]!, await build.post(cell, kind, { from: '2020-01-01' }), { from: '2025-01-01' });
  const [phone, id, an, writer] = [await pulled(ctx, [cell]), newId<'meeting'>(0), people[0], { personId: people[4]!, name: 'Hoàng Văn Em' }];
  const step = async (procedure: string, input: object) => {
    await both(phone, `meetings.${procedure}`, { id, ...input });
    await sameOf(phone, id);
    const { chair, writer: writes } = phone.read('meetings.meeting', { id }) as Pick<Meeting, 'chair' | 'writer'>;
    return [chair?.name ?? null, writes?.name ?? null];
  };
  await step('plan', { unitId: cell, on: '2026-11-13', kind: 'regular' });
  expect(await step('open', { writer })).toEqual([null, null]);
  await step('unopen', {});
  expect(await step('open', { on: '2026-11-20', writer })).toEqual(['Nguyễn Văn An', 'Hoàng Văn Em']);
  await step('mark', { marks: [{ personId: an, mark: 'excused', reason: 'duty' }] });
  expect(await step('unopen', {})).toEqual([null, 'Hoàng Văn Em']);
  await step('postpone', { on: '2026-11-20', reason: 'Dời' });
  await step('answer', { personId: an, answer: 'leave', reason: 'duty', decision: 'granted' });
  expect(await step('open', { on: '2026-11-20', writer })).toEqual(['Trần Thị Bình', 'Hoàng Văn Em']);
});

test('a committee’s meeting, and what a phone cannot tell', async () => {
  const { cell, people } = await cellWith(family);
  const post = await build.post(cell, 'secretary');
  await build.tenure(people[4]!, post);
  const phone = await pulled(ctx, [cell]);
  const id = newId<'meeting'>(0);
  await both(phone, 'meetings.plan', { id, unitId: cell, on: '2026-11-20', kind: 'committee' });
  await both(phone, 'meetings.open', { id, on: '2026-11-20' });
  await sameOf(phone, id);
  expect(await both(phone, 'meetings.plan', { id: newId(0), unitId: cell, on: '2026-11-20', kind: 'briefing' })).toBe('meetings.kindNotHere');
  const unknown = newId<'meeting'>(0);
  expect(refusal(() => phone.replica().judge(commandOf('meetings.close', { id: unknown })))).toBe('sync.notCarried');
  expect(phone.read('meetings.meeting', { id: unknown })).toBeUndefined();
  expect(phone.read('meetings.list', { cursor: 'abc' })).toBeUndefined();
  expect(refusal(() => commandOf('meetings.put', { id, piece: { part: 'agenda', item: {} } }))).toBe('platform.invalid');
});
