/**
 * Who is told of leave that is asked: whoever keeps the meetings of the unit. Of meetings that are called, put off, called off: those on the roll, and the committee member assigned to the
 * cell: whoever was given `meeting.read` at just this unit, or stands among the guests as assigned and may read it.
 */
import { sql, type RawBuilder } from 'kysely';
import { holds, reach } from '../../../access/reach.ts';
import { accountsOfPeople, holdersAt, nearestHolders } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import type { Dealt, Happened, NoticeSource, Telling } from '../../notices/server/index.ts';
import type { NoticeKind } from '../../notices/notice.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { Meeting } from '../meeting.ts';
import { concerns } from './meeting.own.ts';
import { rollOf } from './meeting.people.ts';
import { findMeeting } from './meeting.store.ts';

/** From the committee down to the cell that one of its members is assigned to. */
const stepsToCommittee = 3;

const kinds = ['meeting.called', 'meeting.postponed', 'meeting.cancelled'] as const satisfies NoticeKind[];
const answered = 'meeting.answered';

export const meetingNotices: NoticeSource = { kinds: [...kinds, 'meeting.leaveAsked'], events: [...kinds, answered], tell, dealt, shown };

/** Of a day that is over nobody is told: a phone may bring it days later. */
async function tell(ctx: Ctx, happened: Happened): Promise<Telling[]> {
  const { type, subjectId } = happened;
  const meeting = subjectId ? await findMeeting(ctx, subjectId as Id<'meeting'>) : undefined;
  if (!meeting || meeting.on < ctx.today) return [];
  if (type === answered) return tellOfLeave(ctx, meeting, happened);
  const kind = kinds.find((one) => one === type);
  if (!kind) return [];
  const roll = await rollOf(ctx, meeting);
  const people = roll.filter(({ basis }) => basis !== 'elsewhere').map(({ personId }) => personId);
  return [{ kind, unitId: meeting.unitId, subjectId: meeting.id, people, accounts: await assignedTo(ctx, meeting) }];
}

async function tellOfLeave(ctx: Ctx, { id, unitId }: Meeting, { personId, data }: Happened): Promise<Telling[]> {
  if (!personId || data['answer'] !== 'leave' || data['decision'] !== null) return [];
  return [{ kind: 'meeting.leaveAsked', unitId, subjectId: id, accounts: await nearestHolders(ctx, { verb: 'meeting.record', unitId }), facts: { personId } }];
}

/** Who has answered for himself has read the invitation. */
async function dealt(ctx: Ctx, { type, actorId, personId, data }: Happened): Promise<Dealt | undefined> {
  if (type !== answered || !actorId || !personId || data['answer'] === null) return undefined;
  const own = await accountsOfPeople(ctx, [personId]);
  return own.includes(actorId) ? { kinds, account: actorId } : undefined;
}

async function assignedTo(ctx: Ctx, { unitId, guests }: Meeting): Promise<Id<'account'>[]> {
  const named = guests.filter(({ role }) => role === 'assigned').map(({ personId }) => personId);
  const holders = await holdersAt(ctx, { verb: 'meeting.read', unitId, steps: stepsToCommittee });
  return holders.filter(({ steps, personId }) => steps === 0 || (personId !== null && named.includes(personId))).map(({ accountId }) => accountId);
}

/** By a right at the unit, or because the meeting concerns the reader himself; of leave that was asked only by the right to decide about it. */
function shown(ctx: Ctx): RawBuilder<unknown> {
  const opens = reach(ctx, 'meeting.read').at('m.unit_id');
  const me = ctx.actor?.personId;
  const isMine = me && holds(ctx, 'self.read') ? concerns(me) : sql`false`;
  const asker = sql`(n.facts ->> 'personId')::uuid`;
  return sql`select jsonb_build_object('unit', ${unitNameAt('m.unit_id', sql`m.held_on`)}, 'meetingKind', m.kind, 'state', m.state, 'on', m.held_on, 'before', m.postponed_from,
      'starts', to_char(m.starts, 'HH24:MI'), 'opens', ${opens})
      || case when n.kind = 'meeting.leaveAsked' then jsonb_build_object('person', (select p.full_name from people p where p.home_id = home_of(${asker}) and p.id = ${asker}),
        'isSettled', m.state not in ('planned', 'invited') or not exists (select from meeting_answers a where a.home_id = m.home_id and a.meeting_id = m.id and a.person_id = ${asker} and a.answer = 'leave' and a.decision is null)) else '{}' end as facts
    from meetings m where m.home_id = home_of(n.subject_id) and m.id = n.subject_id
      and case when n.kind = 'meeting.leaveAsked' then ${reach(ctx, 'meeting.record').at('m.unit_id')} else ${opens} or ${isMine} end`;
}
