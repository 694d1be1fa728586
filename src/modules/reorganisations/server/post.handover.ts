/**
 * Posts of units that end: tenures close the day before, new units get the posts that their predecessors had, holders are
 * carried on where the change set says so and there is a seat for each. Where more hold a post than the successor has
 * seats, it is listed, and stays vacant until somebody decides.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf } from '../../../platform/ids.ts';
import type { PostKind } from '../../posts/post.kinds.ts';
import type { UnitId } from '../../units/unit.ts';
import type { Report, ReorganisationFinding } from '../reorganisation.findings.ts';
import type { PersonId } from '../reorganisation.ts';
import type { AppliedReform, Handover, Reform } from './handover.ts';
import { derivedId, isSame, listOf, nextSeq, writeListed } from './outcome.sql.ts';

export const postHandover: Handover = { plan, carryOut, obstacles, undo };

async function plan(ctx: Ctx, reform: Reform, report: Report): Promise<void> {
  await listTenures(ctx, reform);
  await reportLater(ctx, reform, report);
  await listNewPosts(ctx, reform);
  await listDoubleSeats(ctx, reform);
  await listCarried(ctx, reform);
  await listSeated(ctx, reform);
  await reportSeats(ctx, reform, report);
}

async function listTenures(ctx: Ctx, reform: Reform): Promise<void> {
  const { id, on } = reform;
  await sql`
    with ended as (${endings(reform)})
    insert into reorganisation_outcomes (reorganisation_id, list, seq, outcome, item, unit_id, person_id, aspect, from_id, home_id, row_id, valid, note)
    select ${id}, 'tenure', row_number() over (order by po.unit_id, po.kind, t.id), case when lower(t.valid) >= ${on}::date then 'later' else 'ended' end,
      e.item, po.unit_id, t.person_id, po.kind, po.id, t.home_id, t.id, t.valid, t.end_reason
    from ended e join posts po on po.unit_id = e.unit_id join tenures t on t.post_id = po.id and not t.valid << daterange(${on}::date, null)`.execute(ctx.db);
}

async function reportLater(ctx: Ctx, reform: Reform, report: Report): Promise<void> {
  const tenures = await rows(ctx.db, sql<{ unit_id: UnitId; item: number | null; count: number }>`
    select o.unit_id, min(o.item) as item, count(*)::int as count from reorganisation_outcomes o where ${listOf(reform.id, 'tenure')} and o.outcome = 'later' group by o.unit_id order by o.unit_id`);
  for (const { unit_id, item, count } of tenures) report({ severity: 'error', code: 'tenure.changedLater', item, unitId: unit_id, data: { count } });
  const posts = await rows(ctx.db, sql<{ unit_id: UnitId; item: number }>`
    with ended as (${endings(reform)})
    select e.unit_id, min(e.item) as item from ended e join posts po on po.unit_id = e.unit_id where lower(po.valid) >= ${reform.on}::date group by e.unit_id order by e.unit_id`);
  for (const { unit_id, item } of posts) report({ severity: 'error', code: 'post.changedLater', item, unitId: unit_id });
}

/** As the founding says, or the kinds that the predecessors had the day before, each with the most seats of any of them. */
async function listNewPosts(ctx: Ctx, reform: Reform): Promise<void> {
  const { id, on, set } = reform;
  const told = [...set.founded.values()].flatMap(({ seq, unitId, posts }) => (posts ?? []).map((post) => ({ seq, unitId, ...post })));
  const home = sql`('x' || lpad(substr(n.unit_id::text, 16, 3), 8, '0'))::bit(32)::int`;
  await sql`
    with heritage as (${heritage(reform)}),
    wanted as (
      select h.successor_id as unit_id, po.kind, max(po.seats)::int as seats, case when count(distinct po.title) = 1 and count(po.title) = count(*) then min(po.title) end as title, min(h.item) as item
      from heritage h join posts po on po.unit_id = h.unit_id and po.valid @> (${on}::date - 1) where h.by_rule group by h.successor_id, po.kind
      union all
      select * from unnest(${told.map(({ unitId }) => unitId)}::uuid[], ${told.map(({ kind }) => kind)}::text[], ${told.map(({ seats }) => seats)}::int[], ${told.map(({ title }) => title)}::text[], ${told.map(({ seq }) => seq)}::int[])
    )
    insert into reorganisation_outcomes (reorganisation_id, list, seq, outcome, item, unit_id, aspect, row_id, amount, note)
    select ${id}, 'post', row_number() over (order by n.unit_id, n.kind, n.title), 'founded', n.item, n.unit_id, n.kind,
      ${derivedId(ctx, { id, home, seed: sql`n.unit_id::text || n.kind || coalesce(n.title, '') || n.item::text` })}, n.seats, n.title
    from wanted n`.execute(ctx.db);
}

