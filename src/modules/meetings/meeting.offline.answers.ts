/** Reads of the pages of meetings, answered from what a phone carries, as the server answers them. Pure. */
import { addDays, holdsOn, type Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { foldVietnamese } from '../../platform/text/fold.ts';
import type { z } from 'zod';
import type { Replica } from '../../sync/phone/phone.ts';
import { pageOfAll, severalOf } from '../../sync/phone/pages.ts';
import type { TaskRecord } from '../tasks/task.record.ts';
import { isLate } from '../tasks/task.ts';
import { byDeadline } from '../tasks/task.order.ts';
import type { CarriedUnit } from '../units/unit.offline.ts';
import type { UnitItem } from '../units/unit.contract.ts';
import type { meetingContract } from './meeting.contract.ts';
import type { MeetingKind, MeetingState } from './meeting.kinds.ts';
import { namesOf, shown } from './meeting.offline.ts';
import { carriedMeeting } from './meeting.offline.acts.ts';
import { nameApart } from './meeting.namesakes.ts';
import { draftMinutes } from './meeting.papers.ts';
import type { MeetingRecord, RosterRecord, WholeMeeting } from './meeting.record.ts';
import { meetingOf } from './meeting.whole.ts';

type Asked<K extends keyof typeof meetingContract> = z.input<(typeof meetingContract)[K]['input']>;
type Answer<K extends keyof typeof meetingContract> = z.output<(typeof meetingContract)[K]['output']>;
interface Now {
  readonly today: Day;
}

export const meetingAnswers = {
  'meetings.list': (asked: Asked<'list'>, replica: Replica) => {
    if (!isCarried(asked.unitId, replica)) return undefined;
    const found = replica.all<MeetingRecord>('meeting').map(({ whole }) => whole).filter((whole) => isAsked(whole, asked, replica));
    const latest = found.toSorted((one, other) => (one.on < other.on || (one.on === other.on && one.id < other.id) ? 1 : -1));
    return pageOfAll((asked.order === 'ahead' ? latest.toReversed() : latest).map(itemOf), asked);
  },
  'meetings.meeting': ({ id }: Asked<'meeting'>, replica: Replica) => {
    const carried = carriedMeeting(replica, id);
    return carried && shown(carried);
  },
  'meetings.before': ({ id }: Asked<'before'>, replica: Replica, { today }: Now) => {
    const record = replica.get<MeetingRecord>('meeting', id);
    return record && beforeOf(record, replica, today);
  },
  'meetings.draft': ({ id }: Asked<'draft'>, replica: Replica) => {
    const carried = carriedMeeting(replica, id);
    if (!carried) return undefined;
    const whole = shown(carried);
    const apart = new Map<string, string>(whole.roll.map(({ person }) => [person.id, nameApart(person)]));
    const nameOf = namesOf(carried);
    return { text: draftMinutes(meetingOf(whole), { names: { unit: whole.unit.name, person: (personId) => apart.get(personId) ?? nameOf(personId) }, quorumShare: whole.quorum.rule.value }) };
  },
  /** What fields for choosing a unit ask for; a page of units tells more of each than is carried. */
  'units.list': ({ q, kind, under, asOf, limit, ...paging }: UnitsAsked, replica: Replica, { today }: Now) => {
    if (Number(limit ?? mostChoices + 1) > mostChoices || under !== undefined || (asOf ?? today) !== today) return undefined;
    const kinds = severalOf(kind);
    const found = replica.all<CarriedUnit>('unit').filter((unit) => (!kinds || kinds.includes(unit.kind)) && foldVietnamese(unit.name).includes(foldVietnamese(q ?? '')));
    return pageOfAll(found.map((unit) => choiceOf(unit, today)).toSorted((one, other) => one.name.localeCompare(other.name, 'vi')), { ...paging, limit });
  },
  /** The topmost that are carried, for the home; what else the tree shows is not. */
  'units.children': ({ id, hierarchy, asOf, ...paging }: ChildrenAsked, replica: Replica, { today }: Now) => {
    if (id !== undefined || hierarchy !== 'party' || (asOf ?? today) !== today) return undefined;
    const units = replica.all<CarriedUnit>('unit');
    const names = new Set(units.map(({ name }) => name));
    const top = units.filter(({ parent }) => parent === null || !names.has(parent));
    return top.length === 0 ? undefined : pageOfAll(top.map((unit) => choiceOf(unit, today)).toSorted((one, other) => one.name.localeCompare(other.name, 'vi')), paging);
  },
  'people.search': ({ q, limit = 8 }: { readonly q: string; readonly limit?: unknown }, replica: Replica) => {
    const found = new Map(replica.all<RosterRecord>('roster').flatMap(({ unitId, people }) => people.filter(({ fullName }) => foldVietnamese(fullName).includes(foldVietnamese(q))).map((person) => [person.id, { ...person, unitId }] as const)));
    const unitOf = (unitId: Id<'unit'>) => { const unit = replica.get<CarriedUnit>('unit', unitId); return unit ? { id: unit.id, name: unit.name } : null; };
    return { items: [...found.values()].slice(0, Number(limit)).map(({ id, fullName, unitId }) => ({ id, fullName, birth: null, generated: false, unit: unitOf(unitId), post: null })) };
  },
};

interface UnitsAsked {
  readonly q?: string;
  readonly kind?: string | readonly string[];
  readonly under?: string;
  readonly asOf?: string;
  readonly cursor?: string;
  readonly limit?: unknown;
}

interface ChildrenAsked {
  readonly id?: string;
  readonly hierarchy: string;
  readonly asOf?: string;
  readonly cursor?: string;
  readonly limit?: unknown;
}

const mostChoices = 12;

function choiceOf({ id, name, kind, parent }: CarriedUnit, today: Day): UnitItem {
  return { id, name, kind, shortName: null, type: null, code: null, period: { from: today, to: null }, path: parent === null ? [] : [parent], children: 0 };
}

function isAsked(whole: WholeMeeting, { unitId, from, to, kind, state }: Asked<'list'>, replica: Replica): boolean {
  const kinds = severalOf(kind as MeetingKind | readonly MeetingKind[] | undefined);
  const states = severalOf(state as MeetingState | readonly MeetingState[] | undefined);
  return (unitId === undefined || whole.unit.id === unitId || standsUnder(whole.unit.id, unitId, replica)) && (!from || whole.on >= from) && (!to || whole.on <= to)
    && (!kinds || kinds.includes(whole.kind)) && (!states || states.includes(whole.state));
}

/** Of a unit that is not carried itself nobody can say what lies under it. */
export function isCarried(unitId: string | undefined, replica: Replica): boolean {
  return unitId === undefined || replica.get<CarriedUnit>('unit', unitId) !== undefined;
}

/** Directly: of what stands above, a phone knows the name. */
export function standsUnder(unitId: string, above: string, replica: Replica): boolean {
  const parent = replica.get<CarriedUnit>('unit', unitId)?.parent;
  return parent !== undefined && parent !== null && parent === replica.get<CarriedUnit>('unit', above)?.name;
}

function itemOf({ id, unit, kind, isExtended, state, on, starts, place, topic, postponedFrom, isLate: isEnteredLate, minutes, counts, level, adoptedOn }: WholeMeeting): Answer<'list'>['items'][number] {
  return { id, unit, kind, isExtended, state, on, starts, place, topic, postponedFrom, isLate: isEnteredLate, minutes, counts, level, adoptedOn };
}

const mostProposed = 30;
const exemptionsWithin = 60;

function beforeOf(record: MeetingRecord, replica: Replica, today: Day): Answer<'before'> {
  const { unit, on } = record.whole;
  const roster = replica.get<RosterRecord>('roster', unit.id);
  const members = (roster?.people ?? []).filter(({ placements }) => placements.some(({ isHere, kind, period }) => isHere && kind === 'official' && holdsOn(period, on)));
  const open = replica.all<TaskRecord>('task').filter((task) => task.unit.id === unit.id && task.state === 'open').toSorted(byDeadline);
  const ending = members.flatMap(({ id, fullName, exemptions }) => exemptions.flatMap((period) => (holdsOn(period, on) && period.to !== null && period.to <= addDays(on, exemptionsWithin) ? [{ id, fullName, on: period.to }] : [])));
  return {
    lastMeeting: lastMeetingOf(record, replica),
    openTasks: open.slice(0, mostProposed).map(({ id, title, owner, dueOn, state, told: { stage } }) => ({ id, title, owner: owner?.fullName ?? null, dueOn, isLate: isLate({ state, stage, dueOn }, today) })),
    away: members.filter(({ awaySpells }) => awaySpells.some(({ period }) => holdsOn(period, on))).slice(0, mostProposed).map(({ id, fullName }) => ({ id, fullName })),
    exemptionsEnding: ending.toSorted((one, other) => (one.on < other.on || (one.on === other.on && one.id < other.id) ? -1 : 1)).slice(0, mostProposed),
  };
}

/** Of those that are carried the latest, or the one that was told where that was later. */
function lastMeetingOf({ whole: { id, unit, kind, on }, lastMeeting }: MeetingRecord, replica: Replica): Answer<'before'>['lastMeeting'] {
  const held = replica.all<MeetingRecord>('meeting').map(({ whole }) => whole)
    .filter((other) => other.id !== id && other.unit.id === unit.id && other.kind === kind && other.on <= on && (other.state === 'closed' || other.state === 'adopted'))
    .map((other) => ({ id: other.id, on: other.on, conclusions: other.conclusions.map(({ text }) => text) }));
  const told = lastMeeting && !replica.get<MeetingRecord>('meeting', lastMeeting.id) && lastMeeting.on <= on ? [{ ...lastMeeting, conclusions: [...lastMeeting.conclusions] }] : [];
  return [...held, ...told].toSorted((one, other) => (one.on > other.on || (one.on === other.on && one.id > other.id) ? -1 : 1))[0] ?? null;
}

