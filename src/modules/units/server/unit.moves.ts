/**
 * New parents for many units by few statements, as the rule of a move does it for one: the spell that holds on the day
 * ends the day before (or goes, where it began on it) and the new one lasts as long as that one did. Writes parents only:
 * whoever moves settles the structure afterwards.
 */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { fromRange, toRange } from '../../../platform/db/period.columns.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Hierarchy } from '../unit.kinds.ts';
import type { ParentSpell, UnitId } from '../unit.ts';

const chunk = 100_000;
/** Put back, they go as text. */
const chunkBack = 20_000;

export interface UnitMove {
  readonly unitId: UnitId;
  readonly hierarchy: Hierarchy;
  readonly parentId: UnitId;
}

/** What a move did to the spells of a unit: enough to put them back exactly. */
export interface MovedSpell {
  readonly unitId: UnitId;
  readonly hierarchy: Hierarchy;
  /** The spell as it was before it was cut short. */
  readonly cut: Omit<ParentSpell, 'hierarchy'> & { readonly id: Id };
  readonly begunId: Id;
}

/** Units without a parent in the hierarchy on that day, or under that very parent, are left alone and not in the answer. */
export async function moveUnits(ctx: Ctx, given: { moves: readonly UnitMove[]; on: Day; decision: string | null }): Promise<MovedSpell[]> {
  const moved: MovedSpell[] = [];
  for (let at = 0; at < given.moves.length; at += chunk) {
    for (const spell of await movePart(ctx, { ...given, moves: given.moves.slice(at, at + chunk) })) moved.push(spell);
  }
  return moved;
}

async function movePart(ctx: Ctx, { moves, on, decision }: { moves: readonly UnitMove[]; on: Day; decision: string | null }): Promise<MovedSpell[]> {
  const [units, hierarchies, parents] = [moves.map(({ unitId }) => unitId), moves.map(({ hierarchy }) => hierarchy), moves.map(({ parentId }) => parentId)];
  const ids = moves.map(({ unitId }) => newId(homeOf(unitId)));
  // Counting what ended has it ended before the new spells are written: at no moment may two overlap.
  const found = await rows(ctx.db, sql<CutRow>`
    with moves as materialized (select * from unnest(${units}::uuid[], ${hierarchies}::text[], ${parents}::uuid[], ${ids}::uuid[]) m (unit_id, hierarchy, parent_id, begun_id)),
    cut as materialized (
      select p.id, p.unit_id, p.hierarchy, p.parent_id, p.valid, p.decision, m.parent_id as next_id, m.begun_id
      from moves m join unit_parents p on p.unit_id = m.unit_id and p.hierarchy = m.hierarchy and p.valid @> ${on}::date where p.parent_id <> m.parent_id),
    ended as (update unit_parents p set valid = daterange(lower(p.valid), ${on}::date) from cut where p.id = cut.id and lower(cut.valid) < ${on}::date returning 1),
    gone as (delete from unit_parents p using cut where p.id = cut.id and lower(cut.valid) = ${on}::date returning 1),
    begun as (
      insert into unit_parents (id, unit_id, hierarchy, parent_id, valid, decision)
      select begun_id, unit_id, hierarchy, next_id, daterange(${on}::date, upper(valid)), ${decision}::text from cut
      where (select count(*) from ended) + (select count(*) from gone) >= 0)
    select id, unit_id, hierarchy, parent_id, valid, decision, begun_id from cut`);
  return found.map((row) => ({
    unitId: row.unit_id, hierarchy: row.hierarchy, begunId: row.begun_id,
    cut: { id: row.id, parentId: row.parent_id, ...fromRange(row.valid), decision: row.decision },
  }));
}

interface CutRow {
  id: Id;
  unit_id: UnitId;
  hierarchy: Hierarchy;
  parent_id: UnitId;
  valid: string;
  decision: string | null;
  begun_id: Id;
}

/** @throws Problem unit.actNotLast where a spell that was begun has been changed since. */
export async function undoMoves(ctx: Ctx, moved: readonly MovedSpell[]): Promise<void> {
  for (let at = 0; at < moved.length; at += chunkBack) await undoPart(ctx, moved.slice(at, at + chunkBack));
}

async function undoPart(ctx: Ctx, moved: readonly MovedSpell[]): Promise<void> {
  const list = moved.map(({ unitId, hierarchy, cut, begunId }) => ({
    id: cut.id, unit_id: unitId, hierarchy, parent_id: cut.parentId, valid: toRange(cut), decision: cut.decision, begun_id: begunId,
  }));
  const told = sql`jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as m (id uuid, unit_id uuid, hierarchy text, parent_id uuid, valid daterange, decision text, begun_id uuid)`;
  const [counts] = await rows(ctx.db, sql<{ taken: number; put: number }>`
    with moved as materialized (select * from ${told}),
    begun as (
      delete from unit_parents p using moved m
      where p.id = m.begun_id and upper(p.valid) is not distinct from upper(m.valid) and lower(p.valid) >= lower(m.valid)
        and (lower(p.valid) = lower(m.valid) or exists (select from unit_parents c where c.id = m.id and upper(c.valid) = lower(p.valid)))
      returning p.id),
    extended as (
      update unit_parents p set valid = m.valid from moved m join begun b on b.id = m.begun_id where p.id = m.id returning p.id),
    inserted as (
      insert into unit_parents (id, unit_id, hierarchy, parent_id, valid, decision)
      select m.id, unit_id, hierarchy, parent_id, valid, decision from moved m join begun b on b.id = m.begun_id
      where not exists (select from unit_parents c where c.id = m.id) returning 1)
    select (select count(*) from begun)::int as taken, ((select count(*) from extended) + (select count(*) from inserted))::int as put`);
  if (counts?.taken !== list.length || counts.put !== list.length) throw new Problem({ code: 'unit.actNotLast', kind: 'conflict' });
}
