/**
 * What `satcoso doctor` looks for across modules: things that the acts refuse. A hand in the database can do them, and an
 * import that says nothing of the lives of the units it names. Each reads its tables once and side by side: asked row by
 * row, a province took minutes.
 */
import { sql, type RawBuilder } from 'kysely';
import { applicationRole, rows, type Db } from '../platform/db/database.ts';

interface Fault {
  readonly fault: string;
}

/** Members belong to cells, on every day of their placement. */
export function misplacedMembers(db: Db): Promise<string[]> {
  return faults(db, sql<Fault>`
    select p.id || ' ' || p.cell_id as fault from placements p
    left join (select v.unit_id, range_agg(v.valid) as life from unit_versions v where v.kind = 'cell' group by v.unit_id) cell on cell.unit_id = p.cell_id
    where not coalesce(cell.life @> p.valid, false) order by p.id`);
}

/** Whoever holds a post does so while both the post and its unit stand; the post itself may be left open by a dissolution. */
export function strayTenures(db: Db): Promise<string[]> {
  return faults(db, sql<Fault>`
    select t.id || ' ' || t.valid as fault from tenures t join posts p on p.id = t.post_id
    left join (select v.unit_id, range_agg(v.valid) as life from unit_versions v group by v.unit_id) unit on unit.unit_id = p.unit_id
    where not p.valid @> t.valid or not coalesce(unit.life @> t.valid, false) order by t.id`);
}

/** The number in office rises only on the first day of a tenure: on those days it is told, walked from day to day. */
export function overfullPosts(db: Db): Promise<string[]> {
  return faults(db, sql<Fault>`
    select c.post_id || ' ' || c.day as fault from (
      select post_id, day, max(change) as change, sum(sum(change)) over (partition by post_id order by day) as held from (
        select post_id, lower(valid) as day, 1 as change from tenures
        union all select post_id, upper(valid), -1 from tenures where not upper_inf(valid)) changes
      group by post_id, day) c
    join posts p on p.id = c.post_id where c.change = 1 and c.held > p.seats order by 1`);
}

/** The application owns nothing and can only add to the log. */
export function tooMuchRight(db: Db): Promise<string[]> {
  return faults(db, sql<Fault>`
    select c.relname::text as fault from pg_class c join pg_roles r on r.oid = c.relowner
    where r.rolname = ${applicationRole} and c.relnamespace = 'public'::regnamespace
    union all
    select t.relid || ': ' || may from pg_partition_tree('events') t, unnest(array['update', 'delete', 'truncate']) may where has_table_privilege(${applicationRole}, t.relid, may)`);
}

async function faults(db: Db, query: RawBuilder<Fault>): Promise<string[]> {
  return (await rows(db, query)).map(({ fault }) => fault);
}
