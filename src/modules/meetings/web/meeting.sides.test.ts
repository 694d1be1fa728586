import { expect, test } from 'vitest';
import { formatDay, formatMoment } from '../../../platform/format.ts';
import { textOf } from '../../../platform/messages.ts';
import type { Told } from '../../../sync/web/waiting.words.ts';
import type { Theirs } from '../meeting.conflict.ts';
import { sidesInWords, whoseInWords } from './meeting.sides.ts';

const told = {
  language: 'vi', t: (text, params) => textOf(text, 'vi', params), day: (day) => formatDay(day, 'vi'), moment: (instant) => formatMoment(instant, 'vi'), number: String,
  names: new Map([['an', 'Nguyễn Văn An'], ['binh', 'Trần Thị Bình']]),
} as Pick<Told, 'language' | 't' | 'day' | 'moment' | 'number' | 'names'> as Told;

const at = '2026-11-05T12:42:00Z';
const marks = [{ personId: 'an', mark: 'absent', reason: null }, { personId: 'binh', mark: 'excused', reason: 'duty' }] as unknown as NonNullable<Theirs['marks']>;
const noted = { marks: [{ personId: 'an', mark: 'present', reason: null }, { personId: 'binh', mark: 'present', reason: null }, { personId: 'else', mark: 'present', reason: null }] };

test('the other side is told with who recorded it and when, one’s own other device as such', () => {
  expect(whoseInWords({ hands: [{ name: 'Lê Văn Cường', at, isOwn: false, of: ['place'] }] }, told)).toBe('Đồng chí Lê Văn Cường ghi, máy chủ nhận lúc 05/11/2026 19:42');
  expect(whoseInWords({ hands: [{ name: 'Lê Văn Cường', at, isOwn: true, of: ['place'] }] }, told)).toBe('Chính đồng chí ghi trên máy khác, máy chủ nhận lúc 05/11/2026 19:42');
  expect([whoseInWords({ hands: [] }, told), whoseInWords({}, told)]).toEqual([undefined, undefined]);
});

test('of several who marked the roll is said who marked whom', () => {
  const hands = [{ name: 'Cường', at, isOwn: false, of: ['an'] }, { name: 'Dung', at, isOwn: false, of: ['binh'] }];
  expect(sidesInWords({ procedure: 'meetings.mark', noted, theirs: { marks, hands } }, told).theirs).toEqual([
    expect.stringMatching(/^Nguyễn Văn An: .*\(Đồng chí Cường ghi, máy chủ nhận lúc 05\/11\/2026 19:42\)$/), expect.stringMatching(/^Trần Thị Bình: .*\(Đồng chí Dung ghi, máy chủ nhận lúc 05\/11\/2026 19:42\)$/),
  ]);
  const { mine, theirs } = sidesInWords({ procedure: 'meetings.mark', noted, theirs: { marks, hands: hands.slice(0, 1) } }, told);
  expect([mine.length, theirs.some((line) => line.includes('Cường'))]).toEqual([2, false]);
});

test('minutes that were adopted are shown by the lines that differ, with both days; they are not replaced', () => {
  const input = { id: 'm', on: '2026-11-06', seen: { text: 'Mở đầu\nBản của tôi', isStale: false } };
  const value = { text: 'Mở đầu\nBản kia', isStale: false, adoptedOn: '2026-11-05' };
  const sides = sidesInWords({ procedure: 'meetings.adopt', noted: input, theirs: { value } }, told);
  expect([sides.mine, sides.theirs]).toEqual([['Thông qua ngày 06/11/2026', 'Bản của tôi'], ['Thông qua ngày 05/11/2026', 'Bản kia']]);
  expect(sides.note).toMatch(/ghi bổ sung/);
  const open = sidesInWords({ procedure: 'meetings.adopt', noted: input, theirs: { value: { ...value, adoptedOn: null, isStale: true } } }, told);
  expect([open.theirs[0], open.theirs.length, open.note]).toEqual(['Chưa thông qua', 3, 'Giữ bản nào thì biên bản được thông qua theo bản đó.']);
});
