/**
 * Meetings for phones, each whole as its page reads it (`meeting.page.ts`), of all carried units at once. Nothing here writes.
 */
import './meeting.tables.ts';
import { sql, type Selectable } from 'kysely';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, type Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { SyncSource } from '../../../sync/source.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { TaskState } from '../../tasks/task.ts';
import { emptyWhole } from '../meeting.offline.ts';
import type { MeetingAnswer, MeetingRecord, WholeMeeting } from '../meeting.record.ts';
import { ruleOn, type CarriedRules } from '../meeting.rules.ts';
import { isAhead, type Attendance, type Meeting } from '../meeting.ts';
import { wholeAfter } from '../meeting.whole.ts';
import { mostOnRoll, namesOf, rollsOf } from './meeting.people.ts';
import { attendanceOf, guestOf, meetingOf, type MeetingContent } from './meeting.store.ts';
import type { AttendancesTable, MeetingAnswersTable, MeetingGuestsTable, MeetingsTable } from './meeting.tables.ts';
import { rulesAround } from './rules.sync.ts';

type MeetingId = Id<'meeting'>;

export const meetingSource: SyncSource = {
  type: 'meeting',
  records: async (ctx, units) => (await recordsOf(ctx, units)).map((record) => ({ id: record.whole.id, body: record })),
};

const daysBack = 62;
const daysAhead = 120;
/** Not adopted yet: still to be worked on. */
const unfinishedBack = 200;

export async function recordsOf(ctx: Ctx, units: readonly Id<'unit'>[]): Promise<MeetingRecord[]> {
  const found = await findRows(ctx, units);
  const ids = found.map(({ id }) => id);
  const parts = await partsOf(ctx, ids);
  const meetings = found.map(({ content, ...row }) => ({ row, meeting: meetingOf(row, { content, roll: parts.roll(row.id), guests: parts.guests(row.id) }) }));
  const rules = new Map((await rulesAround(ctx, [...new Set(meetings.map(({ meeting }) => meeting.unitId))])).map((one) => [one.unitId, one]));
  const rolls = await rollsAhead(ctx, meetings.map(({ meeting }) => meeting).filter(isAhead), rules);
  const lasts = await lastMeetings(ctx, ids);
  const names = await namesOf(ctx, meetings.flatMap(({ meeting }) => [...(rolls.get(meeting.id) ?? meeting.roll).map(({ personId }) => personId), ...namedIn(meeting)]));
  const order = new Map([...names.keys()].map((id, at) => [id, at]));
  return meetings.map(({ row, meeting }) => {
    const roll = (rolls.get(meeting.id) ?? meeting.roll).filter(({ personId }) => order.has(personId)).toSorted((one, other) => order.get(one.personId)! - order.get(other.personId)!);
    const told = emptyWhole(meeting, { unit: { id: meeting.unitId, name: row.unit_name }, parent: row.parent_name, may: row.may_record ? ['meeting.record'] : [], rules: rules.get(meeting.unitId)! });
    const conclusions: WholeMeeting['conclusions'] = meeting.conclusions.map((one) => ({ ...one, owner: null, state: parts.states.get(one.id) ?? null }));
    const answers = parts.answers(meeting.id);
    const isOnRoll = new Set<string>(roll.map(({ personId }) => personId));
    return {
      whole: wholeAfter({ ...told, conclusions, files: parts.files(meeting.id) }, meeting, { roll, answers, nameOf: (id) => names.get(id as Id<'person'>) ?? '' }),
      answers, lastMeeting: lasts.get(meeting.id) ?? null,
      names: Object.fromEntries(namedIn(meeting).filter((id) => !isOnRoll.has(id)).toSorted().map((id) => [id, names.get(id) ?? ''])),
    };
  });
}

/** Named without having to be on the roll. */
function namedIn({ conclusions, opinions }: Meeting): Id<'person'>[] {
  return [...new Set([...conclusions.flatMap(({ ownerId }) => ownerId ?? []), ...opinions.flatMap(({ personId }) => personId ?? [])])];
}

type FoundRow = Selectable<MeetingsTable> & { readonly id: MeetingId; readonly content: MeetingContent; readonly unit_name: string; readonly parent_name: string | null; readonly may_record: boolean };

function findRows(ctx: Ctx, units: readonly Id<'unit'>[]): Promise<FoundRow[]> {
  const homes = [...new Set(units.map(homeOf))];
  return rows(ctx.db, sql<FoundRow>`select m.*, b.content, coalesce(${unitNameAt('m.unit_id', sql`m.held_on`)}, '') as unit_name, ${unitNameAt('p.parent_id', sql`m.held_on`)} as parent_name, ${reach(ctx, 'meeting.record').at('m.unit_id')} as may_record
    from meetings m join meeting_books b on b.home_id = m.home_id and b.meeting_id = m.id
    left join unit_parents p on p.unit_id = m.unit_id and p.hierarchy = 'party' and p.valid @> m.held_on
    where m.home_id = any(${homes}::smallint[]) and m.unit_id = any(${units}::uuid[]) and ${reach(ctx, 'meeting.read').at('m.unit_id')} and m.held_on <= ${addDays(ctx.today, daysAhead)}::date
      and (m.held_on >= ${addDays(ctx.today, -daysBack)}::date or (m.held_on >= ${addDays(ctx.today, -unfinishedBack)}::date and m.state not in ('adopted', 'cancelled'))) order by m.id`);
}

