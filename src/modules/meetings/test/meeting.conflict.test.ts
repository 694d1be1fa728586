/** Two who note one meeting without seeing each other: what differs is told and kept apart until a person has chosen. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { day } from '../../../platform/day.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { isRefusal, type Refusal } from '../../../platform/problem.ts';
import { minutesOf, planOver, unlessOther } from '../meeting.changed.ts';
import { markSeen, mineAgain, ofSameMeeting, putSeen, removeSeen, standsAlready, theirsKept, type Noted, type SeenMarking, type Theirs } from '../meeting.conflict.ts';
import { meetingContract } from '../meeting.contract.ts';
import { handsAfter, setBetween, type Hand } from '../meeting.hands.ts';
import { agendaFor } from '../meeting.papers.ts';
import type { Part } from '../meeting.parts.ts';
import { adopt, close, open, plan, reopen, writeMinutes, type Attendance, type Meeting } from '../meeting.ts';
import { plan as planAct, planMonths } from '../server/meeting.commands.ts';

const today = day('2026-11-20');
const unmarked = { mark: null, reason: null };
const whole = (result: Meeting | Refusal): Meeting => { if (isRefusal(result)) throw new Error(result.code); return result; };
const refusalOf = (result: Meeting | Refusal): Refusal => { if (!isRefusal(result)) throw new Error('not refused'); return result; };

const roll = Array.from({ length: 3 }, (): Attendance => ({ personId: newId(0), basis: 'expected', standing: 'full', ...unmarked }));
const [an, binh] = roll.map(({ personId }) => personId) as [Id<'person'>, Id<'person'>];
const begun = whole(open(whole(plan({ id: newId(0), unitId: newId(0), kind: 'regular', isExtended: false, on: today, starts: null, place: null, mode: 'in_person', topic: null, seriesId: null, agenda: [] }, today)), { on: today, starts: null, roll, today }));
const marks = (...given: SeenMarking[]) => ({ marks: given, rest: null });

describe('marks', () => {
  const theirs = whole(markSeen(begun, marks({ personId: an, mark: 'excused', reason: 'duty', seen: unmarked })));

  test('another’s mark is not written over, and is told; the rest of what was sent waits with it', () => {
    const mine = marks({ personId: an, mark: 'present', reason: null, seen: unmarked }, { personId: binh, mark: 'absent', reason: null, seen: unmarked });
    const refused = refusalOf(markSeen(theirs, mine));
    expect(refused).toMatchObject({ code: 'meetings.changedMeanwhile', kind: 'conflict', data: { marks: [{ personId: an, mark: 'excused', reason: 'duty' }] } });
    const kept = mineAgain('meetings.mark', mine, refused.data as Theirs) as unknown as typeof mine;
    expect(whole(markSeen(theirs, kept)).roll.map(({ mark }) => mark)).toEqual(['present', 'absent', null]);
    const left = theirsKept('meetings.mark', mine, refused.data as Theirs) as unknown as typeof mine;
    expect(whole(markSeen(theirs, { ...left, rest: null })).roll.map(({ mark }) => mark)).toEqual(['excused', 'absent', null]);
    expect(theirsKept('meetings.mark', marks(mine.marks[0]!), refused.data as Theirs)).toBeUndefined();
  });

  test('the same mark, one that was seen, and one that compares nothing are taken', () => {
    expect(whole(markSeen(theirs, marks({ personId: an, mark: 'excused', reason: 'duty', seen: unmarked }))).roll[0]).toMatchObject({ mark: 'excused' });
    expect(whole(markSeen(theirs, marks({ personId: an, mark: 'present', reason: null, seen: { mark: 'excused', reason: 'duty' } }))).roll[0]).toMatchObject({ mark: 'present', reason: null });
    expect(whole(markSeen(theirs, marks({ personId: an, mark: 'absent', reason: null }))).roll[0]).toMatchObject({ mark: 'absent' });
  });

  test('the same absence for another reason is another mark', () => {
    expect(refusalOf(markSeen(theirs, marks({ personId: an, mark: 'excused', reason: 'study', seen: unmarked }))).code).toBe('meetings.changedMeanwhile');
  });
});

describe('a meeting that another device has closed meanwhile', () => {
  const closed = whole(close(whole(markSeen(begun, { marks: [{ personId: an, mark: 'excused', reason: 'duty' }], rest: 'present' })), { ends: null }));
  const late = marks({ personId: an, mark: 'absent', reason: null, seen: unmarked }, { personId: binh, mark: 'present', reason: null, seen: unmarked });
  const guest: Part = { part: 'guests', item: { id: newId(0), name: 'Lê Thị Hoa', role: 'head', personId: null, isPresent: true } };

  test('is shown beside the mark that came late; opened again, it takes the one that is kept', () => {
    const refused = refusalOf(markSeen(closed, late));
    expect(refused).toMatchObject({ code: 'meetings.closedMeanwhile', kind: 'conflict', data: { state: 'closed', marks: [{ personId: an, mark: 'excused', reason: 'duty' }] } });
    const kept = mineAgain('meetings.mark', late, refused.data as Theirs) as unknown as typeof late;
    expect(refusalOf(markSeen(closed, kept)).code).toBe('meetings.closedMeanwhile');
    expect(whole(markSeen(whole(reopen(closed)), kept)).roll[0]).toMatchObject({ mark: 'absent', reason: null });
  });

  test('is left as it is by what stands there anyway', () => {
    expect(whole(markSeen(closed, marks(late.marks[1]!)))).toBe(closed);
    expect(whole(markSeen(closed, { marks: [], rest: 'present' }))).toBe(closed);
    expect(whole(removeSeen(closed, { part: 'guests', itemId: guest.item.id, seen: guest }))).toBe(closed);
  });

  test('is shown beside a piece that came late; with adopted minutes only theirs can be kept', () => {
    expect(refusalOf(putSeen(closed, { piece: guest, seen: null }))).toMatchObject({ code: 'meetings.closedMeanwhile', data: { state: 'closed', part: 'guests', theirs: null } });
    const adopted = whole(adopt(whole(writeMinutes(closed, { text: 'Biên bản' })), { on: today, today }));
    const refused = refusalOf(putSeen(adopted, { piece: guest, seen: null }));
    expect(refused).toMatchObject({ code: 'meetings.closedMeanwhile', data: { state: 'adopted' } });
    expect(mineAgain('meetings.put', { piece: guest, seen: null }, refused.data as Theirs)).toBeUndefined();
  });

  test('refuses what compares nothing by its state, as before', () => {
    expect(refusalOf(markSeen(closed, marks({ personId: an, mark: 'absent', reason: null }))).code).toBe('meetings.is_closed');
    expect(refusalOf(putSeen(closed, { piece: guest })).code).toBe('meetings.is_closed');
  });
});

describe('pieces', () => {
  const item = { id: newId<'task'>(0), text: 'Hiến đất', ownerId: null, dueOn: null };
  const first: Part = { part: 'conclusions', item };
  const mine: Part = { part: 'conclusions', item: { ...item, ownerId: an } };
  const theirs: Part = { part: 'conclusions', item: { ...item, ownerId: binh } };
  const noted = whole(putSeen(whole(putSeen(begun, { piece: first, seen: null })), { piece: theirs, seen: first }));

  test('another’s change is told, and kept or written over as a person says', () => {
    const refused = refusalOf(putSeen(noted, { piece: mine, seen: first }));
    expect(refused).toMatchObject({ code: 'meetings.changedMeanwhile', data: { part: 'conclusions', itemId: item.id, theirs: theirs.item } });
    const kept = mineAgain('meetings.put', { piece: mine, seen: first }, refused.data as Theirs) as unknown as { piece: Part; seen: Part };
    expect(whole(putSeen(noted, kept)).conclusions).toEqual([mine.item]);
    expect(theirsKept('meetings.put', kept as unknown as Noted, refused.data as Theirs)).toBeUndefined();
    expect(whole(putSeen(noted, { piece: theirs, seen: first })).conclusions).toEqual([theirs.item]);
    expect(whole(putSeen(noted, { piece: mine })).conclusions).toEqual([mine.item]);
  });

  test('what another took out is told before it is put in again, and taken out by both it is gone', () => {
    const without = whole(removeSeen(noted, { part: 'conclusions', itemId: item.id, seen: theirs }));
    const refused = refusalOf(putSeen(without, { piece: mine, seen: theirs }));
    expect(refused.data).toMatchObject({ theirs: null });
    expect(whole(putSeen(without, mineAgain('meetings.put', { piece: mine, seen: theirs }, refused.data as Theirs) as unknown as { piece: Part; seen: null })).conclusions).toEqual([mine.item]);
    expect(removeSeen(without, { part: 'conclusions', itemId: item.id, seen: theirs })).toBe(without);
    expect(refusalOf(removeSeen(without, { part: 'conclusions', itemId: item.id })).code).toBe('platform.notFound');
    expect(refusalOf(removeSeen(noted, { part: 'conclusions', itemId: item.id, seen: first })).data).toMatchObject({ theirs: theirs.item });
  });
});

describe('what a meeting has one of', () => {
  const given = { kind: 'regular', isExtended: false, starts: '19:30', place: 'Nhà văn hóa', mode: 'in_person', topic: null, seriesId: null } as const;
  const ahead = whole(plan({ ...given, id: newId(0), unitId: newId(0), on: today, agenda: [] }, today));
  const theirs = { ...ahead, place: 'Sân đình', starts: '20:00' };

  test('a plan: what only one of both has changed is kept of each, the same thing changed otherwise is told', () => {
    expect(planOver(theirs, { ...given, topic: 'Chuyên đề', seen: given })).toMatchObject({ place: 'Sân đình', starts: '20:00', topic: 'Chuyên đề' });
    const mine = { ...given, place: 'Nhà bí thư', topic: 'Chuyên đề', seen: given };
    const refused = planOver(theirs, mine);
    expect(refused).toMatchObject({ code: 'meetings.changedMeanwhile', kind: 'conflict', data: { value: { place: 'Sân đình', starts: '20:00' } } });
    const data = (refused as Refusal).data as Theirs;
    expect(planOver(theirs, mineAgain('meetings.change', mine, data) as unknown as typeof mine)).toMatchObject({ place: 'Nhà bí thư', starts: '20:00', topic: 'Chuyên đề' });
    expect(planOver(theirs, theirsKept('meetings.change', mine, data) as unknown as typeof mine)).toMatchObject({ place: 'Sân đình', starts: '20:00', topic: 'Chuyên đề' });
    expect(theirsKept('meetings.change', { ...mine, topic: null }, data)).toBeUndefined();
  });

  test('minutes: another text, and the same to be looked over again; kept against theirs they are taken', () => {
    const written = { ...begun, minutes: 'Bản của máy kia', areMinutesStale: false };
    const sent = { ...written, minutes: 'Bản của tôi' };
    const mine = { text: 'Bản của tôi', seen: { text: null, isStale: false } };
    const refused = refusalOf(unlessOther(written, sent, { of: minutesOf, seen: mine.seen }));
    expect(refused.data).toEqual({ value: { text: 'Bản của máy kia', isStale: false }, keys: ['minutes'] });
    const again = mineAgain('meetings.writeMinutes', mine, refused.data as Theirs) as unknown as typeof mine;
    expect(unlessOther(written, sent, { of: minutesOf, seen: again.seen })).toBe(sent);
    expect(theirsKept('meetings.writeMinutes', mine, refused.data as Theirs)).toBeUndefined();
    expect(refusalOf(unlessOther({ ...written, areMinutesStale: true }, sent, { of: minutesOf, seen: { text: 'Bản của máy kia', isStale: false } })).code).toBe('meetings.changedMeanwhile');
    expect(unlessOther(written, sent, { of: minutesOf, seen: undefined })).toBe(sent);
  });
});

describe('who set what', () => {
  const [first, second] = ['first', 'second'];
  const by = (hands: readonly Hand[], of: string) => hands.find((hand) => hand.of.includes(of))?.by;
  const step = (hands: readonly Hand[], before: Meeting, after: Meeting, account: string | undefined = first) => handsAfter(hands, { by: account, at: '2026-11-20T12:42:00Z', set: setBetween(before, after), after });

  test('is the last who changed it, and nobody of what was left alone', () => {
    const item = { id: newId<'task'>(0), text: 'Hiến đất', ownerId: null, dueOn: null };
    const one = whole(markSeen(begun, marks({ personId: an, mark: 'present', reason: null }, { personId: binh, mark: 'absent', reason: null })));
    const two = whole(putSeen(whole(markSeen(one, marks({ personId: an, mark: 'absent', reason: null }, { personId: binh, mark: 'absent', reason: null }))), { piece: { part: 'conclusions', item } }));
    const hands = step(step([], begun, one), one, two, second);
    expect([by(hands, an), by(hands, binh), by(hands, item.id), by(hands, 'place')]).toEqual([second, first, second, undefined]);
    const without = whole(removeSeen(two, { part: 'conclusions', itemId: item.id }));
    expect(by(step(hands, two, without), item.id)).toBe(first);
    // Whoever did it is not told where no account did.
    expect(by(handsAfter(hands, { by: undefined, at: '', set: [an], after: two }), an)).toBeUndefined();
  });

  test('a point more or less on the agenda is no other order', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, title: id, isDone: false })) as unknown as Meeting['agenda'];
    const order = (...agenda: (typeof a)[]): Meeting => ({ ...begun, agenda: agenda.map((point) => point!) });
    expect(setBetween(order(a, b), order(a, c, b))).toEqual(['c']);
    expect(setBetween(order(a, b, c), order(a, c))).toEqual(['b']);
    expect(setBetween(order(a, b), order(b, a))).toEqual(['order']);
  });
});

test('what both have done needs nobody’s decision', () => {
  const held = { state: 'closed', on: today, starts: '19:30', ends: '21:00', reason: null, adoptedOn: null, text: null } as const;
  const stands = (procedure: string, input: Noted, state: typeof held | { state: 'open' | 'cancelled'; reason: string | null } = held) => standsAlready(`meetings.${procedure}`, input, { ...held, ...state });
  expect([stands('close', { ends: '21:00' }), stands('close', { ends: null }), stands('close', { ends: '21:30' }), stands('close', {}, { state: 'open', reason: null })]).toEqual([true, true, false, false]);
  expect([stands('open', { on: today, starts: '19:30' }, { state: 'open', reason: null }), stands('open', { on: '2026-11-19' }, { state: 'open', reason: null }), stands('open', { on: today })]).toEqual([true, false, false]);
  const minuted = { ...held, state: 'adopted', adoptedOn: today, text: 'Bản một' } as const;
  const adopts = (text: string, on = today) => standsAlready('meetings.adopt', { on, seen: { text, isStale: false } }, minuted);
  expect([adopts('Bản một'), adopts('Bản hai'), adopts('Bản một', day('2026-11-21')), standsAlready('meetings.adopt', { on: today, seen: { text: 'Bản một', isStale: false } }, held)]).toEqual([true, false, false, false]);
  expect([stands('cancel', { reason: 'Bão' }, { state: 'cancelled', reason: 'Bão' }), stands('cancel', { reason: 'Lũ' }, { state: 'cancelled', reason: 'Bão' }), stands('mark', {})]).toEqual([true, false, false]);
});

test('the points that two plans of one meeting began with are the same points', () => {
  const [from, to] = [newId<'meeting'>(7), newId<'meeting'>(7)];
  const [mine, theirs] = [agendaFor({ id: from, kind: 'regular' }), agendaFor({ id: to, kind: 'regular' })];
  const own = newId(7);
  expect(ofSameMeeting({ id: from, itemIds: [mine[2]!.id, own, mine[0]!.id], piece: { item: { itemId: mine[1]!.id, text: from.slice(0, 8) } } }, { from, to, kind: 'regular' }))
    .toEqual({ id: to, itemIds: [theirs[2]!.id, own, theirs[0]!.id], piece: { item: { itemId: theirs[1]!.id, text: from.slice(0, 8) } } });
  expect(new Set([from, ...mine.map(({ id }) => id)]).size).toBe(mine.length + 1);
  expect(mine.every(({ id }) => homeOf(id) === 7)).toBe(true);
});

describe('two who plan the same month', () => {
  let world: World;
  let cell: Id<'unit'>;
  let secretary: Ctx;
  let blind: Ctx;
  beforeAll(async () => {
    world = await openWorld();
    const build = buildIn(world);
    cell = await build.unit({ kind: 'cell', name: 'Chi bộ' });
    await build.derive();
    secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }]));
    // Somebody who may record and not read: no role is like that, and still nothing is told.
    const { actor } = secretary;
    blind = { ...secretary, actor: { ...actor!, grants: actor!.grants.map((grant) => ({ ...grant, verbs: new Set([...grant.verbs].filter((verb) => verb !== 'meeting.read')) })) } };
  });
  afterAll(() => world.close());

  const planned = (given: object, ctx = secretary) => act(ctx, (inside) => planAct(inside, meetingContract.plan.input.parse({ unitId: cell, kind: 'regular', on: '2027-01-03', ...given })));
  const refused = (work: Promise<unknown>) => work.then(() => 'done', (error: { code: string; data: object }) => ({ code: error.code, data: error.data }));

  test('the second is told which meeting there is, where he may read it; who saw it, or compares nothing, goes on', async () => {
    const { id } = await planned({ id: newId(0), seen: [] });
    expect(await refused(planned({ on: '2027-01-28', seen: [] }))).toEqual({ code: 'meetings.already', data: { id, on: '2027-01-03' } });
    expect(await refused(planned({ id, on: '2027-01-28' }))).toEqual({ code: 'meetings.already', data: { id, on: '2027-01-03' } });
    expect(await refused(planned({ on: '2027-01-28', seen: [] }, blind))).toEqual({ code: 'meetings.already', data: {} });
    for (const free of [{ on: '2027-02-01', seen: [] }, { kind: 'committee', seen: [] }, { on: '2027-01-28', seen: [id] }, { on: '2027-01-29' }]) expect(await refused(planned(free)), JSON.stringify(free)).toBe('done');
    expect(await refused(planned({ kind: 'committee', on: '2027-01-04', seen: [] }))).toBe('done');
    expect(await refused(planned({ kind: 'committee', seen: [] }))).toMatchObject({ code: 'meetings.already' });
  });

  test('months planned with ids have them, month by month', async () => {
    const ids = [newId<'meeting'>(0), newId<'meeting'>(0), newId<'meeting'>(0)];
    const input = meetingContract.planMonths.input.parse({ unitId: cell, from: '2027-01', months: 3, dayOfMonth: 31, ids });
    expect(await act(secretary, (inside) => planMonths(inside, input))).toEqual({ planned: [{ id: ids[2], on: '2027-03-31', movedFrom: null }], skipped: 2 });
  });
});
