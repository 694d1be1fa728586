/** The inbox: who is told of what happens, once; read and unread; and that nobody sees a notice of what is not his to see. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from '../../../../test/world/world.ts';
import { day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { meetingContract } from '../../meetings/meeting.contract.ts';
import * as meetings from '../../meetings/server/meeting.commands.ts';
import { answerOwn } from '../../meetings/server/meeting.own.ts';
import * as membership from '../../membership/server/membership.commands.ts';
import { changeTask, giveTaskBack } from '../../tasks/server/task.commands.ts';
import { giveTask } from '../../tasks/server/task.give.ts';
import { workOn } from '../../tasks/server/task.work.ts';
import { taskContract } from '../../tasks/task.contract.ts';
import { noticeContract } from '../notice.contract.ts';
import { mark, markAll } from '../server/notice.commands.ts';
import { noticeNumbers } from '../server/notice.numbers.ts';
import { listNotices } from '../server/notice.reads.ts';
import { as, inbox, kindsOf, openNoticeWorld, tell, tellAttention, unread, type NoticeWorld, type Who } from './notices.world.ts';

let at: NoticeWorld;

beforeAll(async () => {
  at = await openNoticeWorld();
});
afterAll(() => at.world.close());

const planned = async (given: object = {}, by: Who = 'secretary') =>
  (await act(await as(at, by), (inside) => meetings.plan(inside, meetingContract.plan.input.parse({ unitId: at.cell, kind: 'regular', on: '2026-12-03', starts: '19:30', ...given })))).id;
const called = async (given: object = {}, by: Who = 'secretary') => {
  const id = await planned(given, by);
  await act(await as(at, by), (inside) => meetings.invite(inside, { id }));
  return id;
};
const about = async (who: Who, id: string) => (await inbox(at, who)).filter(({ href }) => href?.includes(id) ?? false);

describe('a meeting that is called', () => {
  test('is told to those on its roll who have an account and to the member of the committee who is assigned, not to who called it', async () => {
    const id = await called();
    expect(await kindsOf(at, 'member')).toEqual([]);
    await tell(at);
    expect(await inbox(at, 'member')).toMatchObject([{ kind: 'meeting.called', isRead: false, href: '/buoi-hop-cua-toi', facts: { unit: 'Chi bộ thôn Đông', meetingKind: 'regular', on: '2026-12-03', starts: '19:30' } }]);
    expect(await about('assigned', id)).toMatchObject([{ kind: 'meeting.called', href: `/sinh-hoat/${id}` }]);
    expect(await kindsOf(at, 'secretary')).toEqual([]);
    expect([await kindsOf(at, 'outsider'), await kindsOf(at, 'otherSecretary'), await kindsOf(at, 'office')]).toEqual([[], [], []]);
  });

  test('is told once, however often the log is looked through, and by however many at once', async () => {
    await called({ on: '2026-12-04' });
    const before = (await inbox(at, 'member')).length;
    await Promise.all([tell(at), tell(at), tell(at)]);
    await sql`update notice_progress set seq = 0`.execute(at.world.db);
    await tell(at);
    expect((await inbox(at, 'member')).length).toBe(before + 1);
  });

  test('is read by whoever has answered for himself; called anew it is new again', async () => {
    const id = await called({ on: '2026-12-10' });
    await tell(at);
    const mine = async () => (await inbox(at, 'member')).filter(({ facts }) => facts.on === '2026-12-10').map(({ kind, isRead }) => [kind, isRead]);
    expect(await mine()).toEqual([['meeting.called', false]]);
    await act(await as(at, 'secretary'), (inside) => meetings.answer(inside, meetingContract.answer.input.parse({ id, personId: at.people.withoutAccount, answer: 'coming' })));
    await tell(at);
    expect(await mine()).toEqual([['meeting.called', false]]);
    await act(await as(at, 'member'), (inside) => answerOwn(inside, { id, answer: 'coming', reason: null }));
    await tell(at);
    expect(await mine()).toEqual([['meeting.called', true]]);
  });

  test('leave that is asked is told to whoever keeps the meetings there, until it is decided', async () => {
    const id = await called({ on: '2026-12-11' });
    await act(await as(at, 'member'), (inside) => answerOwn(inside, { id, answer: 'leave', reason: 'duty' }));
    await tell(at);
    const asked = async (who: Who) => (await inbox(at, who)).filter(({ kind }) => kind === 'meeting.leaveAsked').map(({ facts, href }) => [facts.person, facts.on, facts.isSettled, href]);
    expect(await asked('secretary')).toEqual([['Đảng Viên Đông', '2026-12-11', false, `/sinh-hoat/${id}`]]);
    for (const who of ['member', 'office', 'outsider', 'otherSecretary'] as const) expect(await asked(who)).toEqual([]);
    await act(await as(at, 'secretary'), (inside) => meetings.answer(inside, meetingContract.answer.input.parse({ id, personId: at.people.member, answer: 'leave', reason: 'duty', decision: 'granted' })));
    await tell(at);
    expect(await asked('secretary')).toEqual([['Đảng Viên Đông', '2026-12-11', true, `/sinh-hoat/${id}`]]);
    // Who may no longer decide there sees nothing of it.
    await sql`update assignments set valid = daterange(lower(valid), '2026-11-20') where account_id = ${at.accounts.secretary.id} and role = 'cell_secretary'`.execute(at.world.owner.db);
    expect(await asked('secretary')).toEqual([]);
    await sql`update assignments set valid = daterange(lower(valid), null) where account_id = ${at.accounts.secretary.id} and role = 'cell_secretary'`.execute(at.world.owner.db);
  });

  const failsFor = (id: string) => sql`alter table notices add constraint notices_dies check (subject_id <> ${sql.lit(id)}::uuid) not valid`.execute(at.world.owner.db);
  const failsNoMore = () => sql`alter table notices drop constraint notices_dies`.execute(at.world.owner.db);
  const passedOver = async () => (await noticeNumbers.find(({ name }) => name === 'satcoso_notice_events_passed_over')!.read(at.world.db))[0]!.value;

  test('an event that fails is tried again; what came before it is told meanwhile, and what came after it later', async () => {
    const before = (await inbox(at, 'member')).length;
    await called({ on: '2026-12-05' });
    await failsFor(await called({ on: '2026-12-06' }));
    await called({ on: '2026-12-07' });
    await expect(tell(at)).rejects.toThrow(/notices_dies/);
    await expect(tell(at)).rejects.toThrow(/notices_dies/);
    expect((await inbox(at, 'member')).length).toBe(before + 1);
    await failsNoMore();
    await tell(at);
    expect((await inbox(at, 'member')).length).toBe(before + 3);
    expect(await passedOver()).toBe(0);
  });

  test('one that fails for good is passed over at the fifth try, counted, and keeps no other book waiting', async () => {
    const id = await called({ on: '2026-12-08' });
    const next = await called({ on: '2026-12-09' });
    await failsFor(id);
    // Another book, looked through after this one.
    await sql`insert into event_chains select (jsonb_populate_record(c, '{"home_id": 4095, "head_seq": 7}')).* from event_chains c where home_id = 0`.execute(at.world.owner.db);
    for (let tries = 1; tries < 5; tries += 1) await expect(tell(at)).rejects.toThrow(/notices_dies/);
    expect((await rows(at.world.db, sql<{ seq: number }>`select seq from notice_progress where home_id = 4095`))).toEqual([{ seq: 7 }]);
    expect(await about('assigned', next)).toEqual([]);
    await tell(at);
    await failsNoMore();
    expect([(await about('assigned', id)).length, (await about('assigned', next)).length, await passedOver()]).toEqual([0, 1, 1]);
    await tell(at);
    expect(await about('assigned', id)).toEqual([]);
  });

  test('put off and called off are told as well, with what stands there now', async () => {
    const id = await called({ on: '2026-12-10' });
    await act(await as(at, 'secretary'), (inside) => meetings.postpone(inside, { id, on: day('2026-12-12'), reason: 'Bão' }));
    await act(await as(at, 'secretary'), (inside) => meetings.cancel(inside, { id, reason: 'Bão' }));
    await tell(at);
    expect((await about('assigned', id)).map(({ kind, facts }) => [kind, facts.on, facts.before, facts.state])).toEqual([
      ['meeting.cancelled', '2026-12-12', '2026-12-10', 'cancelled'], ['meeting.postponed', '2026-12-12', '2026-12-10', 'cancelled'], ['meeting.called', '2026-12-12', '2026-12-10', 'cancelled'],
    ]);
  });

  test('a day that is over by the time the phone could send is told to nobody', async () => {
    const id = await called({ on: '2026-11-20' });
    await tell(at, new Date('2026-11-22T03:00:00Z'));
    expect(await about('assigned', id)).toEqual([]);
  });
});

describe('a task', () => {
  test('is told to its owner when the meeting that gives it is closed, and to whom it is handed later; who has it no more sees it no more', async () => {
    const itemId = newId<'conclusion'>(0);
    const ctx = await as(at, 'secretary');
    const input = meetingContract.record.input.parse({ unitId: at.cell, kind: 'regular', on: '2026-11-03', conclusions: [{ id: itemId, text: 'Vận động quỹ', ownerId: at.people.member, dueOn: '2026-12-01' }] });
    await act(ctx, (inside) => meetings.record(inside, input));
    await tell(at);
    const told = async (who: Who) => (await inbox(at, who)).filter(({ kind }) => kind === 'task.given').map(({ facts }) => facts.title);
    expect([await told('member'), await told('outsider')]).toEqual([['Vận động quỹ'], []]);
    const office = await as(at, 'office');
    await act(office, (inside) => changeTask(inside, { id: itemId as unknown as Id<'task'>, title: 'Vận động quỹ', ownerId: at.people.outsider, dueOn: day('2026-12-01') }));
    await tell(at);
    expect([await told('member'), await told('outsider')]).toEqual([[], ['Vận động quỹ']]);
  });
});

describe('a task of another unit', () => {
  test('is told to who asked when it is reported, and to who answers for it when it is given back', async () => {
    const { id } = await act(await as(at, 'office'), (inside) => giveTask(inside, taskContract.give.input.parse({ unitId: at.commune, to: [at.cell], title: 'Rà soát tổ đảng', dueOn: null, ownerId: at.people.member })));
    const told = async (who: Who, kind: string) => (await inbox(at, who)).filter((notice) => notice.kind === kind).map(({ facts }) => [facts.title, facts.isSettled]);
    await act(await as(at, 'secretary'), (inside) => workOn(inside, taskContract.work.input.parse({ id, act: 'report' })));
    await tell(at);
    expect([await told('office', 'task.reported'), await told('secretary', 'task.reported'), await told('otherSecretary', 'task.reported')]).toEqual([[['Rà soát tổ đảng', false]], [], []]);
    await act(await as(at, 'office'), (inside) => giveTaskBack(inside, { id, note: 'thiếu biên bản' }));
    await tell(at);
    expect([await told('member', 'task.givenBack'), await told('outsider', 'task.givenBack'), await told('office', 'task.givenBack')]).toEqual([[['Rà soát tổ đảng', false]], [], []]);
    expect(await told('office', 'task.reported')).toEqual([['Rà soát tổ đảng', true]]);
  });
});

describe('a member announced for a time', () => {
  test('is told to whoever keeps the books of the host cell, nearest first, not to the committee above nor to others', async () => {
    await act(await as(at, 'secretary'), (inside) => membership.placeTemporarily(inside, { personId: at.people.withoutAccount, cellId: at.otherCell, period: { from: day('2026-11-20'), to: day('2027-03-01') }, decision: null }));
    await tell(at);
    const told = async (who: Who) => (await inbox(at, who)).filter(({ kind }) => kind === 'member.announced').map(({ facts }) => [facts.person, facts.unit, facts.isSettled]);
    expect(await told('otherSecretary')).toEqual([['Không Tài Khoản', 'Chi bộ thôn Tây', false]]);
    expect([await told('office'), await told('member'), await told('outsider')]).toEqual([[], [], []]);
    await act(await as(at, 'otherSecretary'), (inside) => membership.confirmTemporary(inside, { personId: at.people.withoutAccount, on: day('2026-11-20') }));
    expect(await told('otherSecretary')).toEqual([['Không Tài Khoản', 'Chi bộ thôn Tây', true]]);
  });
});

describe('what needs attention', () => {
  const dueDay = new Date('2026-11-27T02:00:00Z');
  const digests = async (who: Who, now: Date) => (await inbox(at, who, now)).filter(({ kind }) => kind === 'attention.new').map(({ facts }) => [facts.count, facts.unit]);

  test('is told once a day together, to who answers for the units, and only what is new', async () => {
    await tellAttention(at, dueDay);
    await tellAttention(at, dueDay);
    expect(await digests('member', dueDay)).toEqual([]);
    const [first] = await digests('office', dueDay);
    expect(first).toEqual([expect.toSatisfy((count: number) => count >= 2) as number, null]);
    expect((await digests('otherSecretary', dueDay)).map(([, unit]) => unit)).toEqual(['Chi bộ thôn Tây']);
    const next = new Date('2026-11-28T02:00:00Z');
    await tellAttention(at, next);
    expect((await digests('otherSecretary', next)).length).toBe(1);
    const newMonth = new Date('2026-12-26T02:00:00Z');
    await tellAttention(at, newMonth);
    expect((await digests('otherSecretary', newMonth)).length).toBe(2);
  });

  test('a digest counts only units that are still within reach', async () => {
    const before = (await digests('office', dueDay)).at(-1)![0] as number;
    const own = (await digests('otherSecretary', dueDay)).at(-1)![0] as number;
    await sql`update assignments set revoked_at = now() where account_id = ${at.accounts.office.id}`.execute(at.world.db);
    expect(await digests('office', dueDay)).toEqual([]);
    await sql`insert into assignments (id, account_id, role, unit_id, reach, valid, granted_at) values (${newId(0)}, ${at.accounts.office.id}, 'office_officer', ${at.otherCell}, 'subtree', '[2026-01-01,)', now())`.execute(at.world.db);
    expect((await digests('office', dueDay)).at(-1)).toEqual([own, 'Chi bộ thôn Tây']);
    expect(own).toBeLessThan(before);
  });
});

describe('access', () => {
  test('who loses it sees the notice no more, in the list and in the count', async () => {
    const id = await called({ on: '2026-12-20' });
    await tell(at);
    expect((await about('assigned', id)).length).toBe(1);
    const counted = await unread(at, 'assigned');
    await sql`update assignments set revoked_at = now() where account_id = ${at.accounts.assigned.id} and unit_id = ${at.cell}`.execute(at.world.db);
    expect(await about('assigned', id)).toEqual([]);
    expect(await unread(at, 'assigned')).toBeLessThan(counted);
  });

  test('who was transferred away before the day is no longer told of it', async () => {
    const before = (await inbox(at, 'member')).filter(({ facts }) => facts.on === '2026-12-20').length;
    await act(await as(at, 'secretary'), (inside) => membership.transferOut(inside, { personId: at.people.member, on: day('2026-11-20'), decision: null }));
    expect(before).toBe(1);
    expect((await inbox(at, 'member')).filter(({ facts }) => facts.on === '2026-12-20')).toEqual([]);
  });

  test('a password that somebody else knows opens no notice', async () => {
    await sql`update accounts set must_change_password = true where id = ${at.accounts.otherSecretary.id}`.execute(at.world.db);
    expect(await inbox(at, 'otherSecretary')).toEqual([]);
    await sql`update accounts set must_change_password = false where id = ${at.accounts.otherSecretary.id}`.execute(at.world.db);
    expect((await inbox(at, 'otherSecretary')).length).toBeGreaterThan(0);
  });

  test('nobody reads or marks what stands in the inbox of another', async () => {
    const [theirs] = await inbox(at, 'otherSecretary');
    await act(await as(at, 'outsider'), (inside) => mark(inside, { ids: [theirs!.id as Id<'notice'>], isRead: true }));
    await act(await as(at, 'outsider'), (inside) => markAll(inside, { upTo: theirs!.id as Id<'notice'> }));
    expect((await inbox(at, 'otherSecretary'))[0]).toMatchObject({ isRead: false });
    expect((await inbox(at, 'outsider')).some(({ id }) => id === theirs!.id)).toBe(false);
  });
});

describe('read and unread', () => {
  test('one is marked, all up to the newest seen are marked, and one is taken back', async () => {
    const ctx = await as(at, 'otherSecretary');
    const seen = await inbox(at, 'otherSecretary');
    await act(ctx, (inside) => mark(inside, { ids: [seen[0]!.id as Id<'notice'>], isRead: true }));
    expect(await unread(at, 'otherSecretary')).toBe(seen.length - 1);
    await act(ctx, (inside) => markAll(inside, { upTo: seen[1]!.id as Id<'notice'> }));
    expect(await unread(at, 'otherSecretary')).toBe(0);
    await act(ctx, (inside) => mark(inside, { ids: [seen[0]!.id as Id<'notice'>], isRead: false }));
    const left = await listNotices(ctx, noticeContract.list.input.parse({ unread: 'yes' }));
    expect(left.items.map(({ id }) => id)).toEqual([seen[0]!.id]);
  });

  test('older ones come page by page, each once', async () => {
    const ctx = await as(at, 'otherSecretary');
    const all = await inbox(at, 'otherSecretary');
    const paged = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await listNotices(ctx, noticeContract.list.input.parse({ limit: 1, ...(cursor ? { cursor } : {}) }));
      paged.push(...page.items);
      cursor = page.next;
    }
    expect(all.length).toBeGreaterThan(2);
    expect(paged).toEqual(all);
  });
});
