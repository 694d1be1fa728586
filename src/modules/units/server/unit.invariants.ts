/**
 * What must hold of units, checked in the transaction of each act and by `satcoso doctor`:
 * nobody stands under himself, parents and relations lie within the lives of both sides, everybody but a topmost unit
 * has a parent in his own hierarchy (or, where his kind may hang so, something to belong to or govern) on every day of
 * his life, and the closure is what the edges say.
 */
import { sql, type RawBuilder } from 'kysely';
import { rows, type Db } from '../../../platform/db/database.ts';
import type { Day } from '../../../platform/day.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitKinds, type UnitKind } from '../unit.kinds.ts';
import type { UnitId } from '../unit.ts';
import { closureHierarchies, closureRows, edges } from './unit.closure.ts';

export interface UnitFault {
  readonly rule: 'cycle' | 'edgeOutsideLife' | 'gapInLife' | 'orphan' | 'closure';
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

export async function requireSoundUnits(db: Db, units: readonly UnitId[]): Promise<void> {
  if ((await cycles(db, units)).length > 0) throw new Problem({ code: 'unit.cycle', kind: 'conflict' });
  if ((await edgesOutsideLives(db, units)).length > 0) throw new Problem({ code: 'unit.parentNotThere', kind: 'conflict' });
  const [orphan] = await orphans(db, units);
  if (orphan) throw new Problem({ code: 'unit.orphan', kind: 'conflict', data: { name: orphan.name, on: orphan.since } });
}

/** Every fault of the structure; an empty list is a sound one. */
export async function findUnitFaults(db: Db): Promise<UnitFault[]> {
  const found = [await cycles(db), await edgesOutsideLives(db), await gaps(db), (await orphans(db)).map(({ unit_id }): UnitFault => ({ rule: 'orphan', unitId: unit_id })), await closureDifferences(db)];
  return found.flat();
}

async function cycles(db: Db, units?: readonly UnitId[]): Promise<UnitFault[]> {
  const found = await Promise.all(
    closureHierarchies.map((hierarchy) =>
      rows(db, sql<{ unit_id: UnitId }>`
        with recursive edges as materialized (${edges(hierarchy)}),
        up (start_id, unit_id, valid, depth) as (
          select e.unit_id, e.parent_id, e.valid, 1 from edges e ${units ? sql`where e.unit_id = any(${[...units]}::uuid[]) or e.parent_id = any(${[...units]}::uuid[])` : sql``}
          union
          select up.start_id, e.parent_id, up.valid * e.valid, up.depth + 1
          from up join edges e on e.unit_id = up.unit_id and e.valid && up.valid
          where up.unit_id <> up.start_id and up.depth < 32
        )
        select distinct start_id as unit_id from up where start_id = unit_id`),
    ),
  );
  return found.flat().map(({ unit_id }) => ({ rule: 'cycle', unitId: unit_id }));
}

async function edgesOutsideLives(db: Db, units?: readonly UnitId[]): Promise<UnitFault[]> {
  const touching = units ? sql`where e.one = any(${[...units]}::uuid[]) or e.other = any(${[...units]}::uuid[])` : sql``;
  const found = await rows(db, sql<{ unit_id: UnitId }>`
    select distinct e.one as unit_id from (
      select unit_id as one, parent_id as other, valid from unit_parents
      union all select unit_id, other_id, valid from unit_relations
    ) e
    left join lateral (select range_agg(valid) as life from unit_versions where unit_id = e.one) a on true
    left join lateral (select range_agg(valid) as life from unit_versions where unit_id = e.other) b on true
    ${touching}
    group by e.one having not bool_and(coalesce(a.life @> e.valid, false) and coalesce(b.life @> e.valid, false))`);
  return found.map(({ unit_id }) => ({ rule: 'edgeOutsideLife', unitId: unit_id }));
}

async function gaps(db: Db): Promise<UnitFault[]> {
  return faults(db, 'gapInLife', sql`
    select u.id as unit_id from units u left join unit_versions v on v.unit_id = u.id
    group by u.id having count(v.id) > 0 and range_agg(v.valid) <> multirange(range_merge(range_agg(v.valid)))`);
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
  const found = await Promise.all(
    closureHierarchies.map((hierarchy) => {
      const should = sql`select * from (${closureRows(hierarchy)}) s (hierarchy, ancestor_id, descendant_id, depth, valid)`;
      const is = sql`select hierarchy, ancestor_id, descendant_id, depth::int, valid from unit_closure where hierarchy = ${hierarchy}`;
      return faults(db, 'closure', sql`select distinct descendant_id as unit_id from ((${should} except ${is}) union all (${is} except ${should})) d`);
    }),
  );
  return found.flat();
}

async function faults(db: Db, rule: UnitFault['rule'], query: RawBuilder<unknown>): Promise<UnitFault[]> {
  const found = await rows(db, sql<{ unit_id: UnitId }>`${query}`);
  return found.map(({ unit_id }) => ({ rule, unitId: unit_id }));
}
