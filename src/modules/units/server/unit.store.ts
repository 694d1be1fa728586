/**
 * The only writer of the tables of units. Reads a history whole, writes what changed in it, keeps the closure right.
 */
import './unit.tables.ts';
import type { Ctx } from '../../../platform/context.ts';
import { lockSubject } from '../../../platform/db/database.ts';
import { fromRange, toRange } from '../../../platform/db/period.columns.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { exactKey, foldVietnamese } from '../../../platform/text/fold.ts';
import type { Hierarchy, UnitKind } from '../unit.kinds.ts';
import type { ParentSpell, RelationKind, RelationSpell, UnitHistory, UnitId, UnitProperties, UnitVersion } from '../unit.ts';
import { deriveClosure } from './unit.closure.ts';
import { requireContentsWithinLife } from './unit.contents.ts';
import { requireSoundUnits } from './unit.invariants.ts';

/** One structure, one writer at a time: the closure of a unit depends on all that stand above it. */
export async function lockStructure(ctx: Ctx): Promise<void> {
  await lockSubject(ctx.db, 'units');
}

export async function findHistory(ctx: Ctx, id: UnitId): Promise<UnitHistory | undefined> {
  const versions = await ctx.db.selectFrom('unit_versions').selectAll().where('unit_id', '=', id).execute();
  if (versions.length === 0) return undefined;
  const parents = await ctx.db.selectFrom('unit_parents').selectAll().where('unit_id', '=', id).execute();
  const relations = await ctx.db
    .selectFrom('unit_relations')
    .selectAll()
    .where((eb) => eb.or([eb('unit_id', '=', id), eb('other_id', '=', id)]))
    .execute();
  return {
    id,
    versions: inOrder(versions.map(versionOf)),
    parents: inOrder(parents.map(parentOf)),
    relations: inOrder(relations.map(relationOf)),
  };
}

export async function insertUnit(ctx: Ctx, unit: { id: UnitId }): Promise<void> {
  await ctx.db.insertInto('units').values({ id: unit.id, home_id: homeOf(unit.id), created_at: ctx.now }).execute();
}

/** Writes the history as it now is, derives the closure again and refuses what breaks an invariant. */
export async function saveHistory(ctx: Ctx, history: UnitHistory): Promise<void> {
  const related = await unitsRelatedTo(ctx, history.id);
  await writeVersions(ctx, history);
  await writeParents(ctx, history);
  await writeRelations(ctx, history);
  await requireContentsWithinLife(ctx, history.id);
  await requireSoundUnits(ctx.db, [history.id, ...related]);
  await deriveClosure(ctx.db, [history.id]);
}

/** Those that hang by a relation to the unit: when it goes, they may be left without a place. */
async function unitsRelatedTo(ctx: Ctx, id: UnitId): Promise<UnitId[]> {
  const found = await ctx.db.selectFrom('unit_relations').select('unit_id').distinct().where('other_id', '=', id).execute();
  return found.map(({ unit_id }) => unit_id as UnitId);
}

