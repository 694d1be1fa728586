/** Keeps `figure_places` and the groups right after units moved: the only writer of both. */
import { sql } from 'kysely';
import { addDays, type Day } from '../../../platform/day.ts';
import { firstRow, type Db } from '../../../platform/db/database.ts';
import { withKeptPlans } from '../../../platform/db/kept.plans.ts';
import { dropPlacing, listMoving, nextChange, placeMoving, type Placing } from './places.sql.ts';

/**
 * Places the units anew and marks every group that they were or are in: what is counted of a unit may hang on those
 * above it even where its group stays the same. Answers the last day for which today's boundaries are known.
 */
export async function placeUnits(db: Db, units: 'all' | readonly string[], placing: Placing): Promise<Day | null> {
  // All units of a country are sorted in memory; hashes that processes share would need as much of what containers give little.
  if (units === 'all') await sql`set local work_mem = '256MB'`.execute(db);
  if (units === 'all') await sql`set local enable_parallel_hash = off`.execute(db);
  await listMoving(db, units);
  await placeMoving(db, units, placing);
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
  await dropPlacing(db);
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
    create temporary table place_wanted_groups on commit drop as
    select group_id as id, system, false as is_coarse, coarse_id, reach_ids as reach, anchors, today_anchors, present from place_groups
    union all
    select coarse_id, system, true, null, coarse_reach_ids, coarse, today_coarse, range_merge(range_agg(present)) from place_groups group by 1, 2, 5, 6, 7`.execute(db);
  await sql`
    insert into figure_groups (id, system, is_coarse, coarse_id, reach, present) select id, system, is_coarse, coarse_id, reach, present from place_wanted_groups
    on conflict (id) do update set present = range_merge(figure_groups.present, excluded.present)`.execute(db);
  await withKeptPlans(db, () => sql`
    insert into figure_group_anchors (group_id, system, is_coarse, boundaries, hierarchy, anchor_id, present)
    select k.id, k.system, k.is_coarse, s.boundaries, a.hierarchy, a.unit_id, k.present from place_wanted_groups k
    cross join lateral (select 'day' as boundaries, unnest(k.anchors) as no union all select 'today', unnest(k.today_anchors)) s
    join place_anchors a on a.no = s.no
    on conflict (group_id, boundaries, hierarchy, anchor_id) do update set present = range_merge(figure_group_anchors.present, excluded.present)`.execute(db));
  await sql`drop table place_wanted_groups`.execute(db);
}
