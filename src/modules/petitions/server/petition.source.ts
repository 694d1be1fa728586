/** Where a petition was raised: a meeting of the place, a visit to it that the actor himself wrote down; and who may record it there. */
import { sql, type RawBuilder } from 'kysely';
import { holds, reach, take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { followedLately } from '../../visits/visit.follows.figures.ts';
import type { Source } from '../petition.kinds.ts';

interface Raised {
  readonly unitId: Id<'unit'>;
  readonly source: Source;
  readonly sourceId: Id | null;
}

/** By who may at the place. What was heard on a visit that still comes in after the assignment has ended goes with it. */
export async function requireRecorder(ctx: Ctx, raised: Raised): Promise<void> {
  ctx.asked.add('self.read');
  if (!(await isOfOwnVisit(ctx, raised))) await take(ctx, 'petition.record', raised.unitId);
}

async function isOfOwnVisit(ctx: Ctx, { unitId, source, sourceId }: Raised): Promise<boolean> {
  const me = ctx.actor?.personId;
  if (source !== 'visit' || sourceId === null || !me || !holds(ctx, 'self.read')) return false;
  const row = await firstRow(ctx.db, sql`select 1 as one from visits v where v.home_id = ${homeOf(sourceId)} and v.id = ${sourceId} and v.person_id = ${me} and v.state = 'kept'
    and ${followedLately(sql`v.person_id`, { unit: sql`${unitId}::uuid`, on: sql`v.visited_on`, today: sql`${ctx.today}::date`, isWithin: reach(ctx, 'petition.record').at })}`);
  return row !== undefined;
}

/** Held at the place or below it. */
export async function requireSource(ctx: Ctx, { unitId, source, sourceId }: Raised): Promise<void> {
  if (sourceId === null) return;
  const found = source === 'meeting' ? meetingRow(sourceId) : source === 'visit' ? visitRow(ctx, sourceId) : undefined;
  const row = found && (await firstRow(ctx.db, sql`select 1 as one from (${found}) f where f.unit_id = ${unitId}
    or exists (select from unit_closure k where k.hierarchy = 'reach' and k.ancestor_id = ${unitId} and k.descendant_id = f.unit_id and k.valid @> ${ctx.today}::date)`));
  if (!row) throw new Problem({ code: 'petitions.sourceUnknown', kind: 'invalid' });
}

function meetingRow(id: Id): RawBuilder<unknown> {
  return sql`select m.unit_id from meetings m where m.home_id = ${homeOf(id)} and m.id = ${id}`;
}

function visitRow({ actor }: Ctx, id: Id): RawBuilder<unknown> {
  return sql`select v.unit_id from visits v where v.home_id = ${homeOf(id)} and v.id = ${id} and (v.person_id = ${actor?.personId ?? null}::uuid or v.recorded_by = ${actor?.accountId ?? null}::uuid)`;
}
