/**
 * What changed in the world lately, read from the periods themselves, so that what was imported counts like what was
 * entered. Each kind is seen where its own verb reaches: a tenure by `post.read`, a member by `member.read`.
 */
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, daySchema, type Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import type { Id } from '../../../platform/ids.ts';
import type { Happening, homeContract } from '../home.contract.ts';

type LatelyInput = z.output<typeof homeContract.lately.input>;
type LatelyAnswer = z.input<typeof homeContract.lately.output>;

/** Long enough to hold two monthly meetings of a cell. */
const daysBack = 60;

const key = z.tuple([daySchema, z.string()]);

interface Window {
  readonly from: Day;
  readonly to: Day;
}

interface Row {
  readonly key: string;
  readonly on: Day;
  readonly kind: Happening['kind'];
  readonly unit_id: Id<'unit'>;
  readonly unit_name: string;
  readonly person_id: Id<'person'> | null;
  readonly person_name: string | null;
  readonly post_kind: string | null;
  readonly post_title: string | null;
  readonly reason: string | null;
  readonly name_before: string | null;
  readonly into_id: Id<'unit'> | null;
  readonly into_name: string | null;
  readonly decision: string | null;
}

export async function listLately(ctx: Ctx, { asOf, under, cursor, limit }: LatelyInput): Promise<LatelyAnswer> {
  const to = asOf ?? ctx.today;
  const window = { from: addDays(to, 1 - daysBack), to };
  const after = readCursor(cursor, key);
  const kinds = [units(ctx, window), moved(ctx, window), dissolved(ctx, window), ...sides.flatMap((side) => [tenures(ctx, window, side), members(ctx, window, side)])];
  // The newest of each kind are walked from the last day back; no kind is gathered whole.
  const newest = (kind: RawBuilder<unknown>) => sql`(select * from (${kind}) h
    where ${under ? sql`coalesce((select true from unit_closure c where c.hierarchy = 'reach' and c.ancestor_id = ${under} and c.descendant_id = h.unit_id and c.valid @> h."on" limit 1), false)` : sql`true`}
      and ${after ? sql`h."on" <= ${after[0]}::date and (h."on", h.key collate "C") < (${after[0]}::date, ${after[1]})` : sql`true`}
    order by h."on" desc, h.key collate "C" desc limit ${limit + 1})`;
  const found = await rows(ctx.db, sql<Row>`
    with page as (select * from (${sql.join(kinds.map(newest), sql` union all `)}) h order by h."on" desc, h.key collate "C" desc limit ${limit + 1})
    select h.*, ${nameOn('h.unit_id')} as unit_name, ${nameOn('h.into_id')} as into_name, p.full_name as person_name
    from page h left join people p on p.id = h.person_id and p.home_id = h.home_id
    order by h."on" desc, h.key collate "C" desc`);
  return { ...window, ...pageOf(found, { limit, key: (row) => [row.on, row.key], item: toHappening }) };
}

function units(ctx: Ctx, window: Window): RawBuilder<unknown> {
  return sql`
    select 'v' || v.id as key, lower(v.valid) as "on", case when b.unit_id is null then 'unit.founded' else 'unit.changed' end as kind, v.unit_id,
      null::smallint as home_id, null::uuid as person_id, null as post_kind, null as post_title, null as reason, nullif(b.name, v.name) as name_before, null::uuid as into_id, v.decision
    from unit_versions v left join unit_versions b on b.unit_id = any(array[v.unit_id]) and upper(b.valid) = lower(v.valid)
    where ${within(sql`lower(v.valid)`, window)} and ${reach(ctx, 'unit.read').at('v.unit_id')}
      and (b.unit_id is null or (b.name, b.short_name, b.kind, b.type, b.rank, b.code, b.properties) is distinct from (v.name, v.short_name, v.kind, v.type, v.rank, v.code, v.properties))`;
}

function moved(ctx: Ctx, window: Window): RawBuilder<unknown> {
  const readable = reach(ctx, 'unit.read');
  return sql`
    select 'm' || a.id as key, lower(a.valid) as "on", 'unit.moved' as kind, a.unit_id, null::smallint as home_id, null::uuid as person_id, null as post_kind, null as post_title, null as reason,
      null as name_before, case when ${readable.at('a.parent_id')} then a.parent_id end as into_id, a.decision
    from unit_parents a join unit_parents b on b.unit_id = any(array[a.unit_id]) and b.hierarchy = a.hierarchy and upper(b.valid) = lower(a.valid) and b.parent_id <> a.parent_id
    where ${within(sql`lower(a.valid)`, window)} and ${readable.at('a.unit_id')}`;
}