async function listDoubleSeats(ctx: Ctx, reform: Reform): Promise<void> {
  const { id } = reform;
  await sql`
    with heritage as (${heritage(reform)}), seats as (${seats(reform)}), held as (${held(reform)}),
    claims as (
      select h.successor_id as unit_id, o.aspect as kind, o.person_id, h.item from heritage h join reorganisation_outcomes o on ${listOf(id, 'tenure')} and o.unit_id = h.unit_id where h.whole
      union
      select unit_id, kind, person_id, null from held
    )
    insert into reorganisation_outcomes (reorganisation_id, list, seq, outcome, item, unit_id, aspect, amount, note)
    select ${id}, 'seat', row_number() over (order by c.unit_id, c.kind), 'double', min(c.item), c.unit_id, c.kind, count(distinct c.person_id), s.seats::text
    from claims c join (select unit_id, kind, sum(seats) as seats from seats group by unit_id, kind) s on s.unit_id = c.unit_id and s.kind = c.kind
    group by c.unit_id, c.kind, s.seats having count(distinct c.person_id) > s.seats and count(c.item) > 0`.execute(ctx.db);
}

async function listCarried(ctx: Ctx, reform: Reform): Promise<void> {
  const { id, set } = reform;
  if (![...set.endings.values()].some(({ carriesHolders }) => carriesHolders)) return;
  await sql`
    with heritage as (${heritage(reform)}), seats as (${seats(reform)}), held as (${held(reform)}), decided as (${decided(reform)})
    insert into reorganisation_outcomes (reorganisation_id, list, seq, outcome, item, unit_id, person_id, aspect, from_id, to_id, home_id, new_row_id)
    select ${id}, 'appointment', row_number() over (order by c.unit_id, c.kind, c.person_id), 'carried', c.item, c.unit_id, c.person_id, c.kind, c.from_id, c.post_id, c.home_id,
      ${derivedId(ctx, { id, home: sql`c.home_id`, seed: sql`c.unit_id::text || c.kind || c.person_id::text` })}
    from (
      select distinct on (h.successor_id, o.aspect, o.person_id) h.successor_id as unit_id, o.aspect as kind, o.person_id, o.home_id, o.unit_id as from_id, h.item,
        (select s.post_id from seats s where s.unit_id = h.successor_id and s.kind = o.aspect order by s.post_id limit 1) as post_id
      from heritage h join reorganisation_outcomes o on ${listOf(id, 'tenure')} and o.unit_id = h.unit_id and o.outcome = 'ended'
      where h.carries
      order by h.successor_id, o.aspect, o.person_id, o.row_id
    ) c
    where c.post_id is not null
      and not exists (select from held where held.unit_id = c.unit_id and held.kind = c.kind and held.person_id = c.person_id)
      and not exists (select from decided d where d.unit_id = c.unit_id and d.kind = c.kind)
      and not exists (select from reorganisation_outcomes o where ${listOf(id, 'seat')} and o.unit_id = c.unit_id and o.aspect = c.kind)`.execute(ctx.db);
}

async function listSeated(ctx: Ctx, reform: Reform): Promise<void> {
  const { id, set } = reform;
  if (set.seats.length === 0) return;
  await sql`
    with seats as (${seats(reform)}), decided as (${decided(reform)})
    insert into reorganisation_outcomes (reorganisation_id, list, seq, outcome, item, unit_id, person_id, aspect, to_id, home_id, new_row_id, note)
    select ${id}, 'appointment', ${nextSeq(id, 'appointment', sql`d.item`)}, 'seated', d.item, d.unit_id, d.person_id, d.kind,
      (select s.post_id from seats s where s.unit_id = d.unit_id and s.kind = d.kind order by s.post_id limit 1), d.home_id,
      ${derivedId(ctx, { id, home: sql`d.home_id`, seed: sql`d.unit_id::text || d.kind || d.person_id::text` })}, d.how
    from decided d`.execute(ctx.db);
}

