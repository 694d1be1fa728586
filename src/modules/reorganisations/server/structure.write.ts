/** Writes what was planned for the structure, and takes it back; what follows by rule is moved in bulk and kept row by row. */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { fromRange, toRange } from '../../../platform/db/period.columns.ts';
import type { Id } from '../../../platform/ids.ts';
import { clearUnits, deleteLineage, findHistories, insertActsTogether, insertLineage, insertUnits, moveUnits, undoMoves, writeHistories, type MovedSpell } from '../../units/server/index.ts';
import type { Hierarchy } from '../../units/unit.kinds.ts';
import { lifeOf, sameHistory, type UnitHistory, type UnitId } from '../../units/unit.ts';
import { moveKey } from '../reorganisation.digest.ts';
import type { ReorganisationFinding } from '../reorganisation.findings.ts';
import { reshapedBy } from '../reorganisation.reshaped.ts';
import type { PlannedMove } from '../reorganisation.structure.ts';
import type { AppliedReform } from './handover.ts';
import { moveOutcome, type Planned } from './reorganisation.plan.ts';
import { insertOutcomes, insertSnapshots, readSnapshots } from './reorganisation.store.ts';

/** Units to be settled when all else is written; of those `moved` only parents changed. */
export interface Touched {
  readonly reshaped: readonly UnitId[];
  readonly moved: readonly UnitId[];
}

export interface Written extends Touched {
  readonly histories: readonly UnitHistory[];
  readonly spells: readonly MovedSpell[];
  readonly lineageIds: readonly Id<'unitLineage'>[];
}

export async function writeStructure(ctx: Ctx, planned: Planned): Promise<Written> {
  const { reform: { on, decision, set }, structure, before } = planned;
  const histories = changedHistories(planned);
  await insertUnits(ctx, [...set.founded.keys()]);
  await writeHistories(ctx, histories);
  const spells = await moveInBulk(ctx, planned);
  const lineageIds = await insertLineage(ctx, structure.lineage.map((link) => ({ ...link, on, decision })));
  const reshaped = reshapedBy(histories.map((after) => ({ before: before.get(after.id) ?? null, after })));
  const cells = [...set.endings.values()].flatMap(({ heirId }) => (heirId !== null && structure.after.get(heirId)?.versions.at(-1)?.facts.kind === 'cell' ? [heirId] : []));
  return {
    histories, spells, lineageIds,
    reshaped: [...new Set([...reshaped, ...structure.lineage.map(({ predecessorId }) => predecessorId), ...cells])],
    moved: [...new Set(structure.moves.map(({ unitId }) => unitId))],
  };
}

/** The lists of what was written, what undoing needs, and an act for each unit. */
export async function keepWritten(ctx: Ctx, planned: Planned, { histories, spells, lineageIds }: Written): Promise<void> {
  const { reform: { id }, structure, before } = planned;
  const moves = new Map(structure.moves.map((move) => [moveKey(move.unitId, move.hierarchy), move]));
  await insertOutcomes(ctx, { id, list: 'place', first: structure.movesWithin.length + 1 }, spells.map(({ unitId, hierarchy, cut, begunId }) => ({
    ...moveOutcome(moves.get(moveKey(unitId, hierarchy))!), rowId: cut.id, newRowId: begunId, valid: toRange(cut), note: cut.decision,
  })));
  await insertOutcomes(ctx, { id, list: 'lineage' }, structure.lineage.map(({ predecessorId, successorId, share }, at) => ({ outcome: share, unitId: predecessorId, toId: successorId, rowId: lineageIds[at]! })));
  await insertSnapshots(ctx, id, histories.map((after) => ({ unitId: after.id, before: before.get(after.id) ?? null, after })));
  await noteActs(ctx, planned);
}

/** By what they say: planning makes some anew that say what they said. Most end, which is seen at once. */
function changedHistories({ structure: { after }, before }: Planned): UnitHistory[] {
  return [...after.values()].filter((history) => {
    const was = before.get(history.id);
    return was === undefined || lifeOf(was).to !== lifeOf(history).to || !isStill(was, history);
  });
}

async function moveInBulk(ctx: Ctx, { reform: { on, decision }, structure }: Planned): Promise<MovedSpell[]> {
  const moves = structure.moves.filter((move): move is PlannedMove & { toId: UnitId } => move.toId !== null);
  const done = await moveUnits(ctx, { moves: moves.map(({ unitId, hierarchy, toId }) => ({ unitId, hierarchy, parentId: toId })), on, decision });
  if (done.length !== moves.length) throw new Error(`${moves.length - done.length} of ${moves.length} units were not moved`);
  return done;
}

/** One act for each unit with its decision; undone only together. */
async function noteActs(ctx: Ctx, { reform: { on, decision, set }, structure }: Planned): Promise<void> {
  await insertActsTogether(ctx, { nature: 'change', on, decision }, [
    ...[...set.founded.keys()].map((unitId) => ({ unitId, kind: 'found' })),
    ...[...set.endings.keys()].map((unitId) => ({ unitId, kind: 'dissolve' })),
    ...set.changes.map(({ unitId }) => ({ unitId, kind: 'change' })),
    ...[...structure.movesWithin, ...structure.moves].map(({ unitId }) => ({ unitId, kind: 'move' })),
  ]);
}

export async function structureObstacles(ctx: Ctx, reform: AppliedReform): Promise<ReorganisationFinding[]> {
  const snapshots = await readSnapshots(ctx, reform.id);
  const current = await findHistories(ctx, snapshots.map(({ unitId }) => unitId));
  const changed = snapshots.filter(({ unitId, after }) => !isStill(current.get(unitId), after));
  return [
    ...changed.map(({ unitId }): ReorganisationFinding => ({ severity: 'error', code: 'undo.unitChanged', item: null, unitId })),
    ...(await movesChanged(ctx, reform)),
    ...(await foundedUsed(ctx, reform)),
  ];
}

