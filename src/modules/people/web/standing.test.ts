import { expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { formatDay } from '../../../platform/format.ts';
import { newId } from '../../../platform/ids.ts';
import { textOf } from '../../../platform/messages.ts';
import type { EndReason } from '../../membership/membership.ts';
import { standingWords } from './standing.ts';

const writing = { t: (...[text, params]: [{ vi: string; en: string }, Record<string, string | number>?]) => textOf(text, 'vi', params), day: (on: string) => formatDay(on, 'vi') };

function ended(endReason: EndReason) {
  return { status: 'none' as const, memberships: [{ id: newId<'membership'>(1), period: { from: day('2010-05-19'), to: day('2026-11-20') }, recognisedOn: null, endReason, decision: null }] };
}

test('who was a member and is none is told since when and why, and not to be none yet', () => {
  const on = day('2026-11-21');
  expect(standingWords(ended('let_go'), { on, writing })).toBe('Không còn là đảng viên từ 21/11/2026 (cho ra khỏi Đảng)');
  expect(standingWords(ended('transferred_out'), { on, writing })).toMatch(/^Không còn sinh hoạt ở đây từ 21\/11\/2026 \(chuyển/);
  expect(standingWords({ status: 'none', memberships: [] }, { on, writing })).toBe('Chưa là đảng viên');
  expect(standingWords({ ...ended('let_go'), status: 'probationary' }, { on: day('2026-11-20'), writing })).toBe('Dự bị');
});
