import { expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { concurrentWith, correctionOf, kindBeside, postAndUnit } from './post.words.ts';

function held(id: string, from: string, to: string | null) {
  return { id, kind: 'secretary' as const, title: null, unit: { id: 'u', name: 'Chi bộ Thôn Hạ' }, period: { from: day(from), to: to === null ? null : day(to) } };
}

test('posts are concurrent when they share a day, and not when one follows the other', () => {
  const first = held('1', '2015-01-01', '2020-06-30');
  const next = held('2', '2020-07-01', null);
  const beside = held('3', '2020-06-30', '2020-06-30');
  expect(concurrentWith(first, [first, next, beside])).toEqual([beside]);
  expect(concurrentWith(next, [first, next, beside])).toEqual([]);
});

test('the kind stands beside a title of its own that does not tell it', () => {
  expect(kindBeside({ kind: 'farmers_chair', title: 'Chi ủy viên phụ trách nông dân' }, 'vi')).toBe('Chủ tịch Hội Nông dân');
  expect(kindBeside({ kind: 'secretary', title: 'Quyền bí thư' }, 'vi')).toBeUndefined();
  expect(kindBeside({ kind: 'secretary', title: null }, 'vi')).toBeUndefined();
});

test('a title of its own stands before that of the kind', () => {
  expect(postAndUnit(held('1', '2015-01-01', null), 'vi')).toBe('Bí thư, Chi bộ Thôn Hạ');
  expect(postAndUnit({ ...held('1', '2015-01-01', null), title: 'Quyền Bí thư' }, 'en')).toBe('Quyền Bí thư, Chi bộ Thôn Hạ');
});

test('what the names of post and unit share is said once', () => {
  const chair = { kind: 'peoples_committee_chair', title: null, unit: { id: 'u', name: 'Ủy ban nhân dân xã Sông Lô' } } as const;
  const head = { kind: 'village_head', title: null, unit: { id: 'u', name: 'Thôn Thượng' } } as const;
  expect(postAndUnit(chair, 'vi')).toBe('Chủ tịch Ủy ban nhân dân xã Sông Lô');
  expect(postAndUnit(head, 'vi')).toBe('Trưởng thôn Thượng');
});

test('a correction names what differs and nothing else', () => {
  const stands = { period: { from: '2020-01-01', to: null }, how: 'elected', endReason: null, decision: '15-QĐ/ĐU' } as const;
  expect(correctionOf(stands, { ...stands, period: { ...stands.period } })).toEqual({});
  expect(correctionOf(stands, { period: { from: '2020-01-01', to: '2024-12-31' }, how: null, endReason: 'retired', decision: null })).toEqual({
    period: { from: '2020-01-01', to: '2024-12-31' }, how: null, endReason: 'retired', decision: null,
  });
});