function isStill(current: UnitHistory | undefined, after: UnitHistory): boolean {
  return current !== undefined && sameHistory(ordered(current), ordered(after));
}

/** Spells that begin on one day have no order of their own. */
function ordered(history: UnitHistory): UnitHistory {
  const byText = <T>(items: readonly T[]) => items.map((item) => ({ item, key: JSON.stringify(Object.entries(item as object).toSorted()) })).toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(({ item }) => item);
  return { id: history.id, versions: history.versions, parents: byText(history.parents), relations: byText(history.relations) };
}

async function movesChanged(ctx: Ctx, { id, on }: AppliedReform): Promise<ReorganisationFinding[]> {
  const found = await rows(ctx.db, sql<{ unit_id: UnitId }>`
    select distinct o.unit_id from reorganisation_outcomes o
    left join unit_parents n on n.id = o.new_row_id left join unit_parents p on p.id = o.row_id
    where o.reorganisation_id = ${id} and o.list = 'place' and o.new_row_id is not null and not (
      coalesce(n.parent_id = o.to_id and n.valid = daterange(${on}::date, upper(o.valid)), false)
      and (lower(o.valid) = ${on}::date or coalesce(p.parent_id = o.from_id and p.valid = daterange(lower(o.valid), ${on}::date), false)))
    order by o.unit_id`);
  return found.map(({ unit_id }) => ({ severity: 'error', code: 'undo.moveChanged', item: null, unitId: unit_id }));
}

/** Whatever was put under, or into, units that the change set founded, and did not come by it. */
async function foundedUsed(ctx: Ctx, { id }: AppliedReform): Promise<ReorganisationFinding[]> {
  const found = await rows(ctx.db, sql<{ unit_id: UnitId; count: number }>`
    with founded as (select unit_id from reorganisation_units where reorganisation_id = ${id} and before is null),
    own as (select new_row_id as id from reorganisation_outcomes where reorganisation_id = ${id} and list in ('place', 'member') and new_row_id is not null
      union all select row_id from reorganisation_outcomes where reorganisation_id = ${id} and list in ('post', 'member')),
    named as (select unit_id from reorganisation_units where reorganisation_id = ${id}),
    used as (
      select f.unit_id from founded f join unit_parents p on p.parent_id = f.unit_id where p.unit_id not in (select unit_id from named) and p.id not in (select id from own)
      union all select f.unit_id from founded f join unit_relations r on r.unit_id = f.unit_id and r.other_id not in (select unit_id from named) and not exists (
        select from reorganisation_units n where n.reorganisation_id = ${id} and n.unit_id = f.unit_id and n.after -> 'relations' @> jsonb_build_array(jsonb_build_object('otherId', r.other_id)))
      union all select f.unit_id from founded f join placements p on p.cell_id = f.unit_id where p.id not in (select id from own)
      union all select f.unit_id from founded f join posts p on p.unit_id = f.unit_id where p.id not in (select id from own)
      union all select f.unit_id from founded f join unit_lineage l on l.predecessor_id = f.unit_id
    )
    select unit_id, count(*)::int as count from used group by unit_id order by unit_id`);
  return found.map(({ unit_id, count }) => ({ severity: 'error', code: 'undo.unitUsed', item: null, unitId: unit_id, data: { count } }));
}

export async function unwriteStructure(ctx: Ctx, { id, on, decision }: AppliedReform): Promise<Touched> {
  const snapshots = await readSnapshots(ctx, id);
  const moved = await readMoves(ctx, id);
  const lineage = await rows(ctx.db, sql<{ row_id: Id<'unitLineage'>; unit_id: UnitId }>`select row_id, unit_id from reorganisation_outcomes where reorganisation_id = ${id} and list = 'lineage'`);
  await deleteLineage(ctx, lineage.map(({ row_id }) => row_id));
  await undoMoves(ctx, moved);
  await writeHistories(ctx, snapshots.flatMap(({ before }) => before ?? []));
  await clearUnits(ctx, snapshots.filter(({ before }) => before === null).map(({ unitId }) => unitId));
  const touched = {
    reshaped: [...new Set([...reshapedBy(snapshots), ...lineage.map(({ unit_id }) => unit_id)])],
    moved: [...new Set(moved.map(({ unitId }) => unitId))],
  };
  await insertActsTogether(ctx, { nature: 'correction', on, decision }, [...new Set([...snapshots.map(({ unitId }) => unitId), ...touched.moved])].map((unitId) => ({ unitId, kind: 'undo' })));
  return touched;
}

async function readMoves(ctx: Ctx, id: Id): Promise<MovedSpell[]> {
  const found = await rows(ctx.db, sql<{ unit_id: UnitId; hierarchy: Hierarchy; from_id: UnitId; row_id: Id; new_row_id: Id; valid: string; note: string | null }>`
    select unit_id, aspect as hierarchy, from_id, row_id, new_row_id, valid, note from reorganisation_outcomes where reorganisation_id = ${id} and list = 'place' and new_row_id is not null`);
  return found.map((row) => {
    const { from, to }: { from: Day; to: Day | null } = fromRange(row.valid);
    return { unitId: row.unit_id, hierarchy: row.hierarchy, cut: { id: row.row_id, parentId: row.from_id, from, to, decision: row.note }, begunId: row.new_row_id };
  });
}