async function reportSeats(ctx: Ctx, reform: Reform, report: Report): Promise<void> {
  const { id } = reform;
  const postless = await rows(ctx.db, sql<{ unit_id: UnitId; person_id: PersonId; item: number }>`
    select o.unit_id, o.person_id, o.item from reorganisation_outcomes o where ${listOf(id, 'appointment')} and o.to_id is null order by o.seq`);
  for (const { unit_id, person_id, item } of postless) report({ severity: 'error', code: 'seat.noPost', item, unitId: unit_id, personId: person_id });
  const again = await rows(ctx.db, sql<{ unit_id: UnitId; person_id: PersonId; item: number }>`
    with held as (${held(reform)})
    select d.unit_id, d.person_id, max(d.item) as item from (${decided(reform)}) d
    group by d.unit_id, d.kind, d.person_id
    having count(*) > 1 or exists (select from held where held.unit_id = d.unit_id and held.kind = d.kind and held.person_id = d.person_id)`);
  for (const { unit_id, person_id, item } of again) report({ severity: 'error', code: 'seat.holdsAlready', item, unitId: unit_id, personId: person_id });
  const over = await rows(ctx.db, sql<{ unit_id: UnitId; kind: PostKind; item: number; holders: number; seats: number }>`
    with seats as (${seats(reform)}), held as (${held(reform)})
    select t.unit_id, t.kind, min(t.item) as item, count(*)::int as holders, s.seats::int from (
      select o.unit_id, o.aspect as kind, o.person_id, o.item from reorganisation_outcomes o where ${listOf(id, 'appointment')}
      union all select unit_id, kind, person_id, null from held
    ) t join (select unit_id, kind, sum(seats) as seats from seats group by unit_id, kind) s on s.unit_id = t.unit_id and s.kind = t.kind
    group by t.unit_id, t.kind, s.seats having count(*) > s.seats and count(t.item) > 0`);
  for (const { unit_id, kind, item, holders, seats: most } of over) report({ severity: 'error', code: 'seat.double', item, unitId: unit_id, data: { post: kind, holders, seats: most } });
  await reportDoubles(ctx, reform, report);
}

/** Where holders are to be carried on, a double seat must be decided; otherwise the post just stays vacant. */
async function reportDoubles(ctx: Ctx, reform: Reform, report: Report): Promise<void> {
  const doubles = await rows(ctx.db, sql<{ unit_id: UnitId; kind: PostKind; item: number | null; holders: number; seats: number; carries: boolean }>`
    with heritage as (${heritage(reform)}), decided as (${decided(reform)})
    select o.unit_id, o.aspect as kind, o.item, o.amount as holders, o.note::int as seats, o.unit_id in (select h.successor_id from heritage h where h.carries) as carries
    from reorganisation_outcomes o where ${listOf(reform.id, 'seat')} and (o.unit_id, o.aspect) not in (select d.unit_id, d.kind from decided d) order by o.seq`);
  for (const { unit_id, kind, item, holders, seats: most, carries } of doubles) if (carries) report({ severity: 'error', code: 'seat.double', item, unitId: unit_id, data: { post: kind, holders, seats: most } });
  const left = doubles.filter(({ carries }) => !carries).length;
  if (left > 0) report({ severity: 'warning', code: 'seat.doubles', item: null, data: { count: left } });
}

async function carryOut(ctx: Ctx, { id, on, decision }: AppliedReform): Promise<void> {
  await writeListed(ctx, { id, list: 'tenure', which: sql`true` }, sql`update tenures t set valid = daterange(lower(o.valid), ${on}::date), end_reason = 'unit_dissolved'
    from reorganisation_outcomes o where ${listOf(id, 'tenure')} and t.home_id = o.home_id and t.id = o.row_id and ${isSame(sql`t.valid`, sql`o.valid`)} and t.post_id = o.from_id and t.end_reason is not distinct from o.note`);
  await sql`insert into posts (id, unit_id, kind, title, seats, valid)
    select o.row_id, o.unit_id, o.aspect, o.note, o.amount, daterange(${on}::date, null) from reorganisation_outcomes o where ${listOf(id, 'post')}`.execute(ctx.db);
  await sql`insert into tenures (home_id, id, person_id, post_id, valid, how, decision)
    select o.home_id, o.new_row_id, o.person_id, o.to_id, daterange(${on}::date, null), o.note, ${decision} from reorganisation_outcomes o where ${listOf(id, 'appointment')}`.execute(ctx.db);
}

async function obstacles(ctx: Ctx, reform: AppliedReform): Promise<ReorganisationFinding[]> {
  const { id } = reform;
  const found = await rows(ctx.db, sql<{ person_id: PersonId; unit_id: UnitId }>`
    select o.person_id, o.unit_id from reorganisation_outcomes o left join tenures t on t.home_id = o.home_id and t.id = o.row_id
    where ${listOf(id, 'tenure')} and not coalesce(${isEndedAsWritten(reform)}, false)
    union
    select o.person_id, o.unit_id from reorganisation_outcomes o left join tenures t on t.home_id = o.home_id and t.id = o.new_row_id
    where ${listOf(id, 'appointment')} and not coalesce(${isBegunAsWritten(reform)}, false)
    union
    select t.person_id, o.unit_id from reorganisation_outcomes o join tenures t on t.post_id = o.row_id
    where ${listOf(id, 'post')} and not exists (select from reorganisation_outcomes a where a.reorganisation_id = ${id} and a.list = 'appointment' and a.new_row_id = t.id)
    order by 2, 1`);
  return found.map(({ person_id, unit_id }) => ({ severity: 'error', code: 'undo.postChanged', item: null, personId: person_id, unitId: unit_id }));
}