function dissolved(ctx: Ctx, window: Window): RawBuilder<unknown> {
  return sql`
    select 'd' || v.id as key, upper(v.valid) - 1 as "on", 'unit.dissolved' as kind, v.unit_id, null::smallint as home_id, null::uuid as person_id, null as post_kind, null as post_title, null as reason,
      null as name_before, null::uuid as into_id, null as decision
    from unit_versions v
    where not upper_inf(v.valid) and ${within(sql`(upper(v.valid) - 1)`, window)} and ${reach(ctx, 'unit.read').at('v.unit_id')}
      and not exists (select from unit_versions a where a.unit_id = any(array[v.unit_id]) and lower(a.valid) >= upper(v.valid))`;
}

/** The two ends of a period: its first day, and its last where it has one. */
const sides = ['began', 'ended'] as const;
type Side = (typeof sides)[number];

function dayOf(side: Side, valid: string): RawBuilder<unknown> {
  return side === 'began' ? sql`lower(${sql.ref(valid)})` : sql`(upper(${sql.ref(valid)}) - 1)`;
}

function tenures(ctx: Ctx, window: Window, side: Side): RawBuilder<unknown> {
  const on = dayOf(side, 't.valid');
  return sql`
    select ${side === 'began' ? 'a' : 'b'}::text || t.id as key, ${on} as "on", ${`tenure.${side}`}::text as kind, o.unit_id, t.home_id, t.person_id, o.kind as post_kind, o.title as post_title, null as reason,
      null as name_before, null::uuid as into_id, t.decision
    from tenures t join posts o on o.id = t.post_id where ${within(on, window)} and ${side === 'ended' ? sql`not upper_inf(t.valid)` : sql`true`} and ${reach(ctx, 'post.read').at('o.unit_id')}`;
}

/** The first entry of a list is no happening; what it lists began before anybody wrote it down. */
function members(ctx: Ctx, window: Window, side: Side): RawBuilder<unknown> {
  const on = dayOf(side, 'c.valid');
  const isHappening = side === 'began' ? sql`c.in_reason is distinct from 'initial'` : sql`not upper_inf(c.valid)`;
  const reason = side === 'began' ? sql`c.in_reason` : sql`case c.out_reason when 'end' then m.end_reason else c.out_reason end`;
  return sql`
    select ${side === 'began' ? 'a' : 'b'}::text || c.id as key, ${on} as "on", ${side === 'began' ? 'member.joined' : 'member.left'}::text as kind, c.cell_id as unit_id, c.home_id, c.person_id,
      null as post_kind, null as post_title, ${reason} as reason, null as name_before, null::uuid as into_id, c.decision
    from placements c join memberships m on m.home_id = c.home_id and m.id = c.membership_id
    where c.kind = 'official' and ${isHappening} and ${within(on, window)} and ${reach(ctx, 'member.read').at('c.cell_id')}`;
}

/** As it was called on that day, or in the version nearest to it. */
function nameOn(column: string): RawBuilder<unknown> {
  return sql`(select v.name from unit_versions v where v.unit_id = ${sql.ref(column)} order by (v.valid @> h."on") desc, abs(lower(v.valid) - h."on") limit 1)`;
}

function within(day: RawBuilder<unknown>, { from, to }: Window): RawBuilder<unknown> {
  return sql`${day} between ${from}::date and ${to}::date`;
}

function toHappening(row: Row): LatelyAnswer['items'][number] {
  return {
    id: row.key,
    on: row.on,
    kind: row.kind,
    unit: { id: row.unit_id, name: row.unit_name },
    person: row.person_id && row.person_name !== null ? { id: row.person_id, name: row.person_name } : null,
    post: row.post_kind === null ? null : { kind: row.post_kind, title: row.post_title },
    reason: row.reason,
    nameBefore: row.name_before,
    into: row.into_id && row.into_name !== null ? { id: row.into_id, name: row.into_name } : null,
    decision: row.decision,
  };
}
