/**
 * Histories as rows: read for many units at once, written as differences. A row that keeps its first day and what it is
 * about keeps its id and its note, so that whoever remembers the row (an import, a reorganisation) finds it again.
 */
import { sql } from 'kysely';
import { canonicalJson } from '../../../platform/canonical.ts';
import { markMoved, markUnits } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { fromRange, toRange } from '../../../platform/db/period.columns.ts';
import { homeOf, newId } from '../../../platform/ids.ts';
import { exactKey, foldVietnamese } from '../../../platform/text/fold.ts';
import type { Hierarchy, UnitKind } from '../unit.kinds.ts';
import type { ParentSpell, RelationKind, RelationSpell, UnitHistory, UnitId, UnitProperties, UnitVersion } from '../unit.ts';

interface VersionRow {
  valid: string;
  name: string;
  short_name: string | null;
  kind: string;
  type: string | null;
  rank: string | null;
  code: string | null;
  properties: object;
  decision: string | null;
}

interface ParentRow {
  unit_id: UnitId;
  hierarchy: string;
  parent_id: string;
  valid: string;
  decision: string | null;
}

interface RelationRow {
  unit_id: string;
  kind: string;
  other_id: string;
  valid: string;
  decision: string | null;
}

type Stored<Row> = Row & { readonly id: string };
type StoredVersion = Stored<VersionRow & { unit_id: UnitId; note: string | null }>;

interface StoredRows {
  readonly versions: readonly StoredVersion[];
  readonly parents: readonly Stored<ParentRow>[];
  readonly relations: readonly Stored<RelationRow>[];
}

export async function readHistories(ctx: Ctx, ids: readonly UnitId[]): Promise<Map<UnitId, UnitHistory>> {
  const { versions, parents, relations } = await storedRows(ctx, ids);
  const parentsOf = Map.groupBy(parents, (row) => row.unit_id as string);
  const relationsOf = bySide(relations);
  const histories = [...Map.groupBy(versions, (row) => row.unit_id)].map(([id, list]): [UnitId, UnitHistory] => [
    id,
    {
      id,
      versions: inOrder(list.map(versionOf)),
      parents: inOrder((parentsOf.get(id) ?? []).map(parentOf)),
      relations: inOrder((relationsOf.get(id) ?? []).map(relationOf)),
    },
  ]);
  return new Map(histories);
}

/**
 * Writes versions, parents and relations as the histories tell them. A relation is told by both of its sides: where only
 * one of them is given, that one speaks for it.
 * @returns the units of which something changed that bears on the structure
 */
export async function writeHistories(ctx: Ctx, histories: readonly UnitHistory[]): Promise<UnitId[]> {
  const ids = histories.map(({ id }) => id);
  const stored = await storedRows(ctx, ids);
  const wanted = wantedRows(histories);
  const versions = differences(stored.versions, wanted.versions, versionKey);
  const parents = differences(stored.parents, wanted.parents, parentKey);
  const relations = differences(stored.relations, wanted.relations, relationKey);
  // All that goes, goes first: periods of one unit may not overlap, not even for a moment.
  await remove(ctx, 'unit_relations', relations);
  await remove(ctx, 'unit_parents', parents);
  await remove(ctx, 'unit_versions', versions);
  await insert(ctx, 'unit_versions', versions);
  await insert(ctx, 'unit_parents', parents);
  await insert(ctx, 'unit_relations', relations);
  const reshaped = new Set<string>([...parents.units, ...relations.units]);
  const shapes = Map.groupBy(stored.versions, (row) => row.unit_id);
  for (const { id, versions: told } of histories) if (shapeOf(shapes.get(id)?.map(versionOf) ?? []) !== shapeOf(told)) reshaped.add(id);
  await markUnits(ctx.db, ids);
  await markMoved(ctx.db, [...reshaped] as UnitId[]);
  return [...reshaped] as UnitId[];
}

async function storedRows(ctx: Ctx, ids: readonly UnitId[]): Promise<StoredRows> {
  const these = sql`any(${[...ids]}::uuid[])`;
  return {
    versions: await rows(ctx.db, sql<StoredVersion>`select id, unit_id, valid, name, short_name, kind, type, rank, code, properties, decision, note from unit_versions where unit_id = ${these}`),
    parents: await rows(ctx.db, sql<Stored<ParentRow>>`select id, unit_id, hierarchy, parent_id, valid, decision from unit_parents where unit_id = ${these}`),
    relations: await rows(ctx.db, sql<Stored<RelationRow>>`select id, unit_id, kind, other_id, valid, decision from unit_relations where unit_id = ${these} or other_id = ${these}`),
  };
}

