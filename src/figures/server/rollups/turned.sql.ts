/**
 * Who may count otherwise on one day than on another: of everyone else nothing that figures look at began, ended or
 * passed a band of years in between. Fills the temporary tables `turned_units` and `turned_people` with the days on which
 * that was, for several days at once: to look through all people takes as long for one. They may name too many, never too
 * few: what a new figure looks at must be found here (`test/turned.test.ts` counts both ways).
 */
import { sql } from 'kysely';
import type { Day } from '../../../platform/day.ts';
import { rows, type Db } from '../../../platform/db/database.ts';
import { figures } from '../../declared.ts';
import type { Passing, Sql } from '../../figure.ts';

/** The days after `from`, up to `to`. */
export interface Between {
  readonly from: Day;
  readonly to: Day;
}

/** Where one in so many units changed, the day is counted from nothing with less work: a reorganisation moves every unit. */
const mostChanged = 5;

/** Answers those for which it is listed: not where too many units changed, or a rule that may hold for every unit. */
export async function listTurned(db: Db, steps: readonly Between[]): Promise<Between[]> {
  if (steps.length === 0) return [];
  const whole = { from: steps.map(({ from }) => from).toSorted()[0]!, to: steps.map(({ to }) => to).toSorted().at(-1)! };
  await temporary(db, 'changed_units', changedUnits(whole));
  const few = await rows(db, sql<Between>`
    select f::text as "from", t::text as "to" from unnest(${steps.map(({ from }) => from)}::date[], ${steps.map(({ to }) => to)}::date[]) s (f, t)
    where (select count(distinct unit_id) from changed_units where day > f and day <= t) <= (select count(*) from units) / ${sql.lit(mostChanged)}
      and not exists (select from rules cross join lateral (values (lower(valid)), (upper(valid))) d (day) where d.day > f and d.day <= t)`);
  await sql`delete from changed_units c where not exists (select from unnest(${few.map(({ from }) => from)}::date[], ${few.map(({ to }) => to)}::date[]) s (f, t) where c.day > f and c.day <= t)`.execute(db);
  await temporary(db, 'turned_units', sql`
    with holding as (
      select p.unit_id, d.day from (${turns('tenures', { id: 'post_id', ...whole })}) d join posts p on p.id = d.id union select unit_id, day from changed_units
    )
    select unit_id, day from holding union select unit_id, day from (${followedUnits(whole)}) f union select r.other_id, h.day from holding h join unit_relations r on r.unit_id = h.unit_id`);
  await temporary(db, 'turned_people', turnedPeople(whole));
  await ofChangedUnits.execute(db);
  await sql`analyze turned_people`.execute(db);
  return few;
}

export async function dropTurned(db: Db): Promise<void> {
  await sql`drop table if exists changed_units, turned_units, turned_people`.execute(db);
}

/** For the `where` of a pass over subjects `x`. */
export function hasTurned(turnsWith: 'person' | 'unit', { from, to }: Between): Sql {
  const inBetween = sql`day > ${from}::date and day <= ${to}::date`;
  return turnsWith === 'person' ? sql`x.person_id in (select person_id from turned_people where ${inBetween})` : sql`x.unit_id in (select unit_id from turned_units where ${inBetween})`;
}

async function temporary(db: Db, name: string, query: Sql): Promise<void> {
  await sql`create temporary table ${sql.id(name)} on commit drop as ${query}`.execute(db);
  await sql`analyze ${sql.id(name)}`.execute(db);
}

/** Units that are others themselves: what they are, where they stand, to what they are related, which posts they have. */
function changedUnits(between: Between): Sql {
  return sql`
    select id as unit_id, day from (${turns('unit_versions', { id: 'unit_id', ...between })}) v
    union select id, day from (${turns('posts', { id: 'unit_id', ...between })}) p
    union select id, day from (${turns('unit_relations', { id: 'unit_id', ...between })}) r
    union select id, day from (${turns('unit_relations', { id: 'other_id', ...between })}) r
    union select id, day from (${turns('unit_closure', { id: 'descendant_id', ...between })}) c
    union select id, day from (${turns('figure_places', { id: 'unit_id', ...between })}) p`;
}

