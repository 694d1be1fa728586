/** Units, members and posts of today among whom it is looked who must be reviewed. */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { committeePosts } from '../../meetings/meeting.roster.ts';
import { leadingKinds, ledByMembers } from '../../posts/post.kinds.ts';
import type { PeopleScope } from '../review.kinds.ts';
import type { Held, Member, Place } from '../review.must.ts';

export interface Under {
  readonly unitId: Id<'unit'>;
  readonly below: boolean;
}

/** The unit itself, and with `below` all Party organisations under it; the cells among them only where they are reviewed too. */
export async function placesUnder(ctx: Ctx, under: Under, { withCells }: { readonly withCells: boolean }): Promise<Place[]> {
  return rows(ctx.db, sql<Place>`
    select p.id, v.kind, v.type, (select count(distinct t.person_id)::int from posts o join tenures t on t.post_id = o.id and t.valid @> ${ctx.today}::date
      where o.unit_id = p.id and o.kind = any(${[...committeePosts]}::text[])) as committee
    from (${unitsUnder(ctx, under)}) p join unit_versions v on v.unit_id = p.id and v.valid @> ${ctx.today}::date and (${withCells} or v.kind <> 'cell') order by p.id`);
}

/** Who is placed officially in a cell there today, all or those who lead; one more than the most where there are more. */
export async function membersUnder(ctx: Ctx, under: Under, { people, most }: { readonly people: Exclude<PeopleScope, 'none'>; readonly most: number }): Promise<Member[]> {
  const found = await rows(ctx.db, sql<{ id: Id<'person'>; cellId: Id<'unit'>; isExempt: boolean; posts: Held[] | null }>`
    with place as materialized (${unitsUnder(ctx, under)}),
      one as (select l.home_id, l.person_id, l.cell_id from ${people === 'leaders' ? leadersAmong(ctx) : sql`placements l`}
        where l.kind = 'official' and l.valid @> ${ctx.today}::date and l.cell_id in (select id from place) limit ${most + 1})
    select l.person_id as id, l.cell_id as "cellId",
      exists (select from exemptions e where e.home_id = l.home_id and e.person_id = l.person_id and e.valid @> ${ctx.today}::date) as "isExempt",
      (select jsonb_agg(jsonb_build_object('unitId', o.unit_id, 'kind', o.kind, 'unitKind', v.kind)) from tenures t join posts o on o.id = t.post_id
        join unit_versions v on v.unit_id = o.unit_id and v.valid @> ${ctx.today}::date where t.home_id = l.home_id and t.person_id = l.person_id and t.valid @> ${ctx.today}::date) as posts
    from one l order by l.person_id`);
  return found.map((member) => ({ ...member, posts: member.posts ?? [] }));
}

/** As `isLeader` tells it. From the few posts to the people: of a province the members are many. */
function leadersAmong(ctx: Ctx): RawBuilder<unknown> {
  return sql`(select distinct t.home_id, t.person_id from tenures t join posts o on o.id = t.post_id and o.kind = any(${[...leadingKinds]}::text[])
      join unit_versions v on v.unit_id = o.unit_id and v.valid @> ${ctx.today}::date and v.kind <> all(${[...ledByMembers]}::text[]) where t.valid @> ${ctx.today}::date) leader
    join placements l on l.home_id = leader.home_id and l.person_id = leader.person_id`;
}

function unitsUnder({ today }: Ctx, { unitId, below }: Under): RawBuilder<unknown> {
  return below ? sql`select ${unitId}::uuid as id union select descendant_id from unit_closure where hierarchy = 'party' and ancestor_id = ${unitId} and valid @> ${today}::date` : sql`select ${unitId}::uuid as id`;
}
