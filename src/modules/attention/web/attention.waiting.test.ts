import { expect, test } from 'vitest';
import { formatDay, formatMoment } from '../../../platform/format.ts';
import { textOf } from '../../../platform/messages.ts';
import type { OutboxCommand } from '../../../sync/outbox.ts';
import type { Sides, Told } from '../../../sync/web/waiting.words.ts';
import { waitingWords } from './attention.waiting.ts';
import { lookedAt, type AttentionItem } from './attention.words.ts';

const told = { language: 'vi', t: (text, params) => textOf(text, 'vi', params), day: (day) => formatDay(day, 'vi'), moment: (instant) => formatMoment(instant, 'vi'), number: String, names: new Map([['an', 'Nguyễn Văn An']]) } as Pick<Told, 'language' | 't' | 'day' | 'moment' | 'number' | 'names'> as Told;

const theirs = { until: '9999-12-20', reason: 'Bận mùa' };
const named = { alert: 'member.absentOften', unitId: 'cell', subjectId: 'an', since: '2026-11-03', seen: null };
const sidesOf = (procedure: string, input: object, data: object = theirs) => waitingWords.decisions!['attention.changedMeanwhile']!({ procedure, input } as OutboxCommand, data as Readonly<Record<string, unknown>>, told) as Sides;

test('two who put off one thing otherwise are shown with the day and the reason of each; mine is kept against theirs', () => {
  const mine = { ...named, until: '9999-12-10', reason: 'Chờ bầu bí thư' };
  const hand = { name: 'Lê Văn Cường', at: '2026-11-05T12:42:00Z', isOwn: false };
  expect(sidesOf('attention.snooze', mine, { ...theirs, hand })).toEqual({
    is: 'sides', mine: ['Hoãn đến ngày 10/12/9999', 'Lý do: Chờ bầu bí thư'], theirs: ['Hoãn đến ngày 20/12/9999', 'Lý do: Bận mùa'],
    whose: 'Đồng chí Lê Văn Cường ghi lúc 05/11/2026 19:42', keepMine: { ...mine, seen: theirs }, keepTheirs: undefined,
  });
  expect(sidesOf('attention.resume', named)).toEqual({ is: 'sides', mine: ['Thôi hoãn'], theirs: ['Hoãn đến ngày 20/12/9999', 'Lý do: Bận mùa'], keepMine: { ...named, seen: theirs }, keepTheirs: undefined });
});

test('a day that has come puts off nothing any more: the other side alone can be kept', () => {
  expect(sidesOf('attention.snooze', { ...named, until: '2020-01-01', reason: 'x' })).toMatchObject({ keepMine: undefined, note: 'Ngày 01/01/2020 đã đến nên bản này không còn hoãn được.' });
});

test('what waits names who is put off or brought back', () => {
  const says = (procedure: string, ...inputs: object[]) => waitingWords.says[procedure]!(inputs as never, told);
  expect([says('attention.snooze', { ...named, until: '2026-12-10' }), says('attention.resume', named), says('attention.resume', named, named)]).toEqual(['Hoãn đến 10/12/2026: Nguyễn Văn An', 'Thôi hoãn: Nguyễn Văn An', 'Thôi hoãn']);
});

test('an act on a row tells which occurrence was looked at and how it stood', () => {
  const item = { alert: 'member.absentOften', unit: { id: 'cell', name: '' }, subject: { kind: 'person', id: 'an', name: '' }, since: '2026-11-03' } as unknown as AttentionItem;
  expect(lookedAt(item, null)).toEqual(named);
  expect(lookedAt(item, { ...theirs, by: 'Văn phòng' } as typeof theirs)).toEqual({ ...named, seen: theirs });
});