/** Units that somebody began or ceased to follow, with their heirs, and those that a regulation began or ceased to have followed. */
function followedUnits(between: Between): Sql {
  const heirs = sql`join unit_closure k on k.hierarchy = 'succession'`;
  return sql`
    with assigned as materialized (${turns('oversight_assignments', { id: 'unit_id', ...between })})
    select id as unit_id, day from assigned
    union select k.ancestor_id, a.day from assigned a ${heirs} and k.descendant_id = a.id
    union select k.ancestor_id, c.day from (${turns('unit_closure', { id: 'descendant_id', ...between })}) c ${heirs} and k.descendant_id = c.id
    union select k.descendant_id, r.day from (${turns('oversight_regulations', { id: 'unit_id', ...between })}) r join unit_closure k on k.hierarchy = 'reach' and k.ancestor_id = r.id`;
}

/** Of whom a spell began or ended, and who passed a band of years. */
function turnedPeople(between: Between): Sql {
  const spells = ['placements', 'memberships', 'exemptions', 'away_spells', 'tenures'].map((table) => sql`select id as person_id, day from (${turns(table, { id: 'person_id', ...between })}) d`);
  return sql`
    ${sql.join(spells, sql` union `)}
    union select person_id, recognised_on from memberships where recognised_on > ${between.from}::date and recognised_on <= ${between.to}::date
    union select id, day from (${passings('birth', { id: 'id', table: 'people', began: sql`birth_on`, ...between })}) b
    union select id, day from (${passings('admission', { id: 'person_id', table: 'memberships', began: sql`lower(valid)`, ...between })}) m
    union select id, day from (${passings('post', { id: 'person_id', table: 'tenures', began: sql`lower(valid)`, ...between })}) t`;
}

/** What is said of people is said of their unit too. */
const ofChangedUnits = sql`
  insert into turned_people
  select pl.person_id, c.day from changed_units c join placements pl on pl.cell_id = c.unit_id
  union select t.person_id, c.day from changed_units c join posts p on p.unit_id = c.unit_id join tenures t on t.post_id = p.id`;

/** Rows (id, day): the first day is the first that differs, the end of a range is the first day without. */
function turns(table: string, { id, from, to }: Between & { id: string }): Sql {
  const isBetween = (day: Sql) => sql`(${day} > ${from}::date and ${day} <= ${to}::date)`;
  return sql`
    select ${sql.ref(id)} as id, d.day from ${sql.table(table)} cross join lateral (values (lower(valid)), (upper(valid))) d (day)
    where (${isBetween(sql`lower(valid)`)} or ${isBetween(sql`upper(valid)`)}) and ${isBetween(sql`d.day`)}`;
}

/** Rows (id, day) as `age` counts years: who was born on a 29 February passes most of them on a 1 March. */
function passings(since: Passing['since'], { table, id, began, from, to }: Between & { table: string; id: string; began: Sql }): Sql {
  const declared = figures.flatMap(({ dimensions }) => dimensions.flatMap((dimension) => (dimension.kind === 'partition' && dimension.passing?.since === since ? dimension.passing.years : [])));
  const years = [...new Set(declared)];
  const before = (on: Day, count: number) => sql`(${on}::date - make_interval(years => ${sql.lit(count)}))::date`;
  const some = years.map((count) => sql`(${began} > ${before(from, count)} and ${began} <= ${before(to, count)})`);
  return sql`
    select p.id, p.on_day + (extract(day from p.on_day) <> extract(day from p.began))::int as day
    from (
      select ${sql.ref(id)} as id, ${began} as began, (${began} + make_interval(years => y.count))::date as on_day from ${sql.table(table)} cross join unnest(${years}::int[]) y (count)
      where ${some.length === 0 ? sql`false` : sql`(${sql.join(some, sql` or `)})`}
    ) p
    where p.on_day + (extract(day from p.on_day) <> extract(day from p.began))::int between ${from}::date + 1 and ${to}::date`;
}