function wantedRows(histories: readonly UnitHistory[]): { versions: (VersionRow & { unit_id: UnitId })[]; parents: ParentRow[]; relations: RelationRow[] } {
  const relations = histories.flatMap(({ relations: told }) => told.map((spell) => ({ unit_id: spell.unitId, kind: spell.kind, other_id: spell.otherId, valid: toRange(spell), decision: spell.decision })));
  return {
    versions: histories.flatMap(({ id, versions }) => versions.map((version) => factsRow(id, version))),
    parents: histories.flatMap(({ id, parents }) => parents.map((spell) => ({ unit_id: id, hierarchy: spell.hierarchy, parent_id: spell.parentId, valid: toRange(spell), decision: spell.decision }))),
    relations: [...new Map(relations.map((row) => [relationKey(row), row])).values()],
  };
}

interface Differences {
  readonly gone: readonly string[];
  readonly written: readonly { readonly id: string; readonly unit_id: string; readonly other_id?: string }[];
  readonly units: ReadonlySet<string>;
}

/** What is told otherwise is taken out and written anew under the id that it had. */
function differences<Row extends { unit_id: string; other_id?: string }>(stored: readonly Stored<Row>[], wanted: readonly Row[], keyOf: (row: Row) => string): Differences {
  const before = new Map(stored.map((row) => [keyOf(row), row]));
  const gone = new Set(stored);
  const written: Stored<Row>[] = [];
  for (const row of wanted) {
    const old = before.get(keyOf(row));
    const next = { ...old, ...row, id: old?.id ?? newId(homeOf(row.unit_id as UnitId)) };
    if (old && canonicalJson(old) === canonicalJson(next)) gone.delete(old);
    else written.push(next);
  }
  const units = [...gone, ...written].flatMap(({ unit_id, other_id }) => (other_id ? [unit_id, other_id] : [unit_id]));
  return { gone: [...gone].map(({ id }) => id), written, units: new Set(units) };
}

type HistoryTable = 'unit_versions' | 'unit_parents' | 'unit_relations';

async function remove(ctx: Ctx, table: HistoryTable, { gone }: Differences): Promise<void> {
  if (gone.length > 0) await sql`delete from ${sql.table(table)} where id = any(${[...gone]}::uuid[])`.execute(ctx.db);
}

const chunk = 5000;

async function insert(ctx: Ctx, table: HistoryTable, { written }: Differences): Promise<void> {
  for (let at = 0; at < written.length; at += chunk) {
    const part = written.slice(at, at + chunk).map((row) => (table === 'unit_versions' ? withKeys(row) : row));
    await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(part)}::jsonb)`.execute(ctx.db);
  }
}

function withKeys(row: object): object {
  const name = String(Reflect.get(row, 'name'));
  return { ...row, name_key: foldVietnamese(name), exact_key: exactKey(name) };
}

function factsRow(unitId: UnitId, version: UnitVersion): VersionRow & { unit_id: UnitId } {
  const { facts } = version;
  return {
    unit_id: unitId, valid: toRange(version), name: facts.name, short_name: facts.shortName, kind: facts.kind, type: facts.type,
    rank: facts.rank, code: facts.code, properties: facts.properties, decision: version.decision,
  };
}

/** A version as it is inserted alone. */
export function versionRow(unitId: UnitId, version: UnitVersion) {
  const row = factsRow(unitId, version);
  return { ...row, id: newId(homeOf(unitId)), name_key: foldVietnamese(row.name), exact_key: exactKey(row.name), properties: JSON.stringify(row.properties) };
}

function versionKey(row: { unit_id: string; valid: string }): string {
  return `${row.unit_id} ${fromRange(row.valid).from}`;
}

function parentKey(row: ParentRow): string {
  return `${row.unit_id} ${row.hierarchy} ${row.parent_id} ${fromRange(row.valid).from}`;
}

function relationKey(row: RelationRow): string {
  return `${row.unit_id} ${row.kind} ${row.other_id} ${fromRange(row.valid).from}`;
}

function shapeOf(versions: readonly UnitVersion[]): string {
  const spells: { kind: string; from: string; to: string | null }[] = [];
  for (const { facts, from, to } of inOrder([...versions])) {
    const last = spells.at(-1);
    if (last?.kind === facts.kind && last.to !== null && addDays(day(last.to), 1) === from) spells[spells.length - 1] = { ...last, to };
    else spells.push({ kind: facts.kind, from, to });
  }
  return JSON.stringify(spells);
}

function bySide(relations: readonly Stored<RelationRow>[]): Map<string, RelationRow[]> {
  const sides = new Map<string, RelationRow[]>();
  for (const row of relations) for (const side of [row.unit_id, row.other_id]) sides.getOrInsertComputed(side, () => []).push(row);
  return sides;
}

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

function parentOf(row: ParentRow): ParentSpell {
  return { ...fromRange(row.valid), hierarchy: row.hierarchy as Hierarchy, parentId: row.parent_id as UnitId, decision: row.decision };
}

function relationOf(row: RelationRow): RelationSpell {
  return { ...fromRange(row.valid), unitId: row.unit_id as UnitId, kind: row.kind as RelationKind, otherId: row.other_id as UnitId, decision: row.decision };
}

function inOrder<S extends { from: string }>(spells: S[]): S[] {
  return spells.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
