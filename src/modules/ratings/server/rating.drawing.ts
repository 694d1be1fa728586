/** Who is rated in a season: what lies directly below the committee on the day, or the members below it, or who leads what lies below. Nothing here writes. */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Home, Id } from '../../../platform/ids.ts';
import { postKinds, type PostKindEntry } from '../../posts/post.kinds.ts';
import { getRule } from '../../rules/server/index.ts';
import { ratedUnitKinds, type SubjectKind } from '../rating.kinds.ts';
import type { Season } from '../rating.season.ts';

export interface Drawn {
  readonly home: Home;
  readonly unitId: Id<'unit'>;
  readonly personId: Id<'person'> | null;
  readonly kind: SubjectKind;
  /** Organisations are grouped by what they are, people by what they are rated as. */
  readonly group: string;
  readonly exclusion: 'exempt' | 'admittedLately' | null;
  /** His rating of the year in the season of where he was before: nothing is decided there. */
  readonly movedId: Id<'rating'> | null;
}

/** Those who have a rating of the year already, in another season or from a paper, are left out, but for people who have moved since. */
export async function drawSubjects(ctx: Ctx, season: Pick<Season, 'unitId' | 'about' | 'year' | 'drawnOn'> & { readonly id: Season['id'] | null }, most: number): Promise<Drawn[]> {
  const drawing = { units: drawUnits, members: drawMembers, leaders: drawLeaders }[season.about];
  return rows(ctx.db, sql<Drawn>`select d.*, case when t.moved then t.id end as "movedId" from (${await drawing(ctx, season)}) d
    left join lateral (select r.id, r.person_id is not null and r.season_id is not null and r.season_id is distinct from ${season.id}::uuid and r.decision is null and r.unit_id <> d."unitId" as moved
      from ratings r where r.home_id = d.home and r.year = ${season.year} and r.about = ${season.about}
        and case when d."personId" is null then r.unit_id = d."unitId" and r.person_id is null else r.person_id = d."personId" end) t on true
    where t.id is null or t.moved
    order by d.home, d."unitId", d."personId" limit ${most + 1}`);
}

type Drawing = (ctx: Ctx, season: Pick<Season, 'unitId' | 'drawnOn'>) => Promise<RawBuilder<unknown>>;

const drawUnits: Drawing = async (_ctx, { unitId, drawnOn }) => sql`
  select u.home_id as home, u.id as "unitId", null::uuid as "personId", case when v.kind = 'cell' then 'cell' else 'committee' end as kind, v.kind as "group", null::text as exclusion
  from ${childrenOf(unitId, drawnOn)} join units u on u.id = c.unit_id`;

/** All who take part below it, whoever leads there too; a member placed for a time is rated where he is placed officially. */
const drawMembers: Drawing = async (ctx, { unitId, drawnOn }) => {
  const { value: months } = await getRule(ctx, 'rating.leastMonthsAdmitted', { unitId, on: drawnOn });
  return sql`
    select k.home, k."unitId", k."personId", k.kind, k.kind as "group", k.exclusion from (
      select p.home_id as home, p.cell_id as "unitId", p.person_id as "personId", case when ${leads('p', drawnOn)} then 'leader' else 'member' end as kind,
        case when ${isExempt('p', drawnOn)} then 'exempt'
          when lower(m.valid) > ${drawnOn}::date - make_interval(months => ${months}::int) then 'admittedLately' end as exclusion
      from placements p join memberships m on m.home_id = p.home_id and m.id = p.membership_id
      where p.kind = 'official' and p.valid @> ${drawnOn}::date and p.cell_id in (
        select c.descendant_id from unit_closure c where c.hierarchy = 'party' and c.ancestor_id = ${unitId} and c.valid @> ${drawnOn}::date union select ${unitId}::uuid)) k`;
};

const drawLeaders: Drawing = async (_ctx, { unitId, drawnOn }) => sql`
  select distinct on (t.person_id) t.home_id as home, c.unit_id as "unitId", t.person_id as "personId", 'leader' as kind, 'leader' as "group", case when ${isExempt('t', drawnOn)} then 'exempt' end as exclusion
  from ${childrenOf(unitId, drawnOn)} join posts o on o.unit_id = c.unit_id and o.kind = any(${leadingKinds}::text[]) join tenures t on t.post_id = o.id and t.valid @> ${drawnOn}::date
  order by t.person_id, c.unit_id`;

/** Rows `c`, with their version `v` on the day. */
function childrenOf(unitId: Id<'unit'>, on: Day): RawBuilder<unknown> {
  return sql`unit_parents c join unit_versions v on v.unit_id = c.unit_id and v.valid @> ${on}::date and v.kind = any(${Object.keys(ratedUnitKinds)}::text[])
    and c.hierarchy = 'party' and c.parent_id = ${unitId} and c.valid @> ${on}::date`;
}

const leadingKinds = postKinds.filter((kind: PostKindEntry) => (kind.leads || kind.deputy) && !kind.residents).map(({ code }) => code);

/** From work and activity (rulebook R4.18). */
function isExempt(person: string, on: Day): RawBuilder<boolean> {
  const of = (column: string) => sql.ref(`${person}.${column}`);
  return sql<boolean>`exists (select from exemptions e where e.home_id = ${of('home_id')} and e.person_id = ${of('person_id')} and e.valid @> ${on}::date)`;
}

/** Leads an organisation larger than a cell or a village. */
function leads(person: string, on: Day): RawBuilder<boolean> {
  const of = (column: string) => sql.ref(`${person}.${column}`);
  return sql<boolean>`exists (select from tenures t join posts o on o.id = t.post_id and o.kind = any(${leadingKinds}::text[]) join unit_versions v on v.unit_id = o.unit_id and v.valid @> ${on}::date
    where t.home_id = ${of('home_id')} and t.person_id = ${of('person_id')} and t.valid @> ${on}::date and v.kind not in ('cell', 'village', 'front_board'))`;
}
