import { expect, test } from 'vitest';
import { formatDay, formatNumber } from '../../../platform/format.ts';
import { textOf, type MessageParams } from '../../../platform/messages.ts';
import type { Text } from '../../../platform/contract.ts';
import { isPushServer, noticeKinds, topicNames, topicOf, waitAfter } from '../notice.ts';
import { hrefOf } from '../notice.places.ts';
import { noticeSources } from '../server/notice.declared.ts';
import { detailOf, titleOf } from '../web/notice.words.ts';

const words = { t: (text: Text, params?: MessageParams) => textOf(text, 'vi', params), day: (on: string) => formatDay(on, 'vi'), number: (value: number) => formatNumber(value, 'vi') };
const meeting = { unit: 'Chi bộ thôn Đông', meetingKind: 'regular', on: '2026-12-03', starts: '19:30', state: 'invited', before: null } as never;

test('every kind of notice is declared by one module, and has words for outside the app without a name or a number', () => {
  expect(noticeSources.flatMap(({ kinds }) => kinds).toSorted()).toEqual([...noticeKinds].toSorted());
  for (const kind of noticeKinds) expect(topicNames[topicOf[kind]].vi).toMatch(/^[\p{Ll} ]+$/u);
});

test('a notice says in one sentence what it is, and beside it where and how it stands', () => {
  expect(titleOf({ kind: 'meeting.called', facts: meeting }, words)).toBe('Mời dự sinh hoạt thường kỳ ngày 03/12/2026, 19:30');
  expect(detailOf({ kind: 'meeting.called', facts: { ...(meeting as object), state: 'cancelled' } as never }, words)).toBe('Chi bộ thôn Đông · đã hủy');
  expect(detailOf({ kind: 'meeting.called', facts: { ...(meeting as object), before: '2026-12-01' } as never }, words)).toBe('Chi bộ thôn Đông · dời từ ngày 01/12/2026');
  expect(titleOf({ kind: 'meeting.postponed', facts: { ...(meeting as object), before: '2026-12-01' } as never }, words)).toBe('Dời sinh hoạt thường kỳ từ ngày 01/12/2026 sang ngày 03/12/2026, 19:30');
  expect(titleOf({ kind: 'meeting.leaveAsked', facts: { ...(meeting as object), person: 'Nguyễn Văn An' } as never }, words)).toBe('Nguyễn Văn An xin vắng sinh hoạt thường kỳ ngày 03/12/2026, 19:30');
  expect(titleOf({ kind: 'attention.new', facts: { count: 1200 } }, words)).toBe('1.200 việc mới cần quan tâm');
  expect(detailOf({ kind: 'task.given', facts: { unit: 'Chi bộ', title: 'Việc', dueOn: '2026-12-01' as never, isSettled: true } }, words)).toBe('Chi bộ · hạn 01/12/2026 · đã kết thúc');
  expect(detailOf({ kind: 'member.announced', facts: { unit: 'Chi bộ', person: 'An', isSettled: false } }, words)).toBe('Chi bộ · chờ chi bộ xác nhận');
});

test('it leads to the thing itself only where the reader may open it', () => {
  expect([true, false].map((opens) => hrefOf('meeting.called', { facts: { opens }, subjectId: 'm1' }))).toEqual(['/sinh-hoat/m1', '/buoi-hop-cua-toi']);
  expect([true, false].map((opens) => hrefOf('task.given', { facts: { opens }, subjectId: 't1' }))).toEqual(['/viec/t1', null]);
  expect([true, false].map((opens) => hrefOf('member.announced', { facts: { opens }, subjectId: 'p1' }))).toEqual(['/con-nguoi/p1', null]);
});

test('a message is tried again later and later, and not for ever', () => {
  const waits = Array.from({ length: 8 }, (_, tries) => waitAfter(tries + 1));
  expect(waits.at(-1)).toBeUndefined();
  expect(waits.slice(0, -1)).toEqual(waits.slice(0, -1).toSorted((a, b) => a! - b!));
});

test('push servers are those of the makers of browsers', () => {
  for (const endpoint of ['https://fcm.googleapis.com/fcm/send/a', 'https://updates.push.services.mozilla.com/wpush/v2/a', 'https://web.push.apple.com/a', 'https://wns2-sg2p.notify.windows.com/w/?token=a']) expect(isPushServer(endpoint)).toBe(true);
});
