/** Who is told of a task: the one who is to do it, once, when it is given or it is handed to him later. */
import './task.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { holds, reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import type { Happened, NoticeSource, Telling } from '../../notices/server/index.ts';
import { unitNameAt } from '../../units/server/index.ts';
import { holderOn, isOwnOf } from './task.holders.ts';

export const taskNotices: NoticeSource = { kinds: ['task.given'], events: ['meeting.closed', 'meeting.recorded', 'task.given', 'task.changed'], tell, shown };

interface OwnedRow {
  readonly id: Id<'task'>;
  readonly unit_id: Id<'unit'>;
  readonly owner_id: Id<'person'>;
}

async function tell({ db, today }: Ctx, { type, subjectId }: Happened): Promise<Telling[]> {
  if (!subjectId) return [];
  const which = type.startsWith('task.') ? sql`t.id = ${subjectId}` : sql`t.origin_id = ${subjectId}`;
  const owned = await rows(db, sql<OwnedRow>`select * from (select t.id, t.unit_id, ${holderOn('t', sql`${today}`)} as owner_id from tasks t where t.home_id = ${homeOf(subjectId)} and ${which} and t.state = 'open') o where o.owner_id is not null order by o.id`);
  return owned.map((row) => ({ kind: 'task.given', unitId: row.unit_id, subjectId: row.id, people: [row.owner_id], occasion: 'given' }));
}

/** To the owner alone, for as long as he is the owner. */
function shown(ctx: Ctx): RawBuilder<unknown> {
  const me = ctx.actor?.personId;
  const isOwn = me ? isOwnOf('t', me, sql`${ctx.today}::date`) : sql<boolean>`false`;
  // Whoever answers for it opens it, wherever it is to be done.
  const opens = holds(ctx, 'task.report') ? sql`true` : reach(ctx, 'task.read').at('t.unit_id');
  const isShown = holds(ctx, 'self.read') ? sql`true` : reach(ctx, 'task.read').at('t.unit_id');
  return sql`select jsonb_build_object('unit', ${unitNameAt('t.unit_id', sql`${ctx.today}::date`)}, 'title', t.title, 'dueOn', t.due_on, 'isSettled', t.state <> 'open', 'opens', ${opens}) as facts
    from tasks t where t.home_id = home_of(n.subject_id) and t.id = n.subject_id and ${isOwn} and ${isShown}`;
}
