/** What needs attention on a phone: read by what the server told last, put off by the server's rules. */
import { describe, expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';
import type { OutboxCommand, OutboxEntry } from '../../../sync/outbox.ts';
import type { Replica } from '../../../sync/phone/phone.ts';
import { carriedOf, layOver, type Laid } from '../../../sync/phone/replica.ts';
import type { CarriedUnit } from '../../units/unit.offline.ts';
import { attentionStands } from '../attention.offline.ts';
import type { AttentionItem, AttentionRecord } from '../attention.record.ts';
import { attentionOffline } from '../web/attention.offline.module.ts';

const today = day('2026-11-20');
const now = { today, clock: '19:30', toldOn: day('2026-11-18') };
const [above, one, two] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000003'] as Id<'unit'>[] as [Id<'unit'>, Id<'unit'>, Id<'unit'>];
const person = '00000000-0000-4000-8000-00000000000a' as AttentionItem['subject']['id'];

const words = (id: string, place: number) => ({ id, place, subject: 'unit' as const, title: { vi: id, en: id }, explanation: { vi: '', en: '' }, act: { vi: '', en: '' }, amount: null, toldAbove: false, rules: [] });
const missing = words('meeting.regularMissing', 2);
const absent = words('member.absentOften', 1);

function item(alert: string, unit: AttentionRecord['unit'], rest: Partial<AttentionItem> = {}): AttentionItem {
  return { alert, unit, subject: { kind: 'unit', id: unit.id as Id as AttentionItem['subject']['id'], name: unit.name }, since: day('2026-11-15'), dueOn: null, amount: null, meetings: [], citations: [], href: '/', snooze: null, may: ['attention.snooze'], ...rest };
}

const cellOne = { id: one, name: 'Chi bộ thôn Một' };
const cellTwo = { id: two, name: 'Chi bộ thôn Hai' };
const put = (until: string) => ({ until: day(until), reason: 'Lũ về', by: 'Văn phòng' });

function phone({ items = [item('meeting.regularMissing', cellOne), item('member.absentOften', cellOne, { subject: { kind: 'person', id: person, name: 'An' }, may: [] })], others = [item('meeting.regularMissing', cellTwo, { dueOn: day('2026-11-10') })], entries = [] }: { items?: AttentionItem[]; others?: AttentionItem[]; entries?: OutboxEntry[] } = {}): Laid {
  const units: CarriedUnit[] = [{ id: above, name: 'Đảng bộ xã', kind: 'commune_party', parent: null }, { ...cellOne, kind: 'cell', parent: 'Đảng bộ xã' }, { ...cellTwo, kind: 'cell', parent: 'Đảng bộ xã' }];
  const records: AttentionRecord[] = [{ unit: cellOne, alerts: [absent, missing], items }, { unit: cellTwo, alerts: [missing], items: others }];
  return layOver({
    carried: carriedOf([...units.map((body) => ({ type: 'unit' as const, id: body.id, version: '1', body })), ...records.map((body) => ({ type: 'attention' as const, id: body.unit.id, version: '1', body }))]),
    entries, modules: [attentionOffline],
  });
}

const listed = (replica: Replica, asked: object = {}) => (attentionOffline.answers['attention.list']!(asked as never, replica, now) as { items: AttentionItem[] } | undefined)?.items;
const named = (items: readonly AttentionItem[] | undefined) => items?.map(({ alert, unit }) => `${alert} ${unit.name}`);
const summary = (replica: Replica, asked: object = {}) => attentionOffline.answers['attention.summary']!(asked as never, replica, now) as { asOf: string; alerts: { id: string; count: number; snoozed: number }[] } | undefined;

function command(procedure: 'snooze' | 'resume', input: object, at = '2026-11-20T03:00:00Z'): OutboxCommand {
  return { id: 'c1', procedure: `attention.${procedure}`, input: { alert: 'meeting.regularMissing', unitId: one, subjectId: one, ...input }, at, about: { type: 'attention', id: one } };
}

const refused = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the list', () => {
  test('has the gravest first, then what is due first', () => {
    expect(named(listed(phone()))).toEqual(['member.absentOften Chi bộ thôn Một', 'meeting.regularMissing Chi bộ thôn Hai', 'meeting.regularMissing Chi bộ thôn Một']);
  });

  test('is of a unit with those below it, or of the kinds asked for', () => {
    expect(named(listed(phone(), { unitId: two }))).toEqual(['meeting.regularMissing Chi bộ thôn Hai']);
    expect(listed(phone(), { unitId: above })).toHaveLength(3);
    expect(named(listed(phone(), { alert: ['member.absentOften'] }))).toEqual(['member.absentOften Chi bộ thôn Một']);
  });

  test('of a unit that is not carried is not known', () => {
    expect([listed(phone(), { unitId: '00000000-0000-4000-8000-0000000000ff' }), summary(phone(), { unitId: '00000000-0000-4000-8000-0000000000ff' })]).toEqual([undefined, undefined]);
  });

  test('and that nothing stands is known', () => {
    const replica = phone({ items: [], others: [] });
    expect([listed(replica), summary(replica)?.alerts.map(({ count, snoozed }) => count + snoozed)]).toEqual([[], [0, 0]]);
  });

  test('is counted by alert, as of the day on which it was told', () => {
    const replica = phone({ others: [item('meeting.regularMissing', cellTwo, { snooze: put('2026-11-25') })] });
    expect(summary(replica)).toMatchObject({ asOf: '2026-11-18', alerts: [{ id: 'member.absentOften', count: 1, snoozed: 0 }, { id: 'meeting.regularMissing', count: 1, snoozed: 1 }] });
  });

  test('has what is told above as well once, at the highest of the units asked about', () => {
    const veryLate = { ...words('task.veryLate', 0), toldAbove: true };
    const task = { kind: 'task' as const, id: person, name: 'Rà soát' };
    const units: CarriedUnit[] = [{ id: above, name: 'Đảng bộ xã', kind: 'commune_party', parent: null }, { ...cellOne, kind: 'cell', parent: 'Đảng bộ xã' }];
    const records: AttentionRecord[] = [{ id: above, name: 'Đảng bộ xã' }, cellOne].map((unit) => ({ unit, alerts: [veryLate, absent], items: [item('task.veryLate', unit, { subject: task }), item('member.absentOften', unit, { subject: { ...task, kind: 'person' } })] }));
    const replica = layOver({ carried: carriedOf([...units.map((body) => ({ type: 'unit' as const, id: body.id, version: '1', body })), ...records.map((body) => ({ type: 'attention' as const, id: body.unit.id, version: '1', body }))]), entries: [], modules: [attentionOffline] });
    expect(named(listed(replica))).toEqual(['task.veryLate Đảng bộ xã', 'member.absentOften Chi bộ thôn Một', 'member.absentOften Đảng bộ xã']);
    expect(named(listed(replica, { unitId: one }))).toEqual(['task.veryLate Chi bộ thôn Một', 'member.absentOften Chi bộ thôn Một']);
    expect(summary(replica)!.alerts.map(({ id, count }) => [id, count])).toEqual([['task.veryLate', 1], ['member.absentOften', 2]]);
  });

  test('has of such only what may be put off here, and the highest also where a unit stands between', () => {
    const veryLate = { ...words('task.veryLate', 0), toldAbove: true };
    const at = (unit: AttentionRecord['unit'], may: readonly string[]): AttentionRecord => ({ unit, alerts: [veryLate], items: [item('task.veryLate', unit, { subject: { kind: 'task', id: person, name: 'Rà soát' }, may: [...may] })] });
    const carrying = (mayAbove: readonly string[]) => {
      const units: CarriedUnit[] = [{ id: above, name: 'Đảng bộ xã', kind: 'commune_party', parent: null }, { id: two, name: 'Đảng bộ bộ phận', kind: 'division_party', parent: 'Đảng bộ xã' }, { ...cellOne, kind: 'cell', parent: 'Đảng bộ bộ phận' }];
      const records = [at({ id: above, name: 'Đảng bộ xã' }, mayAbove), at(cellOne, ['attention.snooze'])];
      return layOver({ carried: carriedOf([...units.map((body) => ({ type: 'unit' as const, id: body.id, version: '1', body })), ...records.map((body) => ({ type: 'attention' as const, id: body.unit.id, version: '1', body }))]), entries: [], modules: [attentionOffline] });
    };
    expect([named(listed(carrying(['attention.snooze']))), named(listed(carrying([])))]).toEqual([['task.veryLate Đảng bộ xã'], ['task.veryLate Chi bộ thôn Một']]);
  });

  test('has what was put off again on its day, though the server was not asked since', () => {
    const until = (on: string) => phone({ items: [item('meeting.regularMissing', cellOne, { snooze: put(on) })], others: [] });
    expect([listed(until('2026-11-21')), listed(until('2026-11-21'), { snoozed: 'true' })?.length]).toEqual([[], 1]);
    expect([listed(until('2026-11-20'))?.[0]?.snooze, listed(until('2026-11-20'), { snoozed: 'true' })]).toEqual([null, []]);
  });
});

