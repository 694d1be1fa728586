/**
 * Members of cells that end: their placements close the day before and open in the cell that takes over, the same
 * membership going on. Members of cells that go on standing are not touched, wherever their cell moves.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf } from '../../../platform/ids.ts';
import type { Ending } from '../reorganisation.digest.ts';
import type { Report, ReorganisationFinding } from '../reorganisation.findings.ts';
import type { PersonId } from '../reorganisation.ts';
import { holdsOn, type Day } from '../../../platform/day.ts';
import type { UnitHistory, UnitId } from '../../units/unit.ts';
import type { AppliedReform, Handover, Reform } from './handover.ts';
import { derivedId, isSame, listOf, nextSeq, writeListed } from './outcome.sql.ts';

export const memberHandover: Handover = { plan, carryOut, obstacles, undo };

/** Nobody is placed but in cells: a change set that ends none and places nobody concerns no member. */
async function plan(ctx: Ctx, reform: Reform, report: Report): Promise<void> {
  if (endedCells(reform).length === 0 && reform.set.places.size === 0) return;
  await listMembersOfEnded(ctx, reform);
  await listPlacedElsewhere(ctx, reform);
  await sendGuestsHome(ctx, reform);
  await reportMembers(ctx, reform, report);
}

async function listMembersOfEnded(ctx: Ctx, reform: Reform): Promise<void> {
  const { id, on } = reform;
  await sql`
    with heirs as (${heirs(reform)}), decided as (${decided(reform)})
    insert into reorganisation_outcomes (reorganisation_id, list, seq, outcome, item, unit_id, person_id, aspect, from_id, to_id, home_id, row_id, new_row_id, valid, note)
    select ${id}, 'member', ${nextSeq(id, 'member', sql`p.cell_id, p.person_id, p.kind`)},
      case when p.kind = 'temporary' and h.to_id is null then 'ended' when d.to_id is not null then 'placed' when h.to_id is null then 'undecided' else 'follows' end,
      coalesce(d.item, h.item), p.cell_id, p.person_id, p.kind, p.cell_id, coalesce(d.to_id, h.to_id), p.home_id, p.id,
      ${derivedId(ctx, { id, home: sql`p.home_id`, seed: sql`p.id::text` })}, p.valid, p.out_reason
    from heirs h join placements p on p.cell_id = h.cell_id and not p.valid << daterange(${on}::date, null)
    left join decided d on d.person_id = p.person_id and p.kind = 'official'`.execute(ctx.db);
}

/** Members placed row by row whose own cell goes on standing: it gives a part away, or they change with the rest. */
async function listPlacedElsewhere(ctx: Ctx, reform: Reform): Promise<void> {
  const { id, on, set } = reform;
  if (set.places.size === 0) return;
  await sql`
    with decided as (${decided(reform)})
    insert into reorganisation_outcomes (reorganisation_id, list, seq, outcome, item, unit_id, person_id, aspect, from_id, to_id, home_id, row_id, new_row_id, valid, note)
    select ${id}, 'member', ${nextSeq(id, 'member', sql`p.cell_id, p.person_id`)}, 'placed', d.item, p.cell_id, p.person_id, p.kind, p.cell_id, d.to_id, p.home_id, p.id,
      ${derivedId(ctx, { id, home: sql`p.home_id`, seed: sql`p.id::text` })}, p.valid, p.out_reason
    from decided d join placements p on p.home_id = d.home_id and p.person_id = d.person_id and p.kind = 'official' and p.valid @> ${on}::date
    where p.cell_id <> d.to_id and not exists (select from reorganisation_outcomes o where ${listOf(id, 'member')} and o.row_id = p.id)`.execute(ctx.db);
}

