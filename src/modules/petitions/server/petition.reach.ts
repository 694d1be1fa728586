/**
 * Who may do what about a petition. It is read at the place that raised it, at the body that has it, and at the one that sent it
 * there. The place confirms and asks again; the body passes on, takes up, answers. Who asked is told at the body alone: to whoever
 * sits at it, or in the office of the committee that it works beside, and to nobody for standing above.
 */
import { sql, type RawBuilder } from 'kysely';
import { mayDo, placedAt, reach, seatsOf, spreadOf } from '../../../access/reach.ts';
import { primaryOf, type Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { deskOf } from '../petition.desk.figures.ts';
import type { Petition } from '../petition.ts';

/** Rows `p` of petitions. */
export function within(ctx: Ctx): RawBuilder<boolean> {
  const read = reach(ctx, 'petition.read');
  return sql`(${read.at('p.unit_id')} or ${read.at('p.body_id')} or coalesce(${read.at('p.sent_by_id')}, false))`;
}

/** The same as `within` for a list: where little is within reach its petitions are gathered, else they are walked in order. */
export async function listedWithin(ctx: Ctx): Promise<RawBuilder<boolean>> {
  const { wide } = await spreadOf(ctx, 'petition.read');
  if (wide === 'country' || wide.length > 0) return within(ctx);
  const read = reach(ctx, 'petition.read');
  return sql`(p.home_id, p.id) in (select e.home_id, e.id from petitions e where ${read.over('e.unit_id')} union select e.home_id, e.id from petitions e where ${read.over('e.body_id')}
    union select e.home_id, e.id from petitions e where e.sent_by_id is not null and ${read.over('e.sent_by_id')})`;
}

type Placed = Pick<Petition, 'unitId' | 'bodyId' | 'sentById'>;

export async function isReadable(ctx: Ctx, { unitId, bodyId, sentById }: Placed): Promise<boolean> {
  for (const at of new Set([unitId, bodyId, ...(sentById ? [sentById] : [])])) if (await mayDo(ctx, 'petition.read', at)) return true;
  return false;
}

/**
 * Units at which the actor is the handler himself: those that an assignment names, and what works beside these: the boards of the
 * committee, and the government, councils and Front of the territory that it leads.
 */
export async function isHandler(ctx: Ctx, { bodyId }: Pick<Petition, 'bodyId'>): Promise<boolean> {
  const seats = [...new Set(seatsOf(ctx, 'petition.handle'))].toSorted();
  const row = await firstRow(primaryOf(ctx), sql<{ ok: boolean }>`
    select ${placedAt(ctx, 'petition.handle')('b.id')} or exists (select from unnest(${seats}::uuid[]) seat (id) cross join lateral ${deskOf(sql`seat.id`, sql`${ctx.today}::date`)} desk where desk.id = b.id) as ok from (select ${bodyId}::uuid as id) b`);
  return row?.ok ?? false;
}
