/** Who is told of a task: the one who is to do it, once, when it is given or it is handed to him later, and each time it is given back; who asked, each time it is reported. */
import './task.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { holds, reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { nearestHolders } from '../../../access/server/index.ts';
import type { Dealt, Happened, NoticeSource, Telling } from '../../notices/server/index.ts';
import { unitNameAt } from '../../units/server/index.ts';
import { holderOn, isOwnOf } from './task.holders.ts';

export const taskNotices: NoticeSource = { kinds: ['task.given', 'task.reported', 'task.givenBack'], events: ['meeting.closed', 'meeting.recorded', 'task.given', 'task.changed', 'task.reported', 'task.givenBack', 'task.settled'], tell, dealt, shown };

interface OwnedRow {
  readonly id: Id<'task'>;
  readonly unit_id: Id<'unit'>;
  readonly asked_by: Id<'unit'>;
  readonly owner_id: Id<'person'> | null;
}

async function tell(ctx: Ctx, { type, subjectId }: Happened): Promise<Telling[]> {
  if (!subjectId || type === 'task.settled') return [];
  const which = type.startsWith('task.') ? sql`t.id = ${subjectId}` : sql`t.origin_id = ${subjectId}`;
  const open = await rows(ctx.db, sql<OwnedRow>`select t.id, t.unit_id, t.asked_by, ${holderOn('t', sql`${ctx.today}`)} as owner_id from tasks t where t.home_id = ${homeOf(subjectId)} and ${which} and t.state = 'open' order by t.id`);
  if (type === 'task.reported' || type === 'task.givenBack') return Promise.all(open.map((row) => tellAnswered(ctx, row, type)));
  return open.flatMap(({ id, unit_id: unitId, owner_id: owner }) => (owner ? [{ kind: 'task.given' as const, unitId, subjectId: id, people: [owner], occasion: 'given' }] : []));
}

/** Reported: whoever confirms it for the unit that asked. Given back: who answers for it, else whoever keeps the tasks of the unit. */
async function tellAnswered(ctx: Ctx, { id: subjectId, unit_id: unitId, asked_by: askedBy, owner_id: owner }: OwnedRow, kind: 'task.reported' | 'task.givenBack'): Promise<Telling> {
  if (kind === 'task.givenBack' && owner) return { kind, unitId, subjectId, people: [owner] };
  return { kind, unitId, subjectId, accounts: await nearestHolders(ctx, { verb: 'task.record', unitId: kind === 'task.reported' ? askedBy : unitId }) };
}

/** Confirmed or given back, what was told of its report asks for nothing more. */
async function dealt(_: Ctx, { type, actorId }: Happened): Promise<Dealt | undefined> {
  return actorId && (type === 'task.settled' || type === 'task.givenBack') ? { kinds: ['task.reported'], account: actorId } : undefined;
}

/** To the owner alone, for as long as he is the owner; that it was reported, to who confirms it; given back, also to who keeps the tasks of the unit. */
function shown(ctx: Ctx): RawBuilder<unknown> {
  const me = ctx.actor?.personId;
  const isOwn = me ? isOwnOf('t', me, sql`${ctx.today}::date`) : sql<boolean>`false`;
  // Whoever answers for it opens it, wherever it is to be done.
  const opens = holds(ctx, 'task.report') ? sql`true` : reach(ctx, 'task.read').at('t.unit_id');
  const isShown = holds(ctx, 'self.read') ? sql`true` : reach(ctx, 'task.read').at('t.unit_id');
  return sql`select jsonb_build_object('unit', ${unitNameAt('t.unit_id', sql`${ctx.today}::date`)}, 'title', t.title, 'dueOn', t.due_on, 'isSettled', t.state <> 'open' or (n.kind = 'task.reported' and t.stage <> 'reported'), 'opens', ${opens}) as facts
    from tasks t where t.home_id = home_of(n.subject_id) and t.id = n.subject_id and case n.kind when 'task.reported' then ${reach(ctx, 'task.record').at('t.asked_by')} when 'task.givenBack' then (${isOwn} and ${isShown}) or ${reach(ctx, 'task.record').at('t.unit_id')} else ${isOwn} and ${isShown} end`;
}
