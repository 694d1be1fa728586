/**
 * What must hold of units, checked in the transaction of each act and by `satcoso doctor`:
 * nobody stands under himself, nor under two at a time in one hierarchy, parents and relations lie within the lives of both sides, everybody but a topmost unit
 * has a parent in his own hierarchy (or, where his kind may hang so, something to belong to or govern) on every day of
 * his life, and the closure is what the edges say.
 */
import { sql, type RawBuilder } from 'kysely';
import { inTransaction, rows, type Db } from '../../../platform/db/database.ts';
import type { Day } from '../../../platform/day.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitKinds, type UnitKind } from '../unit.kinds.ts';
import type { UnitId } from '../unit.ts';
import { closureFaults, closureHierarchies, deriveClosure } from './unit.closure.ts';
import { fewUnits } from './unit.ways.ts';

export interface UnitFault {
  readonly rule: 'cycle' | 'overlap' | 'edgeOutsideLife' | 'gapInLife' | 'orphan' | 'closure';
  readonly unitId: UnitId;
}

/**
 * Kinds that may stand on top of their tree. The books of one province begin with its committee and its territory;
 * the Front has its own centre, the committee at the top of the Front's tree, which hangs by no relation either.
 */
const topKinds: readonly string[] = ['central', 'country', 'province', 'provincial_party', 'front_committee'] satisfies UnitKind[];

/** Kinds that may hang by what they belong to or govern instead of by a parent. */
const relatedKinds: readonly string[] = ['peoples_committee', 'peoples_council', 'front_board', 'mass_organisation', 'party_board'] satisfies UnitKind[];

const placedKinds = unitKinds.filter(({ code }) => !topKinds.includes(code)).map(({ code, hierarchy }) => ({ code, hierarchy, related: relatedKinds.includes(code) }));

/** Derives the closure of the units and refuses what breaks an invariant; `checked` are further units that may be hurt, `moved` such as were only moved. */
export async function settleStructure(db: Db, units: readonly UnitId[], { checked = units, moved = [] }: { checked?: readonly UnitId[]; moved?: readonly UnitId[] } = {}): Promise<void> {
  // First what can be said of each unit alone: the walk up of a broken structure may be long.
  await requireSoundUnits(db, checked, moved);
  if ((await deriveClosure(db, units)).length > 0) throw new Problem({ code: 'unit.cycle', kind: 'conflict' });
}

/** That nobody stands under himself is found by deriving the closure. Whoever was moved from the day on has a place as long as before. */
export async function requireSoundUnits(db: Db, units: readonly UnitId[], moved: readonly UnitId[] = []): Promise<void> {
  await requireNoOverlaps(db, units);
  if ((await edgesOutsideLives(db, [...units, ...moved])).length > 0) throw new Problem({ code: 'unit.parentNotThere', kind: 'conflict' });
  const [orphan] = await orphans(db, units);
  if (orphan) throw new Problem({ code: 'unit.orphan', kind: 'conflict', data: { name: orphan.name, on: orphan.since } });
}

/** Whoever is only moved ends one spell where the next begins; for whatever else writes parents. */
export async function requireNoOverlaps(db: Db, units: readonly UnitId[]): Promise<void> {
  if ((await overlaps(db, units)).length > 0) throw new Problem({ code: 'unit.overlap', kind: 'conflict' });
}

/** Every fault of the structure; an empty list is a sound one. */
export async function findUnitFaults(db: Db): Promise<UnitFault[]> {
  return [...(await closureDifferences(db)), ...(await findFaultsOf(db))];
}

/** Every fault of the units, or of all, that can be told from their own rows: the closure and cycles apart. */
export async function findFaultsOf(db: Db, units?: readonly UnitId[], moved: readonly UnitId[] = []): Promise<UnitFault[]> {
  const without = (await orphans(db, units)).map(({ unit_id }): UnitFault => ({ rule: 'orphan', unitId: unit_id }));
  return [...(await overlaps(db, units)), ...(await edgesOutsideLives(db, units && [...units, ...moved])), ...(await gaps(db, units)), ...without];
}

async function overlaps(db: Db, units?: readonly UnitId[]): Promise<UnitFault[]> {
  return faults(db, 'overlap', sql`
    select distinct unit_id from (
      select unit_id, lower(valid) < max(coalesce(upper(valid), 'infinity')) over (partition by unit_id, hierarchy order by lower(valid) rows between unbounded preceding and 1 preceding) as is_early
      from unit_parents ${units ? sql`where unit_id = any(${[...units]}::uuid[])` : sql``}) p
    where is_early`);
}

