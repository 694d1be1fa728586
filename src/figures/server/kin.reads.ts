/** Loads what may stand for a unit on any day: its lineage both ways, its relations and those of its counterparts. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { firstRow, rows } from '../../platform/db/database.ts';
import { fromRange } from '../../platform/db/period.columns.ts';
import { hierarchyOf, isUnitKind, type Hierarchy } from '../../modules/units/unit.kinds.ts';
import type { Sql } from '../figure.ts';
import type { Kin, KinUnit, UnitId } from '../resolution.ts';

interface KinRow {
  readonly units: readonly { id: UnitId; name: string; kind: string; life: string }[] | null;
  readonly stands: readonly { id: UnitId; hierarchy: Hierarchy; valid: string }[] | null;
  readonly lineage: Kin['lineage'] | null;
  readonly relations: readonly RelationRow[] | null;
  readonly nested: readonly { above: UnitId; below: UnitId; valid: string }[] | null;
}

interface RelationRow {
  readonly unit: UnitId;
  readonly other: UnitId;
  readonly valid: string;
}

/** One round trip for a unit with relations of its own; a second where only units below it have any. */
export async function loadKin(ctx: Ctx, asked: UnitId): Promise<Kin> {
  const kin = kinOf(asked, await loadAround(ctx, [asked]));
  if (kin.relations.length > 0) return kin;
  const below = await relationsBelow(ctx, [...kin.units.keys()]);
  if (below.length === 0) return kin;
  const ends = kinOf(asked, await loadAround(ctx, [asked, ...below.map(({ other }) => other)]));
  return { ...ends, relations: kin.relations, below: below.map(withPeriod) };
}

async function loadAround(ctx: Ctx, ids: readonly UnitId[]): Promise<KinRow> {
  const row = await firstRow(ctx.db, sql<KinRow>`
    with recursive forward (id) as (
      select unnest(${[...ids]}::uuid[]) union select l.successor_id from forward f cross join lateral (select l.successor_id from unit_lineage l where l.predecessor_id = f.id offset 0) l
    ),
    backward (id) as (
      select unnest(${[...ids]}::uuid[]) union select l.predecessor_id from backward b cross join lateral (select l.predecessor_id from unit_lineage l where l.successor_id = b.id offset 0) l
    ),
    kin (id) as (select id from forward union select id from backward),
    near as (${relationsOf(sql`kin`)}),
    ends (id) as (select id from kin union select unit_id from near union select other_id from near),
    far as (${relationsOf(sql`ends`)}),
    all_ends (id) as (select id from kin union select unit_id from far union select other_id from far)
    select
      (select json_agg(u) from (
        select e.id, v.name, v.kind, v.life from all_ends e cross join lateral (
          select (array_agg(v.name order by v.valid desc))[1] as name, (array_agg(v.kind order by v.valid desc))[1] as kind, range_merge(range_agg(v.valid))::text as life
          from unit_versions v where v.unit_id = e.id) v where v.life is not null) u) as units,
      (select json_agg(s) from (
        select e.id, c.hierarchy, c.valid from all_ends e cross join lateral (
          select c.hierarchy, c.valid::text as valid from unit_closure c
          where c.descendant_id = e.id and c.ancestor_id = e.id and c.hierarchy <> 'reach' offset 0) c) s) as stands,
      (select json_agg(g) from (
        select l.predecessor_id as predecessor, l.successor_id as successor, l.share from forward f cross join lateral (select * from unit_lineage l where l.predecessor_id = f.id offset 0) l
        union select l.predecessor_id, l.successor_id, l.share from backward b cross join lateral (select * from unit_lineage l where l.successor_id = b.id offset 0) l) g) as lineage,
      (select json_agg(r) from (select unit_id as unit, other_id as other, valid::text as valid from far) r) as relations,
      (select json_agg(n) from (
        select c.above, e.id as below, c.valid from all_ends e cross join lateral (
          select c.ancestor_id as above, c.valid::text as valid from unit_closure c
          where c.descendant_id = e.id and c.depth > 0 and c.hierarchy <> 'reach' offset 0) c
        where c.above in (select id from all_ends)) n) as nested`);
  return row!;
}

// `offset 0` keeps the planner at one index look-up for each of a handful of units: it takes a recursion for thousands.
function relationsOf(units: Sql): Sql {
  return sql`
    select r.* from ${units} u cross join lateral (select * from unit_relations r where r.unit_id = u.id offset 0) r
    union
    select r.* from ${units} u cross join lateral (select * from unit_relations r where r.other_id = u.id offset 0) r`;
}

/** A unit that leads nothing itself: what the units below it lead, or who leads the units below it. */
async function relationsBelow(ctx: Ctx, ids: readonly UnitId[]): Promise<RelationRow[]> {
  return rows(ctx.db, sql<RelationRow>`
    select distinct c.ancestor_id as unit, r.other_id as other, (c.valid * r.valid)::text as valid
    from unit_closure c join unit_relations r on r.unit_id = c.descendant_id and r.valid && c.valid
    where c.ancestor_id = any(${[...ids]}::uuid[]) and c.depth > 0 and c.hierarchy <> 'reach'
    union
    select distinct c.ancestor_id, r.unit_id, (c.valid * r.valid)::text
    from unit_closure c join unit_relations r on r.other_id = c.descendant_id and r.valid && c.valid
    where c.ancestor_id = any(${[...ids]}::uuid[]) and c.depth > 0 and c.hierarchy <> 'reach'`);
}

function kinOf(asked: UnitId, row: KinRow): Kin {
  const units = new Map<UnitId, KinUnit>();
  const stands = Map.groupBy(row.stands ?? [], ({ id }) => id);
  for (const { id, name, kind, life } of row.units ?? []) {
    const places = (stands.get(id) ?? []).map(({ hierarchy, valid }) => ({ hierarchy, ...fromRange(valid) }));
    units.set(id, { name, kindHierarchy: isUnitKind(kind) ? hierarchyOf(kind) : 'party', life: fromRange(life), stands: places });
  }
  return {
    asked,
    units,
    lineage: row.lineage ?? [],
    relations: (row.relations ?? []).map(withPeriod),
    below: [],
    nested: (row.nested ?? []).map(({ above, below, valid }) => ({ above, below, ...fromRange(valid) })),
  };
}

function withPeriod({ unit, other, valid }: RelationRow) {
  return { unit, other, ...fromRange(valid) };
}
