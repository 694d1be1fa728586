import { expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { newId } from '../../../platform/ids.ts';
import { departureOn, fittingActs, type Spells } from './membership.state.ts';
import { membershipStory } from './membership.timeline.ts';
import { membershipWeb as texts } from './membership.web.messages.ts';

const on = day('2024-06-01');
const cell = { id: newId<'unit'>(1), name: 'Chi bộ Thôn Hạ' };
const nobody: Spells = { memberships: [], placements: [], exemptions: [], awaySpells: [] };

function member({ from = '2020-01-01', to = null, recognised = '2021-01-01', end = null }: { from?: string; to?: string | null; recognised?: string | null; end?: Spells['memberships'][number]['endReason'] } = {}): Spells['memberships'][number] {
  return { id: newId(1), period: { from: day(from), to: to === null ? null : day(to) }, recognisedOn: recognised === null ? null : day(recognised), endReason: end, decision: 'QĐ 15-QĐ/ĐU' };
}

function placed(to: string | null = null, out: Spells['placements'][number]['outReason'] = null): Spells['placements'][number] {
  return { id: newId(1), cell, kind: 'official', period: { from: day('2020-01-01'), to: to === null ? null : day(to) }, inReason: 'admission', outReason: out, decision: null, confirmedOn: null };
}

test('who is no member may be admitted, and nothing else', () => {
  expect(fittingActs(nobody, on)).toEqual(['admit']);
});

test('recognition is offered first to a probationary member, and to no full one', () => {
  expect(fittingActs({ ...nobody, memberships: [member({ recognised: null })], placements: [placed()] }, on)[0]).toBe('recognise');
  expect(fittingActs({ ...nobody, memberships: [member()], placements: [placed()] }, on)).not.toContain('recognise');
});

test('who is exempt or away is offered the return instead', () => {
  const spell = { period: { from: day('2024-01-01'), to: null } };
  const acts = fittingActs({ memberships: [member()], placements: [placed()], exemptions: [{ id: newId(1), ...spell, decision: null }], awaySpells: [{ id: newId(1), ...spell, place: null, withLeave: null, contact: null, contactedOn: null, contactDueOn: null, assignedWork: null }] }, on);
  expect(acts).toEqual(['transfer', 'transferOut', 'placeTemporarily', 'endExemption', 'keepContact', 'comeBack', 'end']);
});

test('a temporary place that the host has not confirmed may be confirmed or taken back', () => {
  const guest = { ...placed(), id: newId<'placement'>(1), kind: 'temporary' as const };
  const spells = { ...nobody, memberships: [member()], placements: [placed(), guest] };
  expect(fittingActs(spells, on)).toEqual(expect.arrayContaining(['confirmTemporary', 'takeBackTemporary']));
  const confirmed = { ...spells, placements: [placed(), { ...guest, confirmedOn: day('2024-01-05') }] };
  expect(fittingActs(confirmed, on).filter((act) => act.endsWith('Temporary') || act === 'placeTemporarily')).toEqual([]);
});

test('who is on the road, or left these books by transfer, may be received', () => {
  expect(fittingActs({ ...nobody, memberships: [member()], placements: [placed('2024-01-31', 'transfer_out')] }, on)).toEqual(['arrive', 'end']);
  expect(fittingActs({ ...nobody, memberships: [member({ to: '2024-01-31', end: 'transferred_out' })], placements: [placed('2024-01-31', 'transfer_out')] }, on)).toEqual(['arrive']);
  expect(fittingActs({ ...nobody, memberships: [member({ to: '2024-01-31', end: 'removed' })] }, on)).toEqual(['admit']);
});

test('the story runs from the latest back, and keeps quiet about what comes after the day', () => {
  const spells = { ...nobody, memberships: [member()], placements: [placed('2024-08-31', 'transfer_out')] };
  const { entries, later } = membershipStory(spells, on);
  expect(entries.map(({ title }) => title)).toEqual([texts.recognised, texts.placedAt, texts.admitted]);
  expect(later).toBe(1);
  expect(membershipStory(spells, day('2024-09-01')).entries[0]).toMatchObject({ on: '2024-09-01', title: texts.left });
});

test('who left these books for elsewhere has ended, and is not told to be on the road besides', () => {
  const spells = { ...nobody, memberships: [member({ to: '2024-01-31', end: 'transferred_out' })], placements: [placed('2024-01-31', 'transfer_out')] };
  expect(membershipStory(spells, on).entries.map(({ title }) => title)).toEqual([texts['end.transferred_out'], texts.recognised, texts.placedAt, texts.admitted]);
});

test('a departure is told from its first day until the next membership', () => {
  const left = member({ to: '2024-01-31', end: 'removed' });
  expect(departureOn({ memberships: [left] }, day('2024-01-31'))).toBeUndefined();
  expect(departureOn({ memberships: [left] }, day('2024-02-01'))).toEqual({ reason: 'removed', since: '2024-02-01' });
  expect(departureOn({ memberships: [left, member({ from: '2024-03-01' })] }, on)).toBeUndefined();
});

test('the paper stands with the end of a membership once there is one, since it replaced that of the admission', () => {
  const { entries } = membershipStory({ ...nobody, memberships: [member({ to: '2024-01-31', end: 'removed' })] }, on);
  expect(entries[0]).toMatchObject({ title: texts['end.removed'], on: '2024-02-01', notes: [{ params: { decision: 'QĐ 15-QĐ/ĐU' } }] });
  expect(entries.at(-1)).toMatchObject({ title: texts.admitted, notes: [] });
});
