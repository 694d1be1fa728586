/**
 * One meeting of a workbook as the meeting that it was: planned, opened with the roll of its day, marked by the exceptions,
 * closed and, where the file tells the day, with adopted minutes. The rules are those of the acts on screen; what the file
 * does not speak of stays as it is recorded.
 */
import type { Day } from '../../../platform/day.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { isRefusal, type Refusal } from '../../../platform/problem.ts';
import * as rules from '../../meetings/meeting.ts';
import type { AgendaItem, Attendance, Guest, Meeting, Score } from '../../meetings/meeting.ts';
import { draftMinutes, type Names } from '../../meetings/meeting.papers.ts';
import { levelOf, put, type Part, type ScoreBounds } from '../../meetings/meeting.parts.ts';
import { mark, type Marking } from '../../meetings/meeting.roll.ts';
import { groupBy } from '../check/context.ts';
import { isName } from '../check/refs.check.ts';
import type { SheetRow } from '../format/sheets.ts';
import type { WorkbookSheets } from '../read/workbook.ts';

interface Written {
  readonly row: number;
  readonly ref: string;
}

export interface ToldMeeting {
  readonly id: Id<'meeting'>;
  readonly unitId: Id<'unit'>;
  readonly row: SheetRow<'meetings'>;
  readonly seriesId: Id<'meeting'> | null;
  /** Undefined where the workbook has no such sheet: it says nothing. */
  readonly exceptions: readonly (Marking & Written)[] | undefined;
  /** Those rows that name somebody by the full name: who that is, only the roll tells. */
  readonly byName: readonly (Omit<Marking, 'personId'> & Written)[];
  readonly guests: readonly Omit<Guest, 'id'>[] | undefined;
  readonly agenda: readonly Omit<AgendaItem, 'id'>[] | undefined;
}

export type FindId = (table: 'units' | 'people' | 'meetings', ref: string) => Id | undefined;

/** In the order of the sheet. Only to be asked where every ref names something. */
export function toldMeetings(sheets: WorkbookSheets, find: FindId): ToldMeeting[] {
  const rows = sheets.meetings?.rows ?? [];
  const fresh = new Map(rows.map(({ ref, unit }) => [ref, found<'meeting'>(find('meetings', ref)) ?? newId<'meeting'>(homeOf(named(find, 'units', unit)))]));
  const [marks, guests, points] = [groupBy(sheets.attendance?.rows ?? [], byMeeting), groupBy(sheets.guests?.rows ?? [], byMeeting), groupBy(sheets.agenda?.rows ?? [], byMeeting)];
  return rows.map((row) => ({
    id: fresh.get(row.ref)!, unitId: named(find, 'units', row.unit), row,
    seriesId: row.series === null ? null : (fresh.get(row.series) ?? named(find, 'meetings', row.series)),
    exceptions: sheets.attendance && (marks.get(row.ref) ?? []).filter(({ person }) => !isName(person)).map((one) => ({ personId: named<'person'>(find, 'people', one.person), ...writtenOf(one) })),
    byName: (marks.get(row.ref) ?? []).filter(({ person }) => isName(person)).map(writtenOf),
    guests: sheets.guests && (guests.get(row.ref) ?? []).map((one) => ({ name: one.name, role: one.role, personId: one.person === null ? null : named<'person'>(find, 'people', one.person), isPresent: one.present ?? true })),
    agenda: sheets.agenda && (points.get(row.ref) ?? []).toSorted((one, other) => one.position - other.position).map(({ title, done }) => ({ title, isDone: done ?? true })),
  }));
}

function writtenOf({ mark: made, reason, row, person }: SheetRow<'attendance'>): ToldMeeting['byName'][number] {
  return { mark: made, reason: made === 'excused' ? reason : null, row, ref: person };
}

function byMeeting({ meeting }: { readonly meeting: string }): string {
  return meeting;
}

function named<Name extends string>(find: FindId, table: Parameters<FindId>[0], ref: string): Id<Name> {
  const id = found<Name>(find(table, ref));
  if (id === undefined) throw new Error(`the workbook names nothing by ${ref}`);
  return id;
}

/** The table says of what kind the id is. */
function found<Name extends string>(id: Id | undefined): Id<Name> | undefined {
  return id as Id<Name> | undefined;
}

export interface Surroundings {
  /** As it is recorded. */
  readonly before: Meeting | undefined;
  /** Of its day, nobody marked. */
  readonly roll: readonly Attendance[];
  readonly columns: ReadonlySet<string>;
  readonly names: Names;
  readonly quorumShare: number;
  readonly bounds: ScoreBounds;
  readonly today: Day;
}

/** As it is to be recorded; the one that stands where the file tells nothing else. */
export function heldMeeting(told: ToldMeeting, around: Surroundings): Meeting | Refusal {
  const { before, roll, today } = around;
  const { on } = told.row;
  // The rules ask how far from today one may plan: what was held is judged as of its day.
  let meeting = then(rules.plan(planOf(told, around), on), (planned) => rules.open({ ...planned, ...keptOf(before) }, { on, starts: null, roll, today: on }));
  meeting = then(meeting, (open) => mark(open, { marks: told.exceptions ?? exceptionsOf(before, roll), rest: 'present' }));
  for (const part of partsOf(told, before)) meeting = then(meeting, (open) => put(open, part));
  const ends = spoken(around, 'ends', { told: told.row.ends, before: before?.ends, otherwise: null });
  meeting = then(meeting, (open) => rules.close(open, { ends }));
  return then(meeting, (closed) => settled({ ...closed, isLate: on < today, score: scoreOf(told, around) }, { told, around }));
}

