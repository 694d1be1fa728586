/** Outside the app: an address that is confirmed, at once or once a day, tried again, given up; and no word of what it is about. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { act, testKeys } from '../../../../test/world/world.ts';
import { firstRow } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { meetingContract } from '../../meetings/meeting.contract.ts';
import * as meetings from '../../meetings/server/meeting.commands.ts';
import { noticeNumbers } from '../server/notice.numbers.ts';
import { changeMail, confirmMail, removeMail, setMail, subscribe, unsubscribe } from '../server/way.commands.ts';
import { listWays } from '../server/way.reads.ts';
import { resealNoticeWays } from '../server/way.reseal.ts';
import { as, deliver, fakeOutside, inbox, openNoticeWorld, start, tell, Undelivered, type FakeOutside, type NoticeWorld } from './notices.world.ts';

let at: NoticeWorld;
let outside: FakeOutside;
let dayOfMonth = 1;

beforeAll(async () => {
  at = await openNoticeWorld();
});
afterAll(() => at.world.close());
beforeEach(async () => {
  outside = fakeOutside();
  await sql`delete from notice_ways`.execute(at.world.db);
  await sql`update notices set read_at = now()`.execute(at.world.db);
});

const after = (minutes: number, since = start) => new Date(since.getTime() + minutes * 60_000);
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);
const member = (now?: Date) => as(at, 'member', now);

/** Something new for the member, in words that must not leave the app. */
async function happen(now = start): Promise<void> {
  const ctx = await as(at, 'secretary', now);
  const on = `2026-12-${String(dayOfMonth++).padStart(2, '0')}`;
  const { id } = await act(ctx, (inside) => meetings.plan(inside, meetingContract.plan.input.parse({ unitId: at.cell, kind: 'thematic', on, topic: 'Kỷ luật đảng viên', place: 'Nhà văn hóa thôn Đông' })));
  await act(ctx, (inside) => meetings.invite(inside, { id }));
  await tell(at, now);
}

async function confirmed(pace: 'at_once' | 'daily' | 'none', now = start): Promise<void> {
  await act(await member(now), (inside) => setMail(inside, { address: 'toi@thu.example', language: 'vi' }));
  await deliver(at, outside, now);
  const sent = outside.mails.splice(0);
  await act(await member(now), async (inside) => confirmMail(inside, { code: /\d{6}/.exec(sent[0]!.text)![0] }));
  await act(await member(now), (inside) => changeMail(inside, { pace, hour: 7, language: 'vi' }));
}

const subscription = { endpoint: 'https://fcm.googleapis.com/fcm/send/abc', p256dh: 'BPk_a', auth: 'xyz', language: 'vi' } as const;
const withBrowser = async () => act(await member(), (inside) => subscribe(inside, subscription));

describe('what leaves the app', () => {
  test('says that there is something and about what kind of things, with the address of the inbox: no name, no day, no number, no topic', async () => {
    await confirmed('at_once');
    await withBrowser();
    await happen();
    await deliver(at, outside);
    expect(outside.mails).toEqual([{
      to: 'toi@thu.example', subject: 'Có thông báo mới trong Sát Cơ Sở',
      text: 'Có thông báo mới trong Sát Cơ Sở.\nVề: lịch sinh hoạt.\nMở để xem: https://satcoso.tinh.example/thong-bao\n\nThư này không chứa nội dung. Đổi cách nhận hoặc thôi nhận trong ứng dụng, mục “Cách nhận thông báo”.',
    }]);
    expect(outside.pushes.map(({ payload }) => JSON.parse(payload) as unknown)).toEqual([{ title: 'Sát Cơ Sở', body: 'Có thông báo mới trong Sát Cơ Sở. Về: lịch sinh hoạt.', url: '/thong-bao' }]);
    const [notice] = await inbox(at, 'member');
    const left = JSON.stringify([outside.mails, outside.pushes]);
    expect(notice!.facts.unit).toBe('Chi bộ thôn Đông');
    for (const word of ['thôn Đông', 'Chi bộ', 'Đảng Viên Đông', 'Kỷ luật', 'Nhà văn hóa', '2026', '12/', notice!.id]) expect(left).not.toContain(word);
  });

  test('nothing goes about what was read meanwhile, or what may no longer be read', async () => {
    await confirmed('at_once');
    await happen();
    await sql`update notices set read_at = now()`.execute(at.world.db);
    await deliver(at, outside);
    await happen();
    await sql`update assignments set revoked_at = now() where account_id = ${at.accounts.member.id}`.execute(at.world.db);
    await deliver(at, outside);
    await sql`update assignments set revoked_at = null where account_id = ${at.accounts.member.id}`.execute(at.world.db);
    await happen();
    await sql`update accounts set disabled_at = now() where id = ${at.accounts.member.id}`.execute(at.world.db);
    await deliver(at, outside);
    await sql`update accounts set disabled_at = null where id = ${at.accounts.member.id}`.execute(at.world.db);
    expect(outside.mails).toEqual([]);
  });
});