async function partsOf(ctx: Ctx, ids: readonly MeetingId[]) {
  const these = sql`unnest(${ids.map(homeOf)}::smallint[], ${ids}::uuid[]) n (home_id, id)`;
  const roll = grouped(await rows(ctx.db, sql<Selectable<AttendancesTable>>`select a.* from ${these} join meetings m on m.home_id = n.home_id and m.id = n.id
    join attendances a on a.home_id = m.home_id and a.held_on = m.held_on and a.meeting_id = m.id order by a.meeting_id, a.person_id`));
  const guests = grouped(await rows(ctx.db, sql<Selectable<MeetingGuestsTable>>`select g.* from ${these} join meeting_guests g on g.home_id = n.home_id and g.meeting_id = n.id order by g.id`));
  const answers = grouped(await rows(ctx.db, sql<Selectable<MeetingAnswersTable>>`select g.* from ${these} join meeting_answers g on g.home_id = n.home_id and g.meeting_id = n.id order by g.person_id`));
  const files = grouped(await rows(ctx.db, sql<WholeMeeting['files'][number] & { meeting_id: string }>`select f.meeting_id, f.id, f.kind, f.name, f.media_type as "mediaType", f.size
    from ${these} join meeting_files f on f.home_id = n.home_id and f.meeting_id = n.id order by f.recorded_at, f.id`));
  const tasks = await rows(ctx.db, sql<{ id: string; state: TaskState }>`select t.id, t.state from ${these} join meeting_books b on b.home_id = n.home_id and b.meeting_id = n.id
    cross join lateral jsonb_array_elements(b.content -> 'conclusions') c join tasks t on t.home_id = n.home_id and t.id = (c ->> 'id')::uuid`);
  return {
    roll: (id: MeetingId): Attendance[] => roll(id).map(attendanceOf), guests: (id: MeetingId) => guests(id).map(guestOf), answers: (id: MeetingId) => answers(id).map(answerOf),
    files: (id: MeetingId) => files(id).map(({ meeting_id: _meeting, ...file }) => file), states: new Map<string, TaskState>(tasks.map(({ id, state }) => [id, state])),
  };
}

function answerOf(row: Selectable<MeetingAnswersTable>): MeetingAnswer {
  return { personId: row.person_id, answer: row.answer, reason: row.reason, decision: row.decision } as MeetingAnswer; // the table's own checks hold the words
}

/** Those who would be on the rolls. */
async function rollsAhead(ctx: Ctx, ahead: readonly Meeting[], rules: ReadonlyMap<Id<'unit'>, CarriedRules>): Promise<Map<MeetingId, Attendance[]>> {
  const found = await rollsOf(ctx, ahead.map(({ unitId, kind, on }) => ({ unitId, kind, on, expectsAway: ruleOn(rules.get(unitId)!, 'meeting.expectsAway', on)?.value === 1 })));
  // Where the page refuses to show so many, the phone carries none.
  return new Map(ahead.map(({ id }, at) => [id, found[at]!.length > mostOnRoll ? [] : found[at]!]));
}

/** Of those that are to be held: what was concluded the time before. */
async function lastMeetings(ctx: Ctx, ids: readonly MeetingId[]): Promise<Map<MeetingId, MeetingRecord['lastMeeting']>> {
  const found = await rows(ctx.db, sql<{ id: MeetingId; last_id: MeetingId; held_on: Day; content: MeetingContent }>`select m.id, l.id as last_id, l.held_on, b.content
    from unnest(${ids.map(homeOf)}::smallint[], ${ids}::uuid[]) n (home_id, id) join meetings m on m.home_id = n.home_id and m.id = n.id and m.state in ('planned', 'invited'),
    lateral (select x.home_id, x.id, x.held_on from meetings x where x.home_id = m.home_id and x.unit_id = m.unit_id and x.kind = m.kind and x.id <> m.id and x.held_on <= m.held_on and x.state in ('closed', 'adopted')
      order by x.held_on desc, x.id desc limit 1) l
    join meeting_books b on b.home_id = l.home_id and b.meeting_id = l.id`);
  return new Map(found.map((row) => [row.id, { id: row.last_id, on: row.held_on, conclusions: row.content.conclusions.map(({ text }) => text) }]));
}

function grouped<Row extends { readonly meeting_id: string }>(found: readonly Row[]): (id: string) => readonly Row[] {
  const byMeeting = Map.groupBy(found, (row) => row.meeting_id);
  return (id) => byMeeting.get(id) ?? [];
}
