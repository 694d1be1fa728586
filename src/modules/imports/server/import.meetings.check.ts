/** What only the database tells of a meeting of the workbook: its unit on the day, its roll, the rules of its time. A fault is told at the row; nothing is made of it. */
import type { Day } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';
import type { Refusal } from '../../../platform/problem.ts';
import { kindsAt } from '../../meetings/meeting.kinds.ts';
import type { Attendance, Meeting } from '../../meetings/meeting.ts';
import { mostOnRoll } from '../../meetings/server/index.ts';
import type { RuleKey } from '../../rules/rule.keys.ts';
import type { UnitKind } from '../../units/unit.kinds.ts';
import { complain, type CheckContext, type Complaint } from '../check/context.ts';
import type { ToldMeeting } from './import.meetings.ts';

/** Days that have not come yet; only the server knows today. */
export function checkPast(context: CheckContext, today: Day): void {
  for (const { row, on, minutes_adopted_on: adopted } of context.sheets.meetings?.rows ?? []) {
    for (const [column, day] of [['on', on], ['minutes_adopted_on', adopted]] as const) if (day !== null && day > today) complain(context, { sheet: 'meetings', row, column, code: 'meeting.in_future', value: day });
  }
}

export interface UnitOnDay {
  readonly name: string;
  readonly kind: UnitKind;
}

export function checkUnit(context: CheckContext, { told, unit }: { told: ToldMeeting; unit: UnitOnDay | undefined }): boolean {
  const { kind, on, unit: ref } = told.row;
  if (!unit) return complainOf(context, told, { column: 'on', code: 'meeting.unit_not_alive', value: ref, data: { on } });
  return kindsAt(unit.kind).includes(kind) || complainOf(context, told, { column: 'kind', code: 'meeting.kind_not_here', data: { kind: unit.kind } });
}

export function checkSeries(context: CheckContext, told: ToldMeeting, units: ReadonlyMap<Id<'meeting'>, Id<'unit'>>): boolean {
  return told.seriesId === null || units.get(told.seriesId) === told.unitId || complainOf(context, told, { column: 'series', code: 'meeting.series_elsewhere', value: told.row.series ?? '' });
}

export function checkRoll(context: CheckContext, told: ToldMeeting, roll: readonly Attendance[]): boolean {
  if (roll.length > mostOnRoll) return complainOf(context, told, { column: 'unit', code: 'meeting.too_many_people', data: { most: mostOnRoll } });
  if (!roll.some(({ basis }) => basis === 'expected')) return complainOf(context, told, { column: 'unit', code: 'meeting.nobody' });
  const onRoll = new Set(roll.map(({ personId }) => personId));
  const strangers = (told.exceptions ?? []).filter(({ personId }) => !onRoll.has(personId));
  for (const { row, ref } of strangers) complain(context, { sheet: 'attendance', row, column: 'person', code: 'attendance.not_on_roll', value: ref });
  return strangers.length === 0;
}

/** Whoever is expected and not named was present: said of a meeting that names nobody, for its attendance may have been left out of the file. */
export function warnOfPresent(context: CheckContext, told: ToldMeeting, { before, meeting }: { before: Meeting | undefined; meeting: Meeting }): void {
  if ((told.exceptions ?? []).length > 0) return;
  // Without a sheet of attendance the marks that stand are kept.
  const kept = new Set(told.exceptions === undefined ? before?.roll.flatMap(({ personId, mark }) => (mark === null ? [] : [personId])) : []);
  const count = meeting.roll.filter(({ personId, basis, mark }) => basis === 'expected' && mark === 'present' && !kept.has(personId)).length;
  if (count > 0) complainOf(context, told, { severity: 'warning', column: null, code: 'meeting.all_present', data: { count } });
}

/** Always false: nothing is made of the row. */
export function complainOf(context: CheckContext, told: ToldMeeting, complaint: Omit<Complaint, 'sheet' | 'row'>): false {
  complain(context, { sheet: 'meetings', row: told.row.row, ...complaint });
  return false;
}

/** Whatever the checks of the sheets had let pass. */
export function refusalComplaint({ code, data }: Refusal): Omit<Complaint, 'sheet' | 'row'> {
  if (code === 'meetings.tooMany') return { column: null, code: 'meeting.too_many', data: { most: Number(data?.['most']) } };
  return { column: null, code: 'database.refused', data: { problem: code } };
}

export const rulesAsked = ['meeting.expectsAway', 'meeting.quorumShare', 'meeting.score.good', 'meeting.score.fair', 'meeting.score.average'] as const satisfies readonly RuleKey[];

export type InForce = Partial<Record<(typeof rulesAsked)[number], number>>;

/** Records may go further back than the rules that are kept. */
export function checkRules(context: CheckContext, told: ToldMeeting, inForce: InForce = {}): boolean {
  const missing = rulesAsked.find((key) => inForce[key] === undefined && (told.row.score !== null || !key.startsWith('meeting.score.')));
  if (missing === undefined) return true;
  return complainOf(context, told, { column: missing.startsWith('meeting.score.') ? 'score' : 'on', code: 'meeting.no_rule', data: { on: told.row.on } });
}
