/**
 * In which group each unit is: units are told apart by their nearest anchors on the day (a dated row for each change) and
 * on today's boundaries (where the successors of a unit that stands no more stand), and by the anchors that reach them.
 * The same joins as those of a live question (`facts.sql.ts`), read from the unit upwards. Works on temporary tables:
 * `moving_units` names the units looked at, `new_places` is what is found, `place_groups` the groups that it needs. Anchors
 * have numbers meanwhile, in the order of their ids: sets of them are short and quickly compared.
 */
import { sql } from 'kysely';
import type { Day } from '../../../platform/day.ts';
import type { Db } from '../../../platform/db/database.ts';
import { heldOn } from '../../held.ts';
import type { Sql } from '../../figure.ts';
import { anchorHierarchies, anchorKindsOf, coarseKinds, grantedKinds, isAnchorIn, isBodyOf } from './anchors.ts';

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
export async function placeMoving(db: Db, units: 'all' | readonly string[], placing: Placing): Promise<void> {
  await temporary(db, 'place_anchors', anchors());
  await sql`create unique index on place_anchors (no)`.execute(db);
  await temporary(db, 'place_heirs', heirs(placing));
  if (units !== 'all') await temporary(db, 'place_wanted', sql`
    select heir_id as unit_id from place_heirs union select r.other_id from place_heirs h join unit_relations r on r.unit_id = h.heir_id`);
  await temporary(db, 'place_above', above(units, placing));
  await temporary(db, 'place_tree_links', treeLinks());
  await temporary(db, 'place_links', links());
  await temporary(db, 'place_today', todaySets(placing));
  await temporary(db, 'place_reach', reachSets(placing));
  await temporary(db, 'place_pieces', pieces(placing));
  await temporary(db, 'place_kinds', kinds());
  await temporary(db, 'place_sets', sets());
  await temporary(db, 'place_groups', namedKinds());
  await temporary(db, 'new_places', places());
}

export async function dropPlacing(db: Db): Promise<void> {
  await sql`drop table if exists moving_units, place_anchors, place_heirs, place_wanted, place_above, place_tree_links, place_links, place_today, place_reach, place_pieces, place_kinds, place_sets, place_groups, new_places`.execute(db);
}

/** The first day from which today's boundaries may be others, as far as the moving units tell. */
export function nextChange({ today }: Placing): Sql {
  const later = (day: Sql) => sql`case when ${day} > ${today}::date then ${day} end`;
  const bounds = (table: Sql, unit: Sql) => sql`select min(least(${later(sql`lower(t.valid)`)}, ${later(sql`upper(t.valid)`)})) as d from ${table} t join moving_units m on m.unit_id = ${unit}`;
  return sql`select min(d)::text as day from (
    ${bounds(sql`unit_versions`, sql`t.unit_id`)}
    union all ${bounds(sql`unit_closure`, sql`t.descendant_id`)}
    union all ${bounds(sql`unit_relations`, sql`t.unit_id`)}
  ) changes`;
}

async function temporary(db: Db, name: string, query: Sql): Promise<void> {
  await sql`create temporary table ${sql.id(name)} on commit drop as ${query}`.execute(db);
  await sql`analyze ${sql.id(name)}`.execute(db);
}