async function undo(ctx: Ctx, reform: AppliedReform): Promise<void> {
  const { id } = reform;
  await writeListed(ctx, { id, list: 'appointment', which: sql`true` }, sql`delete from tenures t using reorganisation_outcomes o
    where ${listOf(id, 'appointment')} and t.home_id = o.home_id and t.id = o.new_row_id and ${isBegunAsWritten(reform)}`);
  await sql`delete from posts po using reorganisation_outcomes o where ${listOf(id, 'post')} and po.id = o.row_id`.execute(ctx.db);
  await writeListed(ctx, { id, list: 'tenure', which: sql`true` }, sql`update tenures t set valid = o.valid, end_reason = o.note
    from reorganisation_outcomes o where ${listOf(id, 'tenure')} and t.home_id = o.home_id and t.id = o.row_id and ${isEndedAsWritten(reform)}`);
}

/** The tenure `t` that the change set closed is as it left it. */
function isEndedAsWritten({ on }: AppliedReform): RawBuilder<boolean> {
  return sql`${isSame(sql`t.valid`, sql`daterange(lower(o.valid), ${on}::date)`)} and t.end_reason = 'unit_dissolved' and t.post_id = o.from_id`;
}

/** So is one that it began. */
function isBegunAsWritten({ on }: AppliedReform): RawBuilder<boolean> {
  return sql`${isSame(sql`t.valid`, sql`daterange(${on}::date, null)`)} and t.end_reason is null and t.post_id = o.to_id`;
}

function endings({ set }: Reform): RawBuilder<unknown> {
  const ended = [...set.endings.values()];
  return sql`select * from unnest(${ended.map(({ unitId }) => unitId)}::uuid[], ${ended.map(({ seq }) => seq)}::int[]) as e (unit_id, item)`;
}

/**
 * Rows (unit_id, successor_id, item, whole, carries, by_rule): who succeeds whom; `by_rule`: the successor is founded and
 * its founding does not say its posts.
 */
function heritage({ set }: Reform): RawBuilder<unknown> {
  const links = [...set.endings.values(), ...set.partings].flatMap((end) => end.successorIds.map((successorId) => ({ end, successorId, founded: set.founded.get(successorId) })));
  const carries = ({ end }: (typeof links)[number]) => 'carriesHolders' in end && end.carriesHolders;
  const merged = ({ end }: (typeof links)[number]) => 'how' in end && end.how === 'merge';
  return sql`select * from unnest(${links.map(({ end }) => end.unitId)}::uuid[], ${links.map(({ successorId }) => successorId)}::uuid[], ${links.map(({ end }) => end.seq)}::int[],
    ${links.map(merged)}::bool[], ${links.map(carries)}::bool[], ${links.map(({ founded }) => founded !== undefined && founded.posts === undefined)}::bool[])
    as h (unit_id, successor_id, item, whole, carries, by_rule)`;
}

/** Rows (unit_id, kind, post_id, seats): posts of those who take over, new and old. */
function seats(reform: Reform): RawBuilder<unknown> {
  return sql`select o.unit_id, o.aspect as kind, o.row_id as post_id, o.amount as seats from reorganisation_outcomes o where ${listOf(reform.id, 'post')}
    union all
    select po.unit_id, po.kind, po.id, po.seats from posts po where po.unit_id = any(${standing(reform)}::uuid[]) and po.valid @> ${reform.on}::date`;
}

/** Rows (unit_id, kind, person_id): who holds a post there already. */
function held(reform: Reform): RawBuilder<unknown> {
  return sql`select po.unit_id, po.kind, t.person_id from posts po join tenures t on t.post_id = po.id and t.valid @> ${reform.on}::date
    where po.unit_id = any(${standing(reform)}::uuid[]) and po.valid @> ${reform.on}::date`;
}

/** Units that stood before and take posts over. */
function standing({ set }: Reform): UnitId[] {
  const takers = [...[...set.endings.values()].flatMap(({ successorIds }) => successorIds), ...set.seats.map(({ unitId }) => unitId)];
  return [...new Set(takers)].filter((unitId) => !set.founded.has(unitId));
}

function decided({ set }: Reform): RawBuilder<unknown> {
  const { seats: wanted } = set;
  return sql`select * from unnest(${wanted.map(({ personId }) => personId)}::uuid[], ${wanted.map(({ personId }) => homeOf(personId))}::smallint[], ${wanted.map(({ unitId }) => unitId)}::uuid[],
    ${wanted.map(({ post }) => post)}::text[], ${wanted.map(({ how }) => how)}::text[], ${wanted.map(({ seq }) => seq)}::int[]) as d (person_id, home_id, unit_id, kind, how, item)`;
}