function then(result: Meeting | Refusal, next: (meeting: Meeting) => Meeting | Refusal): Meeting | Refusal {
  return isRefusal(result) ? result : next(result);
}

function planOf(told: ToldMeeting, around: Surroundings): Parameters<typeof rules.plan>[0] {
  const { row } = told;
  const { before } = around;
  return {
    id: told.id, unitId: told.unitId, kind: row.kind, on: row.on, agenda: [],
    isExtended: spoken(around, 'extended', { told: row.extended, before: before?.isExtended, otherwise: false }),
    starts: spoken(around, 'starts', { told: row.starts, before: before?.starts, otherwise: null }),
    place: spoken(around, 'place', { told: row.place, before: before?.place, otherwise: null }),
    mode: spoken(around, 'mode', { told: row.mode, before: before?.mode, otherwise: 'in_person' }),
    topic: spoken(around, 'topic', { told: row.topic, before: before?.topic, otherwise: null }),
    seriesId: spoken(around, 'series', { told: told.seriesId, before: before?.seriesId, otherwise: null }),
  };
}

/** A column that is absent says nothing; an empty cell says what it stands for. */
function spoken<T>({ columns, before: known }: Surroundings, column: string, { told, before, otherwise }: { told: T | null; before: T | undefined; otherwise: T }): T {
  if (columns.has(column)) return told ?? otherwise;
  return known === undefined ? otherwise : (before ?? otherwise);
}

/** What no sheet tells. */
function keptOf(before: Meeting | undefined): Partial<Meeting> {
  if (!before) return {};
  const { opinions, votes, conclusions, additions, postponedFrom, postponedBecause, minutes, version } = before;
  return { opinions, votes, conclusions, additions, postponedFrom, postponedBecause, minutes, version };
}

/** Marks that stand, of those who are still on the roll. */
function exceptionsOf(before: Meeting | undefined, roll: readonly Attendance[]): Marking[] {
  const isOnRoll = new Set(roll.map(({ personId }) => personId));
  return (before?.roll ?? []).filter(({ personId, basis, mark: made }) => isOnRoll.has(personId) && made !== null && !(basis === 'expected' && made === 'present'));
}

function partsOf(told: ToldMeeting, before: Meeting | undefined): Part[] {
  const home = homeOf(told.id);
  const guests = withIds(told.guests ?? before?.guests ?? [], { before: before?.guests ?? [], isSame: isSameGuest, fresh: () => newId<'guest'>(home) });
  const agenda = withIds(told.agenda ?? before?.agenda ?? [], { before: before?.agenda ?? [], isSame: (one, other) => one.title === other.title, fresh: () => newId<'agendaItem'>(home) });
  return [...guests.map((item) => ({ part: 'guests' as const, item })), ...agenda.map((item) => ({ part: 'agenda' as const, item }))];
}

function isSameGuest(one: Omit<Guest, 'id'>, other: Omit<Guest, 'id'>): boolean {
  return one.name === other.name && one.role === other.role && one.personId === other.personId;
}

/** What is the same keeps its id: opinions name points of the agenda by it. */
function withIds<T extends object, I extends string>(told: readonly T[], { before, isSame, fresh }: { before: readonly (T & { readonly id: I })[]; isSame: (one: T, other: T) => boolean; fresh: () => I }): (T & { readonly id: I })[] {
  const left = [...before];
  return told.map((one) => {
    const at = left.findIndex((other) => isSame(one, other));
    const id = at < 0 ? fresh() : left.splice(at, 1)[0]!.id;
    return { ...one, id };
  });
}

/** The sum alone is told; of which criteria it comes is not. */
function scoreOf({ row }: ToldMeeting, around: Surroundings): Score | null {
  const { before, bounds } = around;
  const total = spoken(around, 'score', { told: row.score, before: before?.score?.total, otherwise: null });
  if (total === null) return null;
  return before?.score?.total === total ? before.score : { points: {}, total, level: levelOf(total, bounds) };
}

/** With its minutes, where they were adopted. Those that stand are kept as long as nothing else has changed. */
function settled(meeting: Meeting, { told, around }: { told: ToldMeeting; around: Surroundings }): Meeting | Refusal {
  const { before, today, names, quorumShare } = around;
  const was = before?.progress.is === 'adopted' ? before.progress.on : null;
  const on = spoken(around, 'minutes_adopted_on', { told: told.row.minutes_adopted_on, before: was, otherwise: null });
  if (on === null) return meeting;
  const text = before?.minutes && isSameMeeting(before, { ...meeting, progress: before.progress }) ? before.minutes : draftMinutes(meeting, { names, quorumShare });
  return then(rules.writeMinutes(meeting, { text }), (written) => rules.adopt(written, { on, today }));
}

/** In all that an import tells. */
export function isSameMeeting(one: Meeting, other: Meeting): boolean {
  return JSON.stringify(factsOf(one)) === JSON.stringify(factsOf(other));
}

function factsOf({ unitId, kind, isExtended, on, starts, ends, place, mode, topic, seriesId, progress, score, roll, guests, agenda }: Meeting): unknown[] {
  return [
    unitId, kind, isExtended, on, starts, ends, place, mode, topic, seriesId, progress, score?.total ?? null, score?.level ?? null,
    roll.map(({ personId, basis, standing, mark: made, reason }) => [personId, basis, standing, made, reason].join()).toSorted(),
    guests.map(({ name, role, personId, isPresent }) => [name, role, personId, isPresent].join()).toSorted(), agenda.map(({ title, isDone }) => [title, isDone]),
  ];
}