describe('an address', () => {
  test('is told of nothing before its code is typed; a wrong one is counted, and after five there is a new one to ask for', async () => {
    await act(await member(), (inside) => setMail(inside, { address: 'toi@thu.example', language: 'vi' }));
    await happen();
    await deliver(at, outside);
    expect(outside.mails.map(({ subject }) => subject)).toEqual(['Mã xác nhận của Sát Cơ Sở']);
    const right = /\d{6}/.exec(outside.mails[0]!.text)![0];
    const wrong = right === '000000' ? '111111' : '000000';
    for (let tries = 0; tries < 5; tries += 1) expect(await code(act(await member(), (inside) => confirmMail(inside, { code: wrong })))).toBe('notices.wrongCode');
    expect(await code(act(await member(), (inside) => confirmMail(inside, { code: right })))).toBe('notices.codeOver');
    expect((await listWays(await member())).mail).toMatchObject({ address: 'toi@thu.example', isConfirmed: false });
  });

  test('a code is good for half an hour, and five are sent a day', async () => {
    for (let count = 0; count < 5; count += 1) await act(await member(), (inside) => setMail(inside, { address: 'toi@thu.example', language: 'vi' }));
    expect(await code(act(await member(), (inside) => setMail(inside, { address: 'khac@thu.example', language: 'vi' })))).toBe('notices.tooManyCodes');
    await deliver(at, outside);
    const right = /\d{6}/.exec(outside.mails[0]!.text)![0];
    expect(await code(act(await member(after(31)), (inside) => confirmMail(inside, { code: right })))).toBe('notices.codeOver');
  });

  test('is kept sealed, sealed again with new keys, and removed', async () => {
    await confirmed('daily');
    const row = await firstRow(at.world.db, sql<{ text: string }>`select string_agg(convert_from(decode(replace(encode(address_sealed, 'hex'), '00', '20'), 'hex'), 'LATIN1') || coalesce(browser, ''), '') as text from notice_ways`);
    expect(row!.text).not.toContain('toi@thu.example');
    const keys = { ...testKeys, sealing: [...testKeys.sealing, { id: 9, key: Buffer.alloc(32, 9) }] };
    expect(await resealNoticeWays({ db: at.world.db, keys })).toBe(1);
    expect(await resealNoticeWays({ db: at.world.db, keys })).toBe(0);
    expect((await listWays({ ...(await member()), keys })).mail).toMatchObject({ address: 'toi@thu.example', isConfirmed: true });
    await act(await member(), (inside) => removeMail(inside));
    expect((await listWays(await member())).mail).toBeNull();
  });

  test('is not taken where no mail is sent, nor from an account that holds nothing', async () => {
    const withoutMail = { ...(await member()), sends: { mail: false, push: false } };
    expect(await code(act(withoutMail, (inside) => setMail(inside, { address: 'toi@thu.example', language: 'vi' })))).toBe('notices.noMail');
    expect(await code(act(withoutMail, (inside) => subscribe(inside, subscription)))).toBe('notices.noPush');
    await sql`update accounts set must_change_password = true where id = ${at.accounts.member.id}`.execute(at.world.db);
    expect(await code(act(await member(), (inside) => setMail(inside, { address: 'toi@thu.example', language: 'vi' })))).toBe('notices.nothingToTell');
    await sql`update accounts set must_change_password = false where id = ${at.accounts.member.id}`.execute(at.world.db);
  });
});

