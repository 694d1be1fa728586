/** What a secretary and her deputy do on their phones, by what these show; a form may have been open for a while. */
import type { LeaveReason, Mark, OfficialRole } from '../../modules/meetings/meeting.kinds.ts';
import type { WholeMeeting } from '../../modules/meetings/meeting.record.ts';
import type { AttentionItem } from '../../modules/attention/attention.record.ts';
import type { AwayRecord } from '../../modules/membership/away.record.ts';
import { newId } from '../../platform/ids.ts';
import { oneOf, type Cell, type Chance, type TestDevice } from './two.phones.world.ts';

export type Choice = readonly [procedure: string, input: object];

interface Shown {
  readonly whole: WholeMeeting;
  readonly away: readonly AwayRecord[];
  readonly attention: readonly AttentionItem[];
}

export async function actOn({ chance, cell }: { readonly chance: Chance; readonly cell: Cell }, device: TestDevice): Promise<void> {
  const now = await shownOn(device, { chance, cell });
  if (!now) return;
  const shown = chance() < 0.2 ? device.form(now) : now;
  const [procedure, input] = oneOf(chance, choicesOf(shown, { chance, cell }))!;
  await device.phone().act(procedure, input).catch((error: unknown) => {
    // What a rule refuses is told to the person; anything else is a fault of ours.
    if (!(error instanceof Error && error.name === 'ApiProblem')) throw error;
  });
}

async function shownOn(device: TestDevice, { chance, cell: { id: unitId } }: { readonly chance: Chance; readonly cell: Cell }): Promise<Shown | undefined> {
  const answer = async <Answer>(procedure: string, input: object) => (await device.phone().answer(procedure, input)) as Answer | undefined;
  const { items } = (await answer<{ items: readonly { id: string }[] }>('meetings.list', { unitId }))!;
  const whole = await answer<WholeMeeting>('meetings.meeting', { id: oneOf(chance, items)?.id });
  const away = await answer<{ items: readonly AwayRecord[] }>('membership.away', { unitId });
  const attention = await Promise.all(['false', 'true'].map((snoozed) => answer<{ items: readonly AttentionItem[] }>('attention.list', { unitId, snoozed })));
  return whole && { whole, away: away?.items ?? [], attention: attention.flatMap((list) => list?.items ?? []) };
}

function choicesOf({ whole, away, attention }: Shown, { chance, cell }: { readonly chance: Chance; readonly cell: Cell }): Choice[] {
  const { id } = whole;
  const person = oneOf(chance, cell.people)!;
  const around: Choice[] = [
    ['membership.goAway', { personId: person, period: { from: '2026-11-10', to: null }, place: 'Bình Dương', withLeave: true }],
    ...repeated(2, keepContact(away, chance)),
    ['membership.comeBack', { personId: person, on: '2026-11-18' }],
    ...[putOff(attention, chance), putOff(attention, chance), bringBack(attention, chance)].filter((choice) => choice !== undefined),
  ];
  const planned: Choice[] = [
    ['meetings.plan', { unitId: cell.id, on: '2026-12-03', kind: 'regular', seen: [] }],
    change(whole, chance),
    ['meetings.postpone', { id, on: oneOf(chance, ['2026-11-24', '2026-11-25', '2026-11-26']), reason: 'Mưa bão', seen: whole.on }],
    ...repeated(2, answer(whole, chance)),
    ...around,
  ];
  if (whole.state === 'planned' || whole.state === 'invited') return [...planned, ...repeated(3, open(id)), put(whole, chance, 'agenda'), put(whole, chance, 'guests')];
  if (whole.state === 'open') return [...repeated(8, mark(whole, chance)), ...(['agenda', 'guests', 'opinions', 'votes', 'conclusions', 'conclusions'] as const).map((part) => put(whole, chance, part)), remove(whole, chance), ...repeated(2, score(whole, chance)), ...repeated(2, appoint(whole, chance)), ...around.slice(-3), ['meetings.close', { id, ends: '20:30' }], ['meetings.unopen', { id }]];
  const task = oneOf(chance, whole.conclusions);
  if (whole.state === 'closed') return [...around, ...repeated(3, writeMinutes(whole, chance)), ...repeated(2, score(whole, chance)), ...repeated(2, appoint(whole, chance)), ...repeated(2, adopt(whole, chance)), ['meetings.reopen', { id }]];
  return [...planned, adopt(whole, chance), ['meetings.reopen', { id }], ...(task ? [['tasks.settle', { id: task.id, state: 'done', on: '2026-11-20' }] as const] : [])];
}

function repeated(times: number, choice: Choice): Choice[] {
  return Array.from({ length: times }, () => choice);
}

export function open(id: string): Choice {
  return ['meetings.open', { id, starts: '19:30' }];
}

const reasons: readonly (readonly [Mark, LeaveReason | null])[] = [['present', null], ['online', null], ['excused', 'personal'], ['absent', null]];

function mark({ id, roll }: WholeMeeting, chance: Chance): Choice {
  // Of a few: two who mark the same member are what this is about.
  const entry = oneOf(chance, roll.filter(({ basis }) => basis === 'expected').slice(0, 2)) ?? roll[0]!;
  const [as, reason] = oneOf(chance, reasons)!;
  return ['meetings.mark', { id, marks: [{ personId: entry.person.id, mark: as, reason, seen: { mark: entry.mark, reason: entry.reason } }] }];
}

type PartName = 'agenda' | 'guests' | 'opinions' | 'votes' | 'conclusions';

