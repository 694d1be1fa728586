/** Keeps `figure_places` and the groups right after units moved: the only writer of both. */
import { sql } from 'kysely';
import { addDays, type Day } from '../../../platform/day.ts';
import { firstRow, type Db } from '../../../platform/db/database.ts';
import { listMoving, nextChange, placeMoving, type Placing } from './places.sql.ts';

/**
 * Places the units anew and marks every group that they were or are in: what is counted of a unit may hang on those
 * above it even where its group stays the same. Answers the last day for which today's boundaries are known.
 */
export async function placeUnits(db: Db, units: 'all' | readonly string[], placing: Placing): Promise<Day | null> {
  await listMoving(db, units);
  await placeMoving(db, placing);
  await keepGroups(db);
  await keepPaths(db);
  // Only the passing of a day makes all move without an act, and then only those count whose place is another one.
  await sql`
    insert into figure_marks (group_id, moved)
    select distinct group_id, false from (
      select p.system, p.unit_id, p.valid, p.group_id from figure_places p join moving_units m on m.unit_id = p.unit_id
      ${units === 'all' ? sql`except` : sql`union all`} select system, unit_id, valid, group_id from new_places
    ) was
    union
    select distinct group_id, false from (
      select system, unit_id, valid, group_id from new_places
      except select p.system, p.unit_id, p.valid, p.group_id from figure_places p join moving_units m on m.unit_id = p.unit_id
    ) comes`.execute(db);
  await sql`
    delete from figure_places p using moving_units m where p.unit_id = m.unit_id
      and not exists (select from new_places n where n.unit_id = p.unit_id and n.system = p.system and n.valid = p.valid and n.group_id = p.group_id)`.execute(db);
  await sql`insert into figure_places (system, unit_id, valid, group_id) select system, unit_id, valid, group_id from new_places on conflict do nothing`.execute(db);
  const change = await firstRow(db, sql<{ day: Day | null }>`${nextChange(placing)}`);
  await sql`drop table moving_units, place_heirs, place_wanted, place_tree_links, place_links, place_today, place_reach, place_days, new_places`.execute(db);
  return change?.day ? addDays(change.day, -1) : null;
}

/** Of the moving units that are anchors, whatever stands above them at any time. */
async function keepPaths(db: Db): Promise<void> {
  await sql`delete from figure_anchor_paths p using moving_units m where p.anchor_id = m.unit_id`.execute(db);
  await sql`
    insert into figure_anchor_paths (hierarchy, ancestor_id, anchor_id, valid)
    select distinct c.hierarchy, c.ancestor_id, c.descendant_id, c.valid
    from moving_units m
    join (select distinct a.anchor_id, a.hierarchy from figure_group_anchors a) a on a.anchor_id = m.unit_id
    join unit_closure c on c.descendant_id = a.anchor_id and c.hierarchy = a.hierarchy`.execute(db);
}

async function keepGroups(db: Db): Promise<void> {
  await sql`
    with wanted as materialized (
      select group_id as id, system, false as is_coarse, coarse_id, reach, anchors, today_anchors, range_merge(range_agg(valid)) as present
      from new_places group by 1, 2, 4, 5, 6, 7
      union all
      select coarse_id, system, true, null, coarse_reach, coarse, today_coarse, range_merge(range_agg(valid)) from new_places group by 1, 2, 5, 6, 7
    ),
    kept as (
      insert into figure_groups (id, system, is_coarse, coarse_id, reach, present) select id, system, is_coarse, coarse_id, reach, present from wanted
      on conflict (id) do update set present = range_merge(figure_groups.present, excluded.present)
    )
    insert into figure_group_anchors (group_id, system, is_coarse, boundaries, hierarchy, anchor_id, present)
    select id, system, is_coarse, boundaries, split_part(anchor, ':', 1), split_part(anchor, ':', 2)::uuid, present from wanted
    cross join lateral (select 'day' as boundaries, unnest(anchors) as anchor union all select 'today', unnest(today_anchors)) a
    on conflict (group_id, boundaries, hierarchy, anchor_id) do update set present = range_merge(figure_group_anchors.present, excluded.present)`.execute(db);
}