async function edgesOutsideLives(db: Db, units?: readonly UnitId[]): Promise<UnitFault[]> {
  // Few are looked up by index; of many a set is made once.
  const isMany = units !== undefined && units.length > fewUnits;
  const isAsked = (column: string) => (isMany ? sql`${sql.ref(column)} in (select id from asked)` : sql`${sql.ref(column)} = any(${[...(units ?? [])]}::uuid[])`);
  const touching = (table: string, other: string) => (units ? sql`where ${isAsked(`${table}.unit_id`)} or ${isAsked(`${table}.${other}`)}` : sql``);
  // Most edges lie within one version of either side: only of the others the whole life is put together.
  const isCovered = (side: string) => sql`exists (select from unit_versions v where v.unit_id = ${sql.ref(`e.${side}`)} and v.valid @> e.valid)`;
  return faults(db, 'edgeOutsideLife', sql`
    with ${isMany ? sql`asked as materialized (select distinct id from unnest(${[...units]}::uuid[]) a (id)),` : sql``} edges as materialized (
      select unit_id as one, parent_id as other, valid from unit_parents p ${touching('p', 'parent_id')}
      union all select unit_id, other_id, valid from unit_relations r ${touching('r', 'other_id')}),
    suspects as materialized (select * from edges e where not ${isCovered('one')} union select * from edges e where not ${isCovered('other')}),
    lives as (select unit_id, range_agg(valid) as life from unit_versions where unit_id in (select one from suspects union select other from suspects) group by unit_id)
    select distinct f.unit_id from suspects e left join lives a on a.unit_id = e.one left join lives b on b.unit_id = e.other,
      lateral (values (e.one)${units ? sql`, (e.other)` : sql``}) f (unit_id)
    where not coalesce(a.life @> e.valid and b.life @> e.valid, false) ${units ? sql`and ${isAsked('f.unit_id')}` : sql``}`);
}

async function gaps(db: Db, units?: readonly UnitId[]): Promise<UnitFault[]> {
  return faults(db, 'gapInLife', sql`
    select v.unit_id from unit_versions v ${units ? sql`where v.unit_id = any(${[...units]}::uuid[])` : sql``}
    group by v.unit_id having range_agg(v.valid) <> multirange(range_merge(range_agg(v.valid)))`);
}

interface Orphan {
  unit_id: UnitId;
  name: string;
  /** The first day without a place. */
  since: Day;
}

async function orphans(db: Db, units?: readonly UnitId[]): Promise<Orphan[]> {
  const touched = (column: string) => (units ? sql`${sql.ref(column)} = any(${[...units]}::uuid[])` : sql`true`);
  return rows(db, sql<Orphan>`
    select distinct on (v.unit_id) v.unit_id, v.name, lower(multirange(v.valid) - coalesce(range_agg(place.valid), '{}')) as since
    from unit_versions v join unnest(${column('code')}::text[], ${column('hierarchy')}::text[], ${column('related')}::bool[]) k (kind, hierarchy, related) on k.kind = v.kind
    left join (
      select unit_id, hierarchy, false as related, valid from unit_parents p where ${touched('p.unit_id')}
      union all
      select unit_id, null, true, valid from unit_relations r where r.kind in ('belongs_to', 'governs') and ${touched('r.unit_id')}
    ) place on place.unit_id = v.unit_id and (place.hierarchy = k.hierarchy or place.related and k.related)
    where ${touched('v.unit_id')}
    group by v.id, v.unit_id, v.name, v.valid having not coalesce(range_agg(place.valid) @> v.valid, false)
    order by v.unit_id, lower(v.valid)`);
}

function column<K extends keyof (typeof placedKinds)[number]>(name: K): (typeof placedKinds)[number][K][] {
  return placedKinds.map((kind) => kind[name]);
}

async function closureDifferences(db: Db): Promise<UnitFault[]> {
  const found: UnitFault[] = [];
  for (const hierarchy of closureHierarchies) {
    // Each in a transaction: only there the walk may set how it is planned, without which it takes minutes at size.
    const { differing, circling } = await inTransaction(db, (tx) => closureFaults(tx, hierarchy));
    for (const unitId of circling) found.push({ rule: 'cycle', unitId });
    for (const unitId of differing) found.push({ rule: 'closure', unitId });
  }
  return found;
}

async function faults(db: Db, rule: UnitFault['rule'], query: RawBuilder<unknown>): Promise<UnitFault[]> {
  const found = await rows(db, sql<{ unit_id: UnitId }>`${query}`);
  return found.map(({ unit_id }) => ({ rule, unitId: unit_id }));
}
