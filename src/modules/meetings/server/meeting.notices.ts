/**
 * Who is told of meetings that are called, put off, called off: those on the roll, and the committee member assigned to the
 * cell: whoever was given `meeting.read` at just this unit, or stands among the guests as assigned and may read it.
 */
import { sql, type RawBuilder } from 'kysely';
import { holds, reach } from '../../../access/reach.ts';
import { holdersAt } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import type { Happened, NoticeSource, Telling } from '../../notices/server/index.ts';
import type { NoticeKind } from '../../notices/notice.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { Meeting } from '../meeting.ts';
import { concerns } from './meeting.own.ts';
import { rollOf } from './meeting.people.ts';
import { findMeeting } from './meeting.store.ts';

/** From the committee down to the cell that one of its members is assigned to. */
const stepsToCommittee = 3;

const kinds = ['meeting.called', 'meeting.postponed', 'meeting.cancelled'] as const satisfies NoticeKind[];

export const meetingNotices: NoticeSource = { kinds, events: kinds, tell, shown };

/** Of a day that is over nobody is told: a phone may bring it days later. */
async function tell(ctx: Ctx, { type, subjectId }: Happened): Promise<Telling[]> {
  const kind = kinds.find((one) => one === type);
  const meeting = subjectId ? await findMeeting(ctx, subjectId as Id<'meeting'>) : undefined;
  if (!kind || !meeting || meeting.on < ctx.today) return [];
  const roll = await rollOf(ctx, meeting);
  const people = roll.filter(({ basis }) => basis !== 'elsewhere').map(({ personId }) => personId);
  return [{ kind, unitId: meeting.unitId, subjectId: meeting.id, people, accounts: await assignedTo(ctx, meeting) }];
}

async function assignedTo(ctx: Ctx, { unitId, guests }: Meeting): Promise<Id<'account'>[]> {
  const named = guests.filter(({ role }) => role === 'assigned').map(({ personId }) => personId);
  const holders = await holdersAt(ctx, { verb: 'meeting.read', unitId, steps: stepsToCommittee });
  return holders.filter(({ steps, personId }) => steps === 0 || (personId !== null && named.includes(personId))).map(({ accountId }) => accountId);
}

/** By a right at the unit, or because the meeting concerns the reader himself. */
function shown(ctx: Ctx): RawBuilder<unknown> {
  const opens = reach(ctx, 'meeting.read').at('m.unit_id');
  const me = ctx.actor?.personId;
  const isMine = me && holds(ctx, 'self.read') ? concerns(me) : sql`false`;
  return sql`select jsonb_build_object('unit', ${unitNameAt('m.unit_id', sql`m.held_on`)}, 'meetingKind', m.kind, 'state', m.state, 'on', m.held_on, 'before', m.postponed_from,
      'starts', to_char(m.starts, 'HH24:MI'), 'opens', ${opens}) as facts
    from meetings m where m.home_id = home_of(n.subject_id) and m.id = n.subject_id and (${opens} or ${isMine})`;
}