function anchors(): Sql {
  const ofTree = sql.join(anchorHierarchies.map((tree) => sql`select ${tree}::text as hierarchy, v.unit_id from unit_versions v where v.kind = any(${anchorKindsOf(tree)}::text[])`), sql` union `);
  return sql`select row_number() over (order by hierarchy collate "C", unit_id)::int as no, hierarchy, unit_id from (${ofTree}) a`;
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

/** The anchors above each unit in each tree, and itself where it is one. All units: nothing temporary, so that several processes read. */
function above(units: 'all' | readonly string[], { firstDay }: Placing): Sql {
  const wanted = units === 'all' ? sql`unit_closure c` : sql`place_wanted w join unit_closure c on c.descendant_id = w.unit_id`;
  return sql`
    select c.descendant_id as unit_id, c.hierarchy, c.ancestor_id as anchor_id, c.depth,
      v.kind = any(${[...coarseKinds]}::text[]) or ${isBodyOf('c.ancestor_id', coarseKinds)} as is_coarse, c.valid * v.valid * daterange(${firstDay}::date, null) as valid
    from ${wanted}
    join unit_versions v on v.unit_id = c.ancestor_id and (${isAnchorIn('c.hierarchy')}) and v.valid && c.valid
    where c.hierarchy = any(${[...anchorHierarchies]}::text[]) and c.valid && daterange(${firstDay}::date, null) and not isempty(c.valid * v.valid * daterange(${firstDay}::date, null))`;
}

/** The nearest anchor of a unit in a tree, and apart from it the nearest coarse one, each from a day to a day. */
function treeLinks(): Sql {
  const nearer = sql`(partition by unit_id, hierarchy order by depth rows between unbounded preceding and 1 preceding)`;
  const nearest = (isCoarse: boolean) => sql`
    select unit_id, hierarchy, anchor_id, ${isCoarse}::boolean as is_coarse, unnest(valid - coalesce(range_agg(valid) over ${nearer}, '{}')) as valid
    from (select unit_id, hierarchy, anchor_id, depth, range_agg(valid) as valid from place_above ${isCoarse ? sql`where is_coarse` : sql``} group by 1, 2, 3, 4) above`;
  return sql`
    select l.unit_id, l.hierarchy, a.no, l.is_coarse, l.valid
    from (${nearest(false)} union all ${nearest(true)}) l join place_anchors a on a.hierarchy = l.hierarchy and a.unit_id = l.anchor_id where not isempty(l.valid)`;
}

/** By system: a tree, or all together with the places to which a unit is related. */
function links(): Sql {
  return sql`
    select hierarchy as system, unit_id, no, is_coarse, valid from place_tree_links
    union all select 'all', unit_id, no, is_coarse, valid from place_tree_links
    union all select 'all', r.unit_id, n.no, n.is_coarse, n.valid * r.valid from place_tree_links n join unit_relations r on r.other_id = n.unit_id and r.valid && n.valid`;
}

function todaySets({ today }: Placing): Sql {
  return sql`
    select h.unit_id, l.system, ${anchorSets}
    from place_heirs h join place_links l on l.unit_id = h.heir_id and l.valid @> ${today}::date group by 1, 2`;
}

const anchorSets = sql`
  coalesce(array_agg(distinct l.no order by l.no) filter (where not l.is_coarse), '{}') as anchors,
  coalesce(array_agg(distinct l.no order by l.no) filter (where l.is_coarse), '{}') as coarse`;

/** Who stands above the unit for access: a grant for one of them with all below it reaches the unit. */
function reachSets({ today }: Placing): Sql {
  return sql`
    with granted as materialized (
      select a.no, a.unit_id, k.is_coarse from (select unit_id, min(no) as no from place_anchors group by unit_id) a
      join (select unit_id, bool_or(kind = any(${[...coarseKinds]}::text[])) as is_coarse from unit_versions where kind = any(${[...grantedKinds]}::text[]) group by unit_id) k on k.unit_id = a.unit_id
    )
    select m.unit_id, array_agg(distinct a.no order by a.no) as anchors, coalesce(array_agg(distinct a.no order by a.no) filter (where a.is_coarse), '{}') as coarse
    from moving_units m join unit_closure c on c.hierarchy = 'reach' and c.descendant_id = m.unit_id and c.valid @> ${today}::date
    join granted a on a.unit_id = c.ancestor_id group by 1`;
}

/** The whole time since the first day in pieces in which the anchors stay the same. */
function pieces({ firstDay }: Placing): Sql {
  return sql`
    with of_moving as materialized (select l.* from place_links l join moving_units m on m.unit_id = l.unit_id),
    bounds as (
      select unit_id, system, lower(valid) as day from of_moving
      union select unit_id, system, upper(valid) from of_moving where not upper_inf(valid)
      union select unit_id, system, ${firstDay}::date from of_moving
      union select unit_id, system, ${firstDay}::date from place_today
    ),
    spells as (select unit_id, system, day, lead(day) over (partition by unit_id, system order by day) as until from bounds),
    on_days as (
      select p.unit_id, p.system, p.day, p.until, ${anchorSets}
      from spells p left join of_moving l on l.unit_id = p.unit_id and l.system = p.system and l.valid @> p.day group by 1, 2, 3, 4
    )
    select d.unit_id, d.system, daterange(d.day, d.until) as valid, d.anchors, d.coarse,
      coalesce(t.anchors, '{}') as today_anchors, coalesce(t.coarse, '{}') as today_coarse, coalesce(r.anchors, '{}') as reach, coalesce(r.coarse, '{}') as coarse_reach
    from on_days d
    left join place_today t on t.unit_id = d.unit_id and t.system = d.system
    left join place_reach r on r.unit_id = d.unit_id
    where cardinality(d.anchors) > 0 or cardinality(coalesce(t.anchors, '{}')) > 0`;
}

const setsOfKind = ['anchors', 'today_anchors', 'reach', 'coarse', 'today_coarse', 'coarse_reach'];
const kindKey = (of: string) => sql`concat_ws('|', ${sql.join(['system', ...setsOfKind].map((set) => sql`${sql.ref(`${of}.${set}`)}::text`))})`;

/** What the pieces have that are in one group. */
function kinds(): Sql {
  return sql`
    select system, anchors, coarse, today_anchors, today_coarse, reach, coarse_reach, daterange(min(lower(valid)), case when bool_or(upper_inf(valid)) then null else max(upper(valid)) end) as present
    from place_pieces group by 1, 2, 3, 4, 5, 6, 7`;
}

/** Each set once, with the names and the ids of its anchors. */
function sets(): Sql {
  return sql`
    select s.anchors, coalesce(string_agg(a.hierarchy || ':' || a.unit_id, ',' order by a.no), '') as name, coalesce(array_agg(a.unit_id order by a.no) filter (where a.no is not null), '{}') as ids
    from (${sql.join(setsOfKind.map((set) => sql`select ${sql.ref(set)} as anchors from place_kinds`), sql` union `)}) s
    left join lateral unnest(s.anchors) n (no) on true left join place_anchors a on a.no = n.no group by 1`;
}

/** A group is named by what makes it, so that it is the same whoever finds it. */
function namedKinds(): Sql {
  const joins = setsOfKind.map((set) => sql`join place_sets ${sql.ref(`s_${set}`)} on ${sql.ref(`s_${set}.anchors`)} = ${sql.ref(`k.${set}`)}`);
  const nameOf = (first: string, named: readonly string[]) => sql`md5(concat_ws('|', k.system, ${first}::text, ${sql.join(named.map((set) => sql.ref(`s_${set}.name`)))}))::uuid`;
  return sql`
    select k.*, ${kindKey('k')} as key, s_reach.ids as reach_ids, s_coarse_reach.ids as coarse_reach_ids, ${nameOf('', setsOfKind)} as group_id, ${nameOf('coarse', setsOfKind.slice(3))} as coarse_id
    from place_kinds k ${sql.join(joins, sql` `)}`;
}

function places(): Sql {
  return sql`select p.system, p.unit_id, p.valid, k.group_id from place_pieces p join place_groups k on k.key = ${kindKey('p')}`;
}