describe('when', () => {
  test('at once: one message for what came together, the next a minute later at the earliest', async () => {
    await confirmed('at_once');
    await happen();
    await happen();
    await deliver(at, outside);
    await deliver(at, outside, after(10));
    expect(outside.mails.length).toBe(1);
    await happen(after(11));
    await deliver(at, outside, after(11));
    expect(outside.mails.length).toBe(2);
  });

  test('daily: at the hour in Vietnam, one for all of the day', async () => {
    await confirmed('daily');
    await happen();
    await happen();
    await deliver(at, outside, after(60));
    expect(outside.mails).toEqual([]);
    await deliver(at, outside, new Date('2026-11-20T23:59:00Z'));
    expect(outside.mails).toEqual([]);
    await deliver(at, outside, new Date('2026-11-21T00:00:00Z'));
    expect(outside.mails.length).toBe(1);
  });

  test('none: nothing goes', async () => {
    await confirmed('none');
    await happen();
    await deliver(at, outside, after(3000));
    expect(outside.mails).toEqual([]);
  });

  test('what comes while a message is under way goes with the next', async () => {
    await confirmed('at_once');
    await happen();
    const sendMail = async (mail: (typeof outside.mails)[number]) => {
      outside.mails.push(mail);
      if (outside.mails.length === 1) await happen();
    };
    await deliver(at, { ...outside, sendMail });
    await deliver(at, { ...outside, sendMail }, after(2));
    expect(outside.mails.length).toBe(2);
  });

  test('a notice that was made earlier and committed later is told as well', async () => {
    await confirmed('at_once');
    await happen();
    await deliver(at, outside);
    await happen(after(2));
    await sql`update notices set id = overlay(id::text placing '01900000-0000' from 1 for 13)::uuid where read_at is null and told = '{}' and account_id = ${at.accounts.member.id}`.execute(at.world.db);
    await deliver(at, outside, after(3));
    await deliver(at, outside, after(6));
    expect(outside.mails.length).toBe(2);
  });

  test.for(['at_once', 'daily', 'none'] as const)('who chooses “%s” while a message is under way is not told the same twice', async (pace) => {
    await confirmed('at_once');
    await happen();
    const sendMail = async (mail: (typeof outside.mails)[number]) => {
      outside.mails.push(mail);
      if (outside.mails.length > 1) return;
      await act(await member(), (inside) => changeMail(inside, { pace, hour: 7, language: 'vi' }));
      await deliver(at, { ...outside, sendMail });
    };
    await deliver(at, { ...outside, sendMail });
    await deliver(at, outside, after(60 * 48));
    expect(outside.mails.length).toBe(1);
  });

  test('who chooses none after a message failed is not sent it', async () => {
    await confirmed('at_once');
    await happen();
    outside.fails = new Undelivered('later', 'ETIMEDOUT');
    await deliver(at, outside);
    await act(await member(), (inside) => changeMail(inside, { pace: 'none', hour: 7, language: 'vi' }));
    outside.fails = undefined;
    await deliver(at, outside, after(5));
    expect(outside.mails).toEqual([]);
  });

  test('a message that a process died with is sent by the next one once its time is over, and by two at once only once', async () => {
    await confirmed('at_once');
    await happen();
    await sql`update notice_ways set due_at = ${after(2)}, tries = 1`.execute(at.world.db);
    await deliver(at, outside, after(1));
    expect(outside.mails).toEqual([]);
    await Promise.all([deliver(at, outside, after(3)), deliver(at, outside, after(3)), deliver(at, outside, after(3))]);
    expect(outside.mails.length).toBe(1);
  });
});

