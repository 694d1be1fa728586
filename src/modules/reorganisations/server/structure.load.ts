/** Loads, in a few statements, what the rules need to know of the structure: histories of the units named, spells of those who follow. */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { fromRange } from '../../../platform/db/period.columns.ts';
import { findHistories } from '../../units/server/index.ts';
import type { Hierarchy, UnitKind } from '../../units/unit.kinds.ts';
import { existsOn, type UnitHistory, type UnitId } from '../../units/unit.ts';
import { moveKey, type Digest } from '../reorganisation.digest.ts';
import type { Report } from '../reorganisation.findings.ts';
import type { ChildSpell } from '../reorganisation.structure.ts';

export interface LoadedStructure {
  readonly histories: ReadonlyMap<UnitId, UnitHistory>;
  readonly spells: readonly ChildSpell[];
}

export async function loadStructure(ctx: Ctx, { set, on }: { set: Digest; on: Day }, report: Report): Promise<LoadedStructure> {
  const spells = await loadSpells(ctx, { set, on });
  const known = new Set(spells.map(({ unitId, hierarchy }) => moveKey(unitId, hierarchy)));
  const takers = takingOver(set);
  const rootless = [...set.moves].filter(([key, { parentId }]) => !known.has(key) && parentId !== null).map(([, { unitId }]) => unitId);
  const named = new Set([...set.endings.keys(), ...set.partings.map(({ unitId }) => unitId), ...set.changes.map(({ unitId }) => unitId), ...set.relations.flatMap(({ unitId, otherId }) => [unitId, otherId]), ...takers.keys(), ...rootless]);
  const standing = [...named].filter((id) => !set.founded.has(id));
  const histories = await findHistories(ctx, standing);
  reportMissing({ set, on, histories, named: standing, takers }, report);
  for (const [key, { seq, unitId, parentId }] of set.moves) if (!known.has(key) && parentId === null) report({ severity: 'error', code: 'unit.noSpell', item: seq, unitId });
  return { histories, spells };
}

/** Children of units that end or hand over, and units that an item moves: spells that hold on the day or begin later. */
async function loadSpells(ctx: Ctx, { set, on }: { set: Digest; on: Day }): Promise<ChildSpell[]> {
  const giving = [...new Set([...set.endings.keys(), ...set.handOvers.map(({ unitId }) => unitId)])];
  const moved = [...new Set([...set.moves.values()].map(({ unitId }) => unitId))];
  const needsKind = set.handOvers.filter(({ kinds }) => kinds !== undefined).map(({ unitId }) => unitId);
  const found = await rows(ctx.db, sql<{ unit_id: UnitId; hierarchy: Hierarchy; parent_id: UnitId; valid: string; kind: UnitKind | null }>`
    with spells as (
      select p.id, p.unit_id, p.hierarchy, p.parent_id, p.valid from unnest(${giving}::uuid[]) g (id) join unit_parents p on p.parent_id = g.id and not p.valid << daterange(${on}::date, null)
      union
      select p.id, p.unit_id, p.hierarchy, p.parent_id, p.valid from unnest(${moved}::uuid[]) m (id) join unit_parents p on p.unit_id = m.id and not p.valid << daterange(${on}::date, null)
    )
    select s.unit_id, s.hierarchy, s.parent_id, s.valid, ${needsKind.length === 0 ? sql`null::text` : sql`(select v.kind from unit_versions v where v.unit_id = s.unit_id and v.valid @> ${on}::date and s.parent_id = any(${needsKind}::uuid[]))`} as kind
    from spells s order by s.parent_id, s.unit_id, s.hierarchy`);
  return found.map((row) => ({ ...fromRange(row.valid), unitId: row.unit_id, hierarchy: row.hierarchy, parentId: row.parent_id, kind: row.kind ?? undefined }));
}

/** Whoever takes something over, with the item that says so. */
function takingOver(set: Digest): Map<UnitId, number> {
  return new Map([
    ...[...set.endings.values()].flatMap(({ seq, successorIds, heirId }) => [...successorIds, ...(heirId === null ? [] : [heirId])].map((id) => [id, seq] as const)),
    ...set.partings.flatMap(({ seq, successorIds }) => successorIds.map((id) => [id, seq] as const)),
    ...[...set.founded.values()].flatMap(({ seq, parents }) => parents.map(({ parentId }) => [parentId, seq] as const)),
    ...[...set.moves.values()].flatMap(({ seq, parentId }) => (parentId === null ? [] : [[parentId, seq] as const])),
    ...set.handOvers.flatMap(({ seq, unitId, toId }) => [[unitId, seq] as const, [toId, seq] as const]),
    ...[...set.places.values()].map(({ seq, cellId }) => [cellId, seq] as const),
    ...set.seats.map(({ seq, unitId }) => [unitId, seq] as const),
    ...set.relations.filter(({ kind }) => kind === 'relate').flatMap(({ seq, unitId, otherId }) => [[unitId, seq] as const, [otherId, seq] as const]),
  ]);
}

interface Loaded {
  readonly set: Digest;
  readonly on: Day;
  readonly histories: ReadonlyMap<UnitId, UnitHistory>;
  readonly named: readonly UnitId[];
  readonly takers: ReadonlyMap<UnitId, number>;
}

function reportMissing({ set, on, histories, named, takers }: Loaded, report: Report): void {
  const itemOf = (id: UnitId) => set.endings.get(id)?.seq ?? takers.get(id) ?? set.changes.find(({ unitId }) => unitId === id)?.seq ?? set.partings.find(({ unitId }) => unitId === id)?.seq ?? null;
  for (const id of named) if (!histories.has(id)) report({ severity: 'error', code: 'unit.unknown', item: itemOf(id), unitId: id });
  for (const [id, item] of takers) {
    const history = histories.get(id);
    if (history && !set.endings.has(id) && !existsOn(history, on)) report({ severity: 'error', code: 'unit.heirNotStanding', item, unitId: id });
  }
}