/** A guest of the cell that becomes the member's own is at home there: the temporary placement just ends. */
async function sendGuestsHome(ctx: Ctx, reform: Reform): Promise<void> {
  const { id, on } = reform;
  await sql`
    insert into reorganisation_outcomes (reorganisation_id, list, seq, outcome, item, unit_id, person_id, aspect, from_id, to_id, home_id, row_id, valid, note)
    select ${id}, 'member', ${nextSeq(id, 'member', sql`t.cell_id, t.person_id`)}, 'ended', o.item, t.cell_id, t.person_id, t.kind, t.cell_id, null, t.home_id, t.id, t.valid, t.out_reason
    from reorganisation_outcomes o join placements t on t.home_id = o.home_id and t.person_id = o.person_id and t.kind = 'temporary' and t.cell_id = o.to_id and not t.valid << daterange(${on}::date, null)
    where ${listOf(id, 'member')} and o.aspect = 'official'`.execute(ctx.db);
  await sql`
    update reorganisation_outcomes g set outcome = 'ended', to_id = null, new_row_id = null
    where g.reorganisation_id = ${id} and g.list = 'member' and g.aspect = 'temporary' and g.to_id is not null and (
      exists (select from reorganisation_outcomes o where ${listOf(id, 'member')} and o.aspect = 'official' and o.person_id = g.person_id and o.to_id = g.to_id)
      or exists (select from placements p where p.home_id = g.home_id and p.person_id = g.person_id and p.kind = 'official' and p.cell_id = g.to_id and p.valid @> ${on}::date))`.execute(ctx.db);
}

async function reportMembers(ctx: Ctx, reform: Reform, report: Report): Promise<void> {
  const { id, on, set, after } = reform;
  const undecided = await rows(ctx.db, sql<{ unit_id: UnitId; item: number | null; count: number }>`
    select o.unit_id, min(o.item) as item, count(*)::int as count from reorganisation_outcomes o where ${listOf(id, 'member')} and o.outcome = 'undecided' group by o.unit_id order by o.unit_id`);
  for (const { unit_id, item, count } of undecided) report({ severity: 'error', code: 'member.undecided', item, unitId: unit_id, data: { count } });
  const cells = cellsAmong(after, on);
  const strange = await rows(ctx.db, sql<{ to_id: UnitId; item: number | null }>`
    select o.to_id, min(o.item) as item from reorganisation_outcomes o
    where ${listOf(id, 'member')} and o.to_id is not null and o.to_id <> all(${cells}::uuid[])
      and not exists (select from unit_versions v where v.unit_id = o.to_id and v.kind = 'cell' and v.valid @> ${on}::date)
    group by o.to_id order by o.to_id`);
  for (const { to_id, item } of strange) report({ severity: 'error', code: 'member.notACell', item, unitId: to_id });
  const later = await rows(ctx.db, sql<{ person_id: PersonId; item: number | null }>`
    select o.person_id, o.item from reorganisation_outcomes o where ${listOf(id, 'member')} and o.to_id is null and o.outcome = 'ended' and lower(o.valid) >= ${on}::date order by o.seq`);
  for (const { person_id, item } of later) report({ severity: 'error', code: 'member.changedLater', item, personId: person_id });
  const found = new Set((await rows(ctx.db, sql<{ person_id: PersonId }>`
    with decided as (${decided(reform)})
    select d.person_id from decided d where exists (select from placements p where p.home_id = d.home_id and p.person_id = d.person_id and p.kind = 'official' and p.valid @> ${on}::date)`)).map((row) => row.person_id));
  for (const [personId, { seq }] of set.places) if (!found.has(personId)) report({ severity: 'error', code: 'member.notPlaced', item: seq, personId });
}

async function carryOut(ctx: Ctx, { id, on, decision }: AppliedReform): Promise<void> {
  const [began, beganLater] = [sql`lower(o.valid) < ${on}::date`, sql`lower(o.valid) >= ${on}::date`];
  const asListed = sql`p.home_id = o.home_id and p.id = o.row_id and ${isSame(sql`p.valid`, sql`o.valid`)} and p.cell_id = o.from_id and p.out_reason is not distinct from o.note`;
  await writeListed(ctx, { id, list: 'member', which: began }, sql`update placements p set valid = daterange(lower(o.valid), ${on}::date), out_reason = case when o.to_id is null then o.note else 'internal' end
    from reorganisation_outcomes o where ${listOf(id, 'member')} and ${asListed} and ${began}`);
  // Entered late: somebody was placed in the old cell after the day; the cell was the successor by then.
  await writeListed(ctx, { id, list: 'member', which: beganLater }, sql`update placements p set cell_id = o.to_id
    from reorganisation_outcomes o where ${listOf(id, 'member')} and ${asListed} and ${beganLater}`);
  const goesOn = sql`o.to_id is not null and ${began}`;
  await writeListed(ctx, { id, list: 'member', which: goesOn }, sql`insert into placements (home_id, id, person_id, membership_id, cell_id, kind, valid, in_reason, out_reason, decision)
    select o.home_id, o.new_row_id, o.person_id, p.membership_id, o.to_id, o.aspect, daterange(${on}::date, upper(o.valid)), case when o.aspect = 'official' then 'internal' end, o.note, ${decision}
    from reorganisation_outcomes o join placements p on p.home_id = o.home_id and p.id = o.row_id
    where ${listOf(id, 'member')} and ${goesOn}`);
}