describe('what fails', () => {
  const state = async () => (await firstRow(at.world.db, sql<{ due_at: Date | null; tries: number; fault: string | null; gave_up_at: Date | null }>`select due_at, tries, fault, gave_up_at from notice_ways`))!;
  const numbers = async () => Object.fromEntries((await noticeNumbers.find(({ name }) => name === 'satcoso_notice_messages')!.read(at.world.db)).map((row) => [`${row['way']} ${row['state']}`, row.value]));

  test('is tried again after longer and longer, then given up where everybody can see it; something new is tried anew', async () => {
    await confirmed('at_once');
    await happen();
    outside.fails = new Undelivered('later', 'ECONNREFUSED');
    let now = start;
    const waits = [];
    for (let { due_at } = await state(); due_at !== null; { due_at } = await state()) {
      await deliver(at, outside, now);
      const next = (await state()).due_at;
      if (next) waits.push((next.getTime() - now.getTime()) / 60_000);
      now = next ?? now;
    }
    expect(waits).toEqual([1, 5, 15, 60, 180, 360, 720]);
    expect(await state()).toMatchObject({ fault: 'ECONNREFUSED', tries: 0, gave_up_at: now });
    expect((await listWays(await member())).mail).toMatchObject({ isFailing: true });
    expect(await numbers()).toMatchObject({ 'mail given_up': 1, 'mail waiting': 0, 'push given_up': 0 });
    outside.fails = undefined;
    await happen(now);
    await deliver(at, outside, now);
    expect(outside.mails.length).toBe(1);
    expect(await numbers()).toMatchObject({ 'mail given_up': 0 });
  });

  test('and is told to nobody more often because more happens', async () => {
    await confirmed('at_once');
    await happen();
    outside.fails = new Undelivered('later', 'ETIMEDOUT');
    await deliver(at, outside);
    const { due_at: due } = await state();
    await happen();
    expect((await state()).due_at).toEqual(due);
    expect(await numbers()).toMatchObject({ 'mail failing': 1 });
  });

  test('an address that the server refuses for good is given up at once, one account’s fault keeps no other waiting', async () => {
    await confirmed('at_once');
    await act(await as(at, 'assigned'), (inside) => setMail(inside, { address: 'phutrach@thu.example', language: 'en' }));
    await happen();
    const sendMail = async (mail: (typeof outside.mails)[number]) => {
      if (mail.to === 'toi@thu.example') throw new Undelivered('refused', 'EENVELOPE 550');
      outside.mails.push(mail);
    };
    await deliver(at, { ...outside, sendMail });
    expect(outside.mails.map(({ to }) => to)).toEqual(['phutrach@thu.example']);
    expect(await numbers()).toMatchObject({ 'mail given_up': 1 });
  });
});

describe('web push', () => {
  test('a subscription that the push server no longer knows is dropped', async () => {
    await withBrowser();
    await happen();
    outside.fails = new Undelivered('gone', '410');
    await deliver(at, outside);
    expect((await listWays(await member())).browsers).toEqual([]);
  });

  test('a browser tells the account that signed in to it last, and only one’s own device can be taken away', async () => {
    const { id } = await withBrowser();
    expect(await code(act(await as(at, 'outsider'), (inside) => unsubscribe(inside, { id: id as Id<'noticeWay'> })))).toBe('platform.notFound');
    await act(await as(at, 'outsider'), (inside) => subscribe(inside, subscription));
    expect((await listWays(await member())).browsers).toEqual([]);
    const [browser] = (await listWays(await as(at, 'outsider'))).browsers;
    await act(await as(at, 'outsider'), (inside) => unsubscribe(inside, { id: browser!.id as Id<'noticeWay'> }));
    expect((await listWays(await as(at, 'outsider'))).browsers).toEqual([]);
  });

  test.for(['http://fcm.googleapis.com/x', 'https://10.0.0.1/x', 'https://fcm.googleapis.com.evil.example/x', 'https://fcm.googleapis.com:8443/x', 'https://localhost/x', 'https://a@fcm.googleapis.com/x'])('%s is no push server: ours calls no address that a browser names', async (endpoint) => {
    expect(await code(act(await member(), (inside) => subscribe(inside, { ...subscription, endpoint })))).toBe('notices.pushUnknown');
  });

  test('the oldest of more than ten browsers is dropped', async () => {
    for (let count = 0; count < 12; count += 1) await act(await member(after(count)), (inside) => subscribe(inside, { ...subscription, endpoint: `https://web.push.apple.com/${count}` }));
    const { browsers } = await listWays(await member());
    expect(browsers.length).toBe(10);
    expect(browsers[0]!.since).toBe(after(2).toISOString());
  });
});