function put(whole: WholeMeeting, chance: Chance, part: PartName): Choice {
  const there = chance() < 0.5 ? oneOf<{ id: string }>(chance, whole[part]) : undefined;
  const words = oneOf(chance, ['thứ nhất', 'thứ hai', 'thứ ba']);
  const fresh = {
    agenda: { title: `Việc ${words}`, isDone: chance() < 0.5 }, guests: { name: `Khách ${words}`, role: 'cadre', personId: null, isPresent: true },
    opinions: { itemId: null, personId: null, text: `Ý kiến ${words}` }, votes: { question: `Biểu quyết ${words}`, inFavour: 1, against: 0, abstained: 0 }, conclusions: { text: `Kết luận ${words}`, ownerId: null, dueOn: '2026-12-01' },
  }[part];
  const seen = there ? { part, item: pieceOf(part, there) } : null;
  return ['meetings.put', { id: whole.id, piece: { part, item: { id: there?.id ?? newId(0), ...fresh } }, seen }];
}

/** With what a screen that shows the meeting would have seen. */
function change({ id, kind, isExtended, starts, place, mode, topic, seriesId }: WholeMeeting, chance: Chance): Choice {
  const seen = { kind, isExtended, starts, place, mode, topic, seriesId };
  return ['meetings.change', { id, ...seen, ...(chance() < 0.5 ? { place: oneOf(chance, ['Nhà văn hóa', 'Nhà bí thư']) } : { starts: oneOf(chance, ['19:00', '19:30', '20:00']) }), seen }];
}

function answer({ id, roll }: WholeMeeting, chance: Chance): Choice {
  const entry = oneOf(chance, roll.filter(({ basis }) => basis === 'expected').slice(0, 2)) ?? roll[0]!;
  const given = chance() < 0.2 ? { answer: 'coming', reason: null, decision: null } : { answer: 'leave', reason: 'personal', decision: oneOf(chance, ['granted', 'refused']) };
  return ['meetings.answer', { id, personId: entry.person.id, ...given, seen: { answer: entry.answer, reason: entry.leave?.reason ?? null, decision: entry.leave?.decision ?? null } }];
}

function score({ id, frame, score: stands }: WholeMeeting, chance: Chance): Choice {
  return ['meetings.score', { id, points: { [frame.criteria[0]!.code]: oneOf(chance, [1, 2, 3]) }, seen: stands?.points ?? null }];
}

function appoint(whole: WholeMeeting, chance: Chance): Choice {
  const role: OfficialRole = oneOf(chance, ['chair', 'writer'] as const)!;
  const entry = oneOf(chance, whole.roll);
  const who = oneOf(chance, [entry ? { personId: entry.person.id, name: entry.person.fullName } : null, { personId: null, name: 'Đồng chí ở xã' }, null]);
  return ['meetings.appoint', { id: whole.id, role, who, seen: whole[role] }];
}

/** As the sheet does it: the minutes that were looked at, or with others in their place. */
function adopt({ id, text, isTextStale }: WholeMeeting, chance: Chance): Choice {
  const other = chance() < 0.3 ? { text: `Biên bản ${oneOf(chance, ['thứ nhất', 'thứ hai', 'thứ ba'])}` } : {};
  return ['meetings.adopt', { id, on: oneOf(chance, ['2026-11-20', '2026-11-20', '2026-11-19']), ...other, seen: { text, isStale: isTextStale } }];
}

function writeMinutes({ id, text, isTextStale }: WholeMeeting, chance: Chance): Choice {
  return ['meetings.writeMinutes', { id, text: `Biên bản ${oneOf(chance, ['thứ nhất', 'thứ hai', 'thứ ba'])}`, seen: { text, isStale: isTextStale } }];
}

/** Of somebody who is not away it is refused before it is kept. */
function keepContact(away: readonly AwayRecord[], chance: Chance): Choice {
  const row = oneOf(chance, away);
  const seen = row && { contactedOn: row.contactedOn, contactDueOn: row.contactDueOn, assignedWork: row.assignedWork };
  return ['membership.keepContact', { personId: row?.personId ?? newId(0), on: '2026-11-19', dueOn: oneOf(chance, ['2026-12-10', '2026-12-19']), work: oneOf(chance, ['Gửi ý kiến', 'Vận động']), ...(seen ? { seen } : {}) }];
}

function remove(whole: WholeMeeting, chance: Chance): Choice {
  const part = oneOf(chance, ['guests', 'opinions', 'conclusions'] as const)!;
  const item = oneOf<{ id: string }>(chance, whole[part]);
  return ['meetings.remove', { id: whole.id, part, itemId: item?.id ?? newId(0), ...(item ? { seen: { part, item: pieceOf(part, item) } } : {}) }];
}

/** A conclusion is read with its owner's name and its state; a piece is sent without. */
function pieceOf(part: PartName, item: { readonly id: string }): object {
  if (part !== 'conclusions') return item;
  const { owner: _owner, state: _state, ...piece } = item as WholeMeeting['conclusions'][number];
  return piece;
}

function putOff(attention: readonly AttentionItem[], chance: Chance): Choice | undefined {
  const item = oneOf(chance, attention);
  return item && ['attention.snooze', { ...lookedAt(item), until: oneOf(chance, ['2026-12-10', '2026-12-20']), reason: oneOf(chance, ['Bận mùa', 'Chờ bầu bí thư']) }];
}

function bringBack(attention: readonly AttentionItem[], chance: Chance): Choice | undefined {
  const item = oneOf(chance, attention.filter(({ snooze }) => snooze));
  return item && ['attention.resume', lookedAt(item)];
}

function lookedAt({ alert, unit, subject, since, snooze }: AttentionItem): object {
  return { alert, unitId: unit.id, subjectId: subject.id, since, seen: snooze && { until: snooze.until, reason: snooze.reason } };
}
