/**
 * The only writer of the tables of units, with its parts: `unit.history.rows.ts` (rows of histories), `unit.moves.ts`
 * (new parents for many). Reads histories whole, writes what changed in them, keeps the closure right.
 */
import './unit.tables.ts';
import { sql } from 'kysely';
import { markMoved, markUnits } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { lockSubject, rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import type { UnitHistory, UnitId } from '../unit.ts';
import { findCircles } from './unit.closure.ts';
import { requireContentsWithinLives } from './unit.contents.ts';
import { readHistories, writeHistories } from './unit.history.rows.ts';
import { findFaultsOf, settleStructure, type UnitFault } from './unit.invariants.ts';

export { versionOf, versionRow, writeHistories } from './unit.history.rows.ts';
export { moveUnits, undoMoves, type MovedSpell } from './unit.moves.ts';

/** One structure, one writer at a time: the closure of a unit depends on all that stand above it. */
export async function lockStructure(ctx: Ctx): Promise<void> {
  await lockSubject(ctx.db, 'units');
}

export async function findHistory(ctx: Ctx, id: UnitId): Promise<UnitHistory | undefined> {
  return (await readHistories(ctx, [id])).get(id);
}

/** A unit without versions is absent. */
export async function findHistories(ctx: Ctx, ids: readonly UnitId[]): Promise<Map<UnitId, UnitHistory>> {
  return readHistories(ctx, ids);
}

export async function insertUnit(ctx: Ctx, unit: { id: UnitId }): Promise<void> {
  await insertUnits(ctx, [unit.id]);
}

/** The id of a unit whose founding was taken back still stands, with nothing to it: it may be founded again. */
export async function insertUnits(ctx: Ctx, ids: readonly UnitId[]): Promise<void> {
  await sql`insert into units (id, home_id, created_at) select id, home, ${ctx.now} from unnest(${[...ids]}::uuid[], ${ids.map(homeOf)}::smallint[]) n (id, home)
    where not exists (select from units u where u.id = n.id and not exists (select from unit_versions v where v.unit_id = u.id))`.execute(ctx.db);
}

/** Writes the history as it now is, derives the closure again and refuses what breaks an invariant. */
export async function saveHistory(ctx: Ctx, history: UnitHistory): Promise<void> {
  await saveHistories(ctx, [history]);
}

/** Only what bears on the structure is derived and checked again: a new name does not. */
export async function saveHistories(ctx: Ctx, histories: readonly UnitHistory[]): Promise<void> {
  await settleUnits(ctx, await writeHistories(ctx, histories));
}

/**
 * After all is written. Throws the problems of a single act.
 * @param reshaped units whose life, kind, parents, relations or lineage changed
 * @param moved units of which only parents changed: what they hold needs no look
 */
export async function settleUnits(ctx: Ctx, reshaped: readonly UnitId[], moved: readonly UnitId[] = []): Promise<void> {
  const units = [...new Set([...reshaped, ...moved])];
  if (units.length === 0) return;
  await markMoved(ctx.db, units);
  await requireContentsWithinLives(ctx, reshaped);
  await settleStructure(ctx.db, units, { checked: [...reshaped, ...(await unitsRelatedTo(ctx, reshaped))], moved });
}

interface Settling {
  readonly reshaped: readonly UnitId[];
  readonly moved: readonly UnitId[];
  /** Units of which what they hold is looked at. */
  readonly holding: readonly UnitId[];
}

/** What settling would refuse of the structure, found without deriving it: for trying out. Throws where something is left outside a life. */
export async function findSettlingFaults(ctx: Ctx, { reshaped, moved, holding }: Settling): Promise<UnitFault[]> {
  const faults = await findFaultsOf(ctx.db, [...new Set([...reshaped, ...(await unitsRelatedTo(ctx, reshaped))])], moved);
  if (faults.length > 0) return faults;
  await requireContentsWithinLives(ctx, holding);
  return (await findCircles(ctx.db, { reshaped, moved })).map((unitId) => ({ rule: 'cycle', unitId }));
}

/** Those that hang by a relation to the units: when one goes, they may be left without a place. */
async function unitsRelatedTo(ctx: Ctx, ids: readonly UnitId[]): Promise<UnitId[]> {
  const found = await sql<{ id: UnitId }>`select distinct unit_id as id from unit_relations where other_id = any(${[...ids]}::uuid[])`.execute(ctx.db);
  return found.rows.map(({ id }) => id);
}

/** Takes back a unit that was only just founded. */
export async function deleteUnit(ctx: Ctx, id: UnitId): Promise<void> {
  const related = await unitsRelatedTo(ctx, [id]);
  await clearUnits(ctx, [id]);
  await settleStructure(ctx.db, [id], { checked: [id, ...related] });
}

/** Takes out all that is said of the units. */
export async function clearUnits(ctx: Ctx, ids: readonly UnitId[]): Promise<void> {
  const these = sql`any(${[...ids]}::uuid[])`;
  await markMoved(ctx.db, ids);
  await sql`delete from unit_relations where unit_id = ${these} or other_id = ${these}`.execute(ctx.db);
  await sql`delete from unit_parents where unit_id = ${these}`.execute(ctx.db);
  await sql`delete from unit_versions where unit_id = ${these}`.execute(ctx.db);
}

export interface LineageLink {
  readonly predecessorId: UnitId;
  readonly successorId: UnitId;
  readonly on: string;
  readonly share: 'whole' | 'part';
  readonly decision: string | null;
}

/** Ids in the order of the links. What was laid on a unit counts with whoever took it over. */
export async function insertLineage(ctx: Ctx, links: readonly LineageLink[]): Promise<Id<'unitLineage'>[]> {
  const list = links.map((link) => ({
    id: newId<'unitLineage'>(homeOf(link.predecessorId)), predecessor_id: link.predecessorId, successor_id: link.successorId,
    effective_on: link.on, share: link.share, decision: link.decision,
  }));
  await sql`insert into unit_lineage select * from jsonb_populate_recordset(null::unit_lineage, ${JSON.stringify(list)}::jsonb)`.execute(ctx.db);
  await markUnits(ctx.db, [...new Set(links.map(({ successorId }) => successorId))]);
  return list.map(({ id }) => id);
}

export async function deleteLineage(ctx: Ctx, ids: readonly Id<'unitLineage'>[]): Promise<void> {
  const gone = await rows(ctx.db, sql<{ successor_id: UnitId }>`delete from unit_lineage where id = any(${[...ids]}::uuid[]) returning successor_id`);
  await markUnits(ctx.db, [...new Set(gone.map(({ successor_id: successorId }) => successorId))]);
}

export interface RecordedAct {
  readonly id: Id<'unitAct'>;
  readonly unitId: UnitId;
  readonly kind: string;
  readonly nature: 'change' | 'correction';
  readonly on: string;
  readonly decision: string | null;
  readonly reason: string | null;
  readonly before: UnitHistory | null;
  readonly after: UnitHistory | null;
}

/** An act without what stood before and after cannot be undone alone. */
export async function insertAct(ctx: Ctx, act: Omit<RecordedAct, 'id'>): Promise<Id<'unitAct'>> {
  const id = newId<'unitAct'>(homeOf(act.unitId));
  const row = {
    id,
    unit_id: act.unitId,
    kind: act.kind,
    nature: act.nature,
    effective_on: act.on,
    decision: act.decision,
    reason: act.reason,
    recorded_at: ctx.now.toISOString(),
    recorded_by: ctx.actor?.accountId ?? null,
    before: act.before,
    after: act.after,
  };
  await sql`insert into unit_acts select * from jsonb_populate_record(null::unit_acts, ${JSON.stringify(row)}::jsonb)`.execute(ctx.db);
  return id;
}

interface ActTogether {
  readonly nature: RecordedAct['nature'];
  readonly on: string;
  readonly decision: string | null;
}

const chunkTogether = 50_000;

/** Acts of one decision on many units, that can only be undone together: nothing is kept of what stood before and after. */
export async function insertActsTogether(ctx: Ctx, { nature, on, decision }: ActTogether, acts: readonly { readonly unitId: UnitId; readonly kind: string }[]): Promise<void> {
  for (let at = 0; at < acts.length; at += chunkTogether) {
    const part = acts.slice(at, at + chunkTogether);
    await sql`insert into unit_acts (id, unit_id, kind, nature, effective_on, decision, recorded_at, recorded_by)
      select id, unit_id, kind, ${nature}, ${on}::date, ${decision}, ${ctx.now}, ${ctx.actor?.accountId ?? null}::uuid
      from unnest(${part.map(({ unitId }) => newId(homeOf(unitId)))}::uuid[], ${part.map(({ unitId }) => unitId)}::uuid[], ${part.map(({ kind }) => kind)}::text[]) a (id, unit_id, kind)`.execute(ctx.db);
  }
}

export async function findAct(ctx: Ctx, id: Id<'unitAct'>): Promise<RecordedAct | undefined> {
  const row = await ctx.db.selectFrom('unit_acts').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  return {
    id,
    unitId: row.unit_id as UnitId,
    kind: row.kind,
    nature: row.nature as RecordedAct['nature'],
    on: row.effective_on,
    decision: row.decision,
    reason: row.reason,
    before: row.before as UnitHistory | null,
    after: row.after as UnitHistory | null,
  };
}