describe('putting off without signal', () => {
  const waiting = (given: OutboxCommand): OutboxEntry => ({ command: given, standing: { is: 'waiting' }, seq: 1 });
  const off = command('snooze', { until: '2026-11-27', reason: 'Đường vào thôn bị ngập' });

  test('hides it, with the reason, and counts it as put off', () => {
    const replica = phone({ entries: [waiting(off)] });
    expect(named(listed(replica, { unitId: one }))).toEqual(['member.absentOften Chi bộ thôn Một']);
    expect(listed(replica, { unitId: one, snoozed: 'true' })).toMatchObject([{ snooze: { until: '2026-11-27', reason: 'Đường vào thôn bị ngập' } }]);
    expect(summary(replica, { unitId: one })!.alerts.find(({ id }) => id === missing.id)).toMatchObject({ count: 0, snoozed: 1 });
  });

  test('and bringing back shows it again', () => {
    const replica = phone({ entries: [waiting(off), { ...waiting({ ...command('resume', {}), id: 'c2' }), seq: 2 }] });
    expect(listed(replica, { unitId: one })).toHaveLength(2);
  });

  test('is refused as the server refuses it', () => {
    const judge = (given: OutboxCommand, items?: AttentionItem[]) => refused(() => phone(items ? { items } : {}).judge(given));
    expect(judge(command('snooze', { until: '2026-11-20', reason: 'x' }))).toBe('attention.notAhead');
    expect(judge(command('snooze', { until: '2027-02-21', reason: 'x' }))).toBe('attention.tooFarAhead');
    expect(judge(off, [])).toBe('attention.notThere');
    expect(judge(command('snooze', { until: '2026-11-27', reason: 'x', alert: 'member.absentOften', subjectId: person }))).toBe('platform.forbidden');
    expect(judge(command('resume', {}))).toBe('attention.notSnoozed');
    expect(judge({ ...off, input: { ...(off.input as object), unitId: person } })).toBe('sync.notCarried');
    expect(refused(() => attentionOffline.complete!('attention.snooze', { alert: 'a', unitId: one, subjectId: one, until: '2026-11-27', reason: ' ' } as never))).toBe('platform.invalid');
  });

  test('of what happened anew, or was put off otherwise since it was looked at, is refused here as well', () => {
    const judge = (given: OutboxCommand, rest: Partial<AttentionItem> = {}) => refused(() => phone({ items: [item('meeting.regularMissing', cellOne, rest)] }).judge(given).answer);
    const sent = (given: object) => command('snooze', { until: '2026-11-27', reason: 'Lụt', since: '2026-11-15', seen: null, ...given });
    const back = (given: object) => command('resume', { since: '2026-11-15', ...given });
    expect([judge(sent({})), judge(sent({ since: '2026-11-14' })), judge(sent({}), { snooze: put('2026-11-25') })]).toEqual([{}, 'attention.another', 'attention.changedMeanwhile']);
    // Put off up to a day that has come is not put off any more.
    expect(judge(sent({}), { snooze: put('2026-11-20') })).toEqual({});
    const { by: _, ...seen } = put('2026-11-25');
    expect([judge(back({ seen }), { snooze: put('2026-11-25') }), judge(back({ seen: { ...seen, until: '2026-11-24' } }), { snooze: put('2026-11-25') }), judge(back({ seen }), { snooze: put('2026-11-20') })]).toEqual([{}, 'attention.changedMeanwhile', 'attention.notSnoozed']);
  });

  test('of what was settled meanwhile leaves nothing to decide, of what still stands it does', () => {
    const stands = (given: OutboxCommand, items?: AttentionItem[]) => attentionStands(given, phone(items ? { items } : {}), today);
    const missingWith = (rest: Partial<AttentionItem>) => [item('meeting.regularMissing', cellOne, rest)];
    expect([stands(off, []), stands(off)]).toEqual([true, false]);
    const back = command('resume', {});
    expect([stands(back), stands(back, missingWith({ snooze: put('2026-11-25') })), stands(back, missingWith({ snooze: put('2026-11-20') }))]).toEqual([true, false, true]);
    expect(attentionStands({ ...off, procedure: 'meetings.plan' }, phone({ items: [] }), today)).toBe(false);
  });

  test('leaves nothing to decide either once its day has come, where it happened anew, or where another has put it off just so', () => {
    const theirs = (rest: Partial<AttentionItem>) => phone({ items: [item('meeting.regularMissing', cellOne, rest)] });
    expect([attentionStands(off, phone(), day('2026-11-26')), attentionStands(off, phone(), day('2026-11-27'))]).toEqual([false, true]);
    const seen = { ...off, input: { ...(off.input as object), since: day('2026-11-15'), seen: null } };
    expect([attentionStands(seen, theirs({}), today), attentionStands(seen, theirs({ since: day('2026-11-16') }), today)]).toEqual([false, true]);
    expect([put('2026-11-27'), { ...put('2026-11-27'), reason: 'Đường vào thôn bị ngập' }].map((snooze) => attentionStands(seen, theirs({ snooze }), today))).toEqual([false, true]);
    // On the phone, by its own clock.
    const old = command('snooze', { until: '2020-01-01', reason: 'x' });
    expect(attentionOffline.stands!(old, phone())).toBe(true);
  });
});