/** Takes back a unit that was only just founded. */
export async function deleteUnit(ctx: Ctx, id: UnitId): Promise<void> {
  await ctx.db.deleteFrom('unit_relations').where((eb) => eb.or([eb('unit_id', '=', id), eb('other_id', '=', id)])).execute();
  await ctx.db.deleteFrom('unit_parents').where('unit_id', '=', id).execute();
  await ctx.db.deleteFrom('unit_versions').where('unit_id', '=', id).execute();
  await deriveClosure(ctx.db, [id]);
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

export async function insertAct(ctx: Ctx, act: Omit<RecordedAct, 'id'>): Promise<Id<'unitAct'>> {
  const id = newId<'unitAct'>(homeOf(act.unitId));
  await ctx.db
    .insertInto('unit_acts')
    .values({
      id,
      unit_id: act.unitId,
      kind: act.kind,
      nature: act.nature,
      effective_on: act.on,
      decision: act.decision,
      reason: act.reason,
      recorded_at: ctx.now,
      recorded_by: ctx.actor?.accountId ?? null,
      before: act.before && JSON.stringify(act.before),
      after: act.after && JSON.stringify(act.after),
    })
    .execute();
  return id;
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

async function writeVersions(ctx: Ctx, history: UnitHistory): Promise<void> {
  const notes = await ctx.db.selectFrom('unit_versions').select(['valid', 'note']).where('unit_id', '=', history.id).where('note', 'is not', null).execute();
  await ctx.db.deleteFrom('unit_versions').where('unit_id', '=', history.id).execute();
  const rows = history.versions.map((version) => ({
    ...versionRow(history.id, version),
    note: notes.find((row) => fromRange(row.valid).from === version.from)?.note ?? null,
  }));
  await ctx.db.insertInto('unit_versions').values(rows).execute();
}

async function writeParents(ctx: Ctx, history: UnitHistory): Promise<void> {
  await ctx.db.deleteFrom('unit_parents').where('unit_id', '=', history.id).execute();
  const home = homeOf(history.id);
  const rows = history.parents.map((spell) => ({
    id: newId(home),
    unit_id: history.id,
    hierarchy: spell.hierarchy,
    parent_id: spell.parentId,
    valid: toRange(spell),
    decision: spell.decision,
  }));
  if (rows.length > 0) await ctx.db.insertInto('unit_parents').values(rows).execute();
}

async function writeRelations(ctx: Ctx, history: UnitHistory): Promise<void> {
  const { id } = history;
  await ctx.db.deleteFrom('unit_relations').where((eb) => eb.or([eb('unit_id', '=', id), eb('other_id', '=', id)])).execute();
  const rows = history.relations.map((spell) => ({
    id: newId(homeOf(spell.unitId)),
    unit_id: spell.unitId,
    kind: spell.kind,
    other_id: spell.otherId,
    valid: toRange(spell),
    decision: spell.decision,
  }));
  if (rows.length > 0) await ctx.db.insertInto('unit_relations').values(rows).execute();
}

export function versionRow(unitId: UnitId, version: UnitVersion) {
  const { facts } = version;
  return {
    id: newId(homeOf(unitId)),
    unit_id: unitId,
    valid: toRange(version),
    name: facts.name,
    name_key: foldVietnamese(facts.name),
    exact_key: exactKey(facts.name),
    short_name: facts.shortName,
    kind: facts.kind,
    type: facts.type,
    rank: facts.rank,
    code: facts.code,
    properties: JSON.stringify(facts.properties),
    decision: version.decision,
  };
}

type VersionRow = {
  valid: string;
  name: string;
  short_name: string | null;
  kind: string;
  type: string | null;
  rank: string | null;
  code: string | null;
  properties: object;
  decision: string | null;
};

// Kinds, hierarchies and relations are checked on the way in, so the casts of these row readers hold.
export function versionOf(row: VersionRow): UnitVersion {
  return {
    ...fromRange(row.valid),
    decision: row.decision,
    facts: {
      name: row.name,
      shortName: row.short_name,
      kind: row.kind as UnitKind,
      type: row.type,
      rank: row.rank,
      code: row.code,
      properties: row.properties as UnitProperties,
    },
  };
}

function parentOf(row: { hierarchy: string; parent_id: string; valid: string; decision: string | null }): ParentSpell {
  return { ...fromRange(row.valid), hierarchy: row.hierarchy as Hierarchy, parentId: row.parent_id as UnitId, decision: row.decision };
}

function relationOf(row: { unit_id: string; kind: string; other_id: string; valid: string; decision: string | null }): RelationSpell {
  return { ...fromRange(row.valid), unitId: row.unit_id as UnitId, kind: row.kind as RelationKind, otherId: row.other_id as UnitId, decision: row.decision };
}

function inOrder<S extends { from: string }>(spells: S[]): S[] {
  return spells.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
