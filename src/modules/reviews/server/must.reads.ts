/** Units, members and posts of today among whom it is looked who must be reviewed. */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { committeePosts } from '../../meetings/meeting.roster.ts';
import type { Held, Member, Place } from '../review.must.ts';

/** The unit itself, and with `below` all Party organisations under it. */
export async function placesUnder(ctx: Ctx, unitId: Id<'unit'>, { below }: { readonly below: boolean }): Promise<Place[]> {
  const under = below ? sql`union select descendant_id from unit_closure where hierarchy = 'party' and ancestor_id = ${unitId} and valid @> ${ctx.today}::date` : sql``;
  return rows(ctx.db, sql<Place>`
    with place as (select ${unitId}::uuid as id ${under})
    select p.id, v.kind, v.type, (select count(distinct t.person_id)::int from posts o join tenures t on t.post_id = o.id and t.valid @> ${ctx.today}::date
      where o.unit_id = p.id and o.kind = any(${[...committeePosts]}::text[])) as committee
    from place p join unit_versions v on v.unit_id = p.id and v.valid @> ${ctx.today}::date order by p.id`);
}

/** Who is placed officially in one of these cells today. */
export async function membersAt(ctx: Ctx, cellIds: readonly Id<'unit'>[]): Promise<Member[]> {
  if (cellIds.length === 0) return [];
  const found = await rows(ctx.db, sql<{ id: Id<'person'>; cellId: Id<'unit'>; isExempt: boolean; posts: Held[] | null }>`
    select l.person_id as id, l.cell_id as "cellId",
      exists (select from exemptions e where e.home_id = l.home_id and e.person_id = l.person_id and e.valid @> ${ctx.today}::date) as "isExempt",
      (select jsonb_agg(jsonb_build_object('unitId', o.unit_id, 'kind', o.kind)) from tenures t join posts o on o.id = t.post_id where t.home_id = l.home_id and t.person_id = l.person_id and t.valid @> ${ctx.today}::date) as posts
    from placements l where l.cell_id = any(${[...cellIds]}::uuid[]) and l.kind = 'official' and l.valid @> ${ctx.today}::date order by l.person_id`);
  return found.map((member) => ({ ...member, posts: member.posts ?? [] }));
}
