/**
 * In which group each unit is: units are told apart by their nearest anchors on the day (a dated row for each change) and
 * on today's boundaries (where the successors of a unit that stands no more stand), and by the anchors that reach them.
 * The same joins as those of a live question (`facts.sql.ts`), read from the unit upwards. Works on temporary tables:
 * `moving_units` names the units looked at, `new_places` is what is found.
 */
import { sql } from 'kysely';
import type { Day } from '../../../platform/day.ts';
import type { Db } from '../../../platform/db/database.ts';
import { heldOn } from '../../held.ts';
import type { Sql } from '../../figure.ts';
import { anchorHierarchies, coarseKinds, grantedKinds, isAnchorIn, isBodyOf } from './anchors.ts';

export interface Placing {
  readonly firstDay: Day;
  readonly today: Day;
}

/** Fills `moving_units`: all, or the marked with those whose place hangs on theirs. */
export async function listMoving(db: Db, units: 'all' | readonly string[]): Promise<void> {
  await sql`create temporary table moving_units (unit_id uuid primary key) on commit drop`.execute(db);
  if (units === 'all') await sql`insert into moving_units select id from units`.execute(db);
  else await sql`
    insert into moving_units
    with recursive moving (unit_id) as (
      select unnest(${[...units]}::uuid[])
      union
      select n.unit_id from moving m cross join lateral (
        select c.descendant_id as unit_id from unit_closure c where c.ancestor_id = m.unit_id and c.hierarchy in ('party', 'territory', 'government', 'front', 'reach')
        union select r.unit_id from unit_relations r where r.other_id = m.unit_id
        union select l.predecessor_id from unit_lineage l where l.successor_id = m.unit_id
      ) n
    ) select unit_id from moving`.execute(db);
  await sql`analyze moving_units`.execute(db);
}

/** Fills `new_places` for the moving units. */
export async function placeMoving(db: Db, placing: Placing): Promise<void> {
  await temporary(db, 'place_heirs', heirs(placing));
  await temporary(db, 'place_wanted', sql`
    select heir_id as unit_id from place_heirs union select r.other_id from place_heirs h join unit_relations r on r.unit_id = h.heir_id`);
  await temporary(db, 'place_tree_links', treeLinks(placing));
  await temporary(db, 'place_links', links());
  await temporary(db, 'place_today', todaySets(placing));
  await temporary(db, 'place_reach', reachSets(placing));
  await temporary(db, 'place_days', daySets(placing));
  await temporary(db, 'new_places', places());
}

/** The first day from which today's boundaries may be others, as far as the moving units tell. */
export function nextChange({ today }: Placing): Sql {
  const bounds = (table: Sql, unit: Sql, valid: Sql) => sql`select d from ${table} t join moving_units m on m.unit_id = ${unit} cross join lateral (values (lower(${valid})), (upper(${valid}))) b (d)`;
  return sql`select min(d)::text as day from (
    ${bounds(sql`unit_versions`, sql`t.unit_id`, sql`t.valid`)}
    union all ${bounds(sql`unit_closure`, sql`t.descendant_id`, sql`t.valid`)}
    union all ${bounds(sql`unit_relations`, sql`t.unit_id`, sql`t.valid`)}
  ) changes where d > ${today}::date`;
}

async function temporary(db: Db, name: string, query: Sql): Promise<void> {
  await sql`create temporary table ${sql.id(name)} on commit drop as ${query}`.execute(db);
  await sql`analyze ${sql.id(name)}`.execute(db);
}

/** Every unit itself and, where it stands no more today, its successors, theirs where these stand no more either. */
function heirs({ today }: Placing): Sql {
  return sql`
    with recursive h (unit_id, heir_id) as (
      select unit_id, unit_id from moving_units
      union
      select h.unit_id, l.successor_id from h join unit_lineage l on l.predecessor_id = h.heir_id
      where not exists (select from unit_versions v where v.unit_id = h.heir_id and ${heldOn('v.valid', sql`${today}::date`)})
    ) select * from h`;
}

/** The nearest anchor of a unit in a tree, and apart from it the nearest coarse one, each from a day to a day. */
function treeLinks({ firstDay }: Placing): Sql {
  const nearer = sql`(partition by hierarchy, unit_id order by depth rows between unbounded preceding and 1 preceding)`;
  const nearest = (isCoarse: boolean) => sql`
    select hierarchy, unit_id, anchor_id, ${isCoarse}::boolean as is_coarse, unnest(valid - coalesce(range_agg(valid) over ${nearer}, '{}')) as valid
    from (select hierarchy, unit_id, anchor_id, depth, range_agg(valid) as valid from up ${isCoarse ? sql`where is_coarse` : sql``} group by 1, 2, 3, 4) above`;
  return sql`
    with bodies as materialized (select u.id as unit_id from units u where ${isBodyOf('u.id', coarseKinds)}),
    up as materialized (
      select c.hierarchy, c.descendant_id as unit_id, c.ancestor_id as anchor_id, c.depth, v.kind = any(${[...coarseKinds]}::text[]) or b.unit_id is not null as is_coarse,
        c.valid * v.valid * daterange(${firstDay}::date, null) as valid
      from place_wanted w join unit_closure c on c.descendant_id = w.unit_id and c.hierarchy = any(${[...anchorHierarchies]}::text[]) and c.valid && daterange(${firstDay}::date, null)
      join unit_versions v on v.unit_id = c.ancestor_id and (${isAnchorIn('c.hierarchy')}) and v.valid && c.valid
      left join bodies b on b.unit_id = c.ancestor_id
    )
    select * from (${nearest(false)} union all ${nearest(true)}) l where not isempty(valid)`;
}

