/**
 * Meetings: what the sheets alone can tell, by the rules by which one is planned, held and adopted on screen. Who is on a
 * roll, and whether a unit of before stands on the day, only the database knows.
 */
import { holdsOn } from '../../../platform/day.ts';
import { kindsAt, mayBeExtended } from '../../meetings/meeting.kinds.ts';
import type { AttendanceRow, MeetingRow } from '../format/sheets.ts';
import type { CheckContext, Complaint } from './context.ts';
import { complain, groupBy, rowsOf } from './context.ts';
import { unitLives, type UnitLives } from './lives.ts';

export function checkMeetings(context: CheckContext): void {
  const lives = unitLives(context);
  const rows = rowsOf(context, 'meetings');
  const byRef = new Map(rows.map((meeting) => [meeting.ref, meeting]));
  for (const meeting of rows) {
    checkMeeting(context, meeting);
    checkUnit(context, meeting, lives);
    checkSeries(context, meeting, byRef);
  }
  checkDoubled(context, rows);
  checkAttendance(context);
  checkAgenda(context);
}

function checkMeeting(context: CheckContext, meeting: MeetingRow): void {
  const { kind, extended, topic, on, starts, ends, minutes_adopted_on: adopted } = meeting;
  const report = reporter(context, meeting);
  if (extended && !mayBeExtended(kind)) report({ column: 'extended', code: 'meeting.not_extended' });
  if (kind === 'thematic' && topic === null) report({ column: 'topic', code: 'meeting.topic_missing' });
  if (starts !== null && ends !== null && ends <= starts) report({ column: 'ends', code: 'meeting.ends_before_start', value: ends, data: { starts } });
  if (adopted !== null && adopted < on) report({ column: 'minutes_adopted_on', code: 'meeting.adopted_before_held', value: adopted, data: { on } });
}

/** Units of the files whose life is known in full; the others are looked at in the database. */
function checkUnit(context: CheckContext, meeting: MeetingRow, lives: UnitLives): void {
  const versions = lives.get(meeting.unit);
  if (versions === undefined || context.known('units', meeting.unit)) return;
  const report = reporter(context, meeting);
  const version = versions.find((one) => holdsOn(one, meeting.on));
  if (version === undefined) report({ column: 'on', code: 'meeting.unit_not_alive', value: meeting.unit, data: { on: meeting.on } });
  else if (!kindsAt(version.kind).includes(meeting.kind)) report({ column: 'kind', code: 'meeting.kind_not_here', data: { kind: version.kind } });
}

/** Sittings name the first of them, which is held by the same unit and no later. */
function checkSeries(context: CheckContext, meeting: MeetingRow, byRef: ReadonlyMap<string, MeetingRow>): void {
  const first = meeting.series === null ? undefined : byRef.get(meeting.series);
  if (first === undefined) return;
  const report = reporter(context, meeting);
  const complaint = { column: 'series', value: first.ref } as const;
  if (first.unit !== meeting.unit) report({ ...complaint, code: 'meeting.series_elsewhere' });
  else if (first.ref === meeting.ref || first.series !== null || first.on > meeting.on) report({ ...complaint, code: 'meeting.series_not_first' });
}

/** The same meeting under two refs, rather than two on one day. */
function checkDoubled(context: CheckContext, rows: readonly MeetingRow[]): void {
  const same = ({ unit, kind, on, starts, topic }: MeetingRow) => [unit, kind, on, starts, topic].join('\0');
  for (const [first, ...others] of groupBy(rows, same).values()) {
    for (const meeting of others) if (first!.ref !== meeting.ref) reporter(context, meeting)({ severity: 'warning', column: 'on', code: 'meeting.alike', value: meeting.ref, data: { other: first!.row } });
  }
}

function checkAttendance(context: CheckContext): void {
  const rows = rowsOf(context, 'attendance');
  for (const { row, mark, reason } of rows) {
    if (mark === 'excused' && reason === null) complain(context, { sheet: 'attendance', row, column: 'reason', code: 'attendance.reason_missing' });
    if (mark !== 'excused' && reason !== null) complain(context, { severity: 'warning', sheet: 'attendance', row, column: 'reason', code: 'attendance.reason_without_leave' });
  }
  for (const [first, ...others] of groupBy(rows, ({ meeting, person }: AttendanceRow) => `${meeting}\0${person}`).values()) {
    for (const { row, person } of others) complain(context, { sheet: 'attendance', row, column: 'person', code: 'attendance.twice', value: person, data: { other: first!.row } });
  }
}

function checkAgenda(context: CheckContext): void {
  for (const [first, ...others] of groupBy(rowsOf(context, 'agenda'), ({ meeting, position }) => `${meeting}\0${position}`).values()) {
    for (const { row, position } of others) complain(context, { sheet: 'agenda', row, column: 'position', code: 'agenda.position_twice', value: String(position), data: { other: first!.row } });
  }
}

function reporter(context: CheckContext, { row }: MeetingRow): (complaint: Omit<Complaint, 'sheet' | 'row'>) => void {
  return (complaint) => complain(context, { sheet: 'meetings', row, ...complaint });
}