async function obstacles(ctx: Ctx, reform: AppliedReform): Promise<ReorganisationFinding[]> {
  const found = await rows(ctx.db, sql<{ person_id: PersonId; unit_id: UnitId }>`
    select distinct o.person_id, o.unit_id from reorganisation_outcomes o
    left join placements p on p.home_id = o.home_id and p.id = o.row_id
    left join placements n on n.home_id = o.home_id and n.id = o.new_row_id
    where ${listOf(reform.id, 'member')} and not coalesce(${isLeftAsWritten(reform)} and (o.to_id is null or lower(o.valid) >= ${reform.on}::date or ${isBegunAsWritten(reform)}), false)
    order by o.person_id`);
  return found.map(({ person_id, unit_id }) => ({ severity: 'error', code: 'undo.memberChanged', item: null, personId: person_id, unitId: unit_id }));
}

async function undo(ctx: Ctx, reform: AppliedReform): Promise<void> {
  const { id, on } = reform;
  await writeListed(ctx, { id, list: 'member', which: sql`o.to_id is not null and lower(o.valid) < ${on}::date` }, sql`delete from placements n using reorganisation_outcomes o
    where ${listOf(id, 'member')} and n.home_id = o.home_id and n.id = o.new_row_id and ${isBegunAsWritten(reform)}`);
  await writeListed(ctx, { id, list: 'member', which: sql`true` }, sql`update placements p set valid = o.valid, out_reason = o.note, cell_id = o.from_id
    from reorganisation_outcomes o where ${listOf(id, 'member')} and p.home_id = o.home_id and p.id = o.row_id and ${isLeftAsWritten(reform)}`);
}

/** The placement `p` that the change set cut short, or entered in the successor, is as it was left. */
function isLeftAsWritten({ on }: AppliedReform): RawBuilder<boolean> {
  return sql`case when lower(o.valid) >= ${on}::date then p.valid = o.valid and p.cell_id = o.to_id and p.out_reason is not distinct from o.note
    else p.valid = daterange(lower(o.valid), ${on}::date) and p.cell_id = o.from_id and p.out_reason is not distinct from case when o.to_id is null then o.note else 'internal' end end`;
}

/** So is the placement `n` that it began. */
function isBegunAsWritten({ on }: AppliedReform): RawBuilder<boolean> {
  return sql`n.valid = daterange(${on}::date, upper(o.valid)) and n.cell_id = o.to_id and n.out_reason is not distinct from o.note`;
}

/** Units that end and were ever a cell. */
function endedCells({ set, after }: Reform): Ending[] {
  return [...set.endings.values()].filter(({ unitId }) => after.get(unitId)?.versions.some(({ facts }) => facts.kind === 'cell'));
}

function heirs(reform: Reform): RawBuilder<unknown> {
  const ended = endedCells(reform);
  return sql`select * from unnest(${ended.map(({ unitId }) => unitId)}::uuid[], ${ended.map(({ heirId }) => heirId)}::uuid[], ${ended.map(({ seq }) => seq)}::int[]) as h (cell_id, to_id, item)`;
}

function decided({ set }: Reform): RawBuilder<unknown> {
  const placed = [...set.places];
  return sql`select * from unnest(${placed.map(([personId]) => personId)}::uuid[], ${placed.map(([personId]) => homeOf(personId))}::smallint[], ${placed.map(([, { cellId }]) => cellId)}::uuid[], ${placed.map(([, { seq }]) => seq)}::int[])
    as d (person_id, home_id, to_id, item)`;
}

/** Among the units named, those that are cells on the day; the founded ones are not in the database yet. */
function cellsAmong(after: ReadonlyMap<UnitId, UnitHistory>, on: Day): UnitId[] {
  return [...after.values()].filter(({ versions }) => versions.some((version) => version.facts.kind === 'cell' && holdsOn(version, on))).map(({ id }) => id);
}