/** By system: a tree, or all together with the places to which a unit is related. An anchor is written with its tree. */
function links(): Sql {
  return sql`
    with named as (select *, hierarchy || ':' || anchor_id as anchor from place_tree_links)
    select hierarchy as system, unit_id, anchor, is_coarse, valid from named
    union all select 'all', unit_id, anchor, is_coarse, valid from named
    union all select 'all', r.unit_id, n.anchor, n.is_coarse, n.valid * r.valid from named n join unit_relations r on r.other_id = n.unit_id and r.valid && n.valid`;
}

function todaySets({ today }: Placing): Sql {
  return sql`
    select l.system, h.unit_id, ${anchorSets}
    from place_heirs h join place_links l on l.unit_id = h.heir_id and l.valid @> ${today}::date group by 1, 2`;
}

const anchorSets = sql`
  coalesce(array_agg(distinct l.anchor order by l.anchor) filter (where not l.is_coarse), '{}') as anchors,
  coalesce(array_agg(distinct l.anchor order by l.anchor) filter (where l.is_coarse), '{}') as coarse`;

/** Who stands above the unit for access: a grant for one of them with all below it reaches the unit. */
function reachSets({ today }: Placing): Sql {
  return sql`
    with anchors as materialized (select unit_id, bool_or(kind = any(${[...coarseKinds]}::text[])) as is_coarse from unit_versions where kind = any(${[...grantedKinds]}::text[]) group by unit_id)
    select m.unit_id, array_agg(distinct a.unit_id order by a.unit_id) as anchors, coalesce(array_agg(distinct a.unit_id order by a.unit_id) filter (where a.is_coarse), '{}') as coarse
    from moving_units m join unit_closure c on c.hierarchy = 'reach' and c.descendant_id = m.unit_id and c.valid @> ${today}::date
    join anchors a on a.unit_id = c.ancestor_id group by 1`;
}

/** The whole time since the first day in pieces in which the anchors stay the same. */
function daySets({ firstDay }: Placing): Sql {
  return sql`
    with of_moving as materialized (select l.* from place_links l join moving_units m on m.unit_id = l.unit_id),
    bounds as (
      select system, unit_id, lower(valid) as day from of_moving
      union select system, unit_id, upper(valid) from of_moving where not upper_inf(valid)
      union select system, unit_id, ${firstDay}::date from of_moving
      union select system, unit_id, ${firstDay}::date from place_today
    ),
    pieces as (select system, unit_id, daterange(day, lead(day) over (partition by system, unit_id order by day)) as valid from bounds)
    select p.system, p.unit_id, p.valid, ${anchorSets}
    from pieces p left join of_moving l on l.system = p.system and l.unit_id = p.unit_id and l.valid @> lower(p.valid) group by 1, 2, 3`;
}

/** A group is named by what makes it, so that it is the same whoever finds it. */
function places(): Sql {
  const name = (...parts: readonly Sql[]) => sql`md5(concat_ws('|', d.system, ${sql.join(parts.map((part) => sql`array_to_string(${part}, ',')`))}))::uuid`;
  const coarse = [sql`d.coarse`, sql`coalesce(t.coarse, '{}')`, sql`coalesce(r.coarse, '{}')`];
  return sql`
    select d.system, d.unit_id, d.valid, ${name(sql`d.anchors`, sql`coalesce(t.anchors, '{}')`, sql`coalesce(r.anchors, '{}')`, ...coarse)} as group_id,
      ${name(sql`array['coarse']`, ...coarse)} as coarse_id,
      d.anchors, d.coarse, coalesce(t.anchors, '{}') as today_anchors, coalesce(t.coarse, '{}') as today_coarse,
      coalesce(r.anchors, '{}') as reach, coalesce(r.coarse, '{}') as coarse_reach
    from place_days d
    left join place_today t on t.system = d.system and t.unit_id = d.unit_id
    left join place_reach r on r.unit_id = d.unit_id
    where cardinality(d.anchors) > 0 or cardinality(coalesce(t.anchors, '{}')) > 0`;
}
