/**
 * What an import would do: every row of the workbook against what stands in the database — added, changed, removed
 * from the history of something that the workbook tells anew, or the same. Reads only.
 */
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { canonicalJson } from '../../../platform/canonical.ts';
import type { Ctx } from '../../../platform/context.ts';
import { unseal } from '../../../platform/crypto/seal.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Home, type Id } from '../../../platform/ids.ts';
import { numberHash, type NumberKind } from '../../people/server/index.ts';
import type { SheetName } from '../format/sheets.ts';
import type { WorkbookSheets } from '../read/workbook.ts';
import { separator, type DraftRow, type IdFor, type Value } from './import.draft.ts';
import { planHomes } from './import.homes.ts';
import { draftMemberships, draftPeople, draftPosts, draftTenures, placesOf } from './import.people.ts';
import { targets, type Target, type TargetTable } from './import.tables.ts';
import { draftLineage, draftRelations, draftUnits, parentColumns } from './import.units.ts';

/** A row as `to_jsonb` gives it. */
export type StoredRow = Readonly<Record<string, Value>>;

export interface TablePlan {
  readonly target: Target;
  readonly added: readonly DraftRow[];
  readonly changed: readonly { readonly draft: DraftRow; readonly before: StoredRow }[];
  readonly removed: readonly { readonly key: string; readonly before: StoredRow }[];
  readonly same: number;
}

export interface ImportPlan {
  readonly tables: readonly TablePlan[];
  readonly homes: readonly { readonly id: Home; readonly name: string }[];
  readonly drafts: readonly DraftRow[];
  /** What stood before and is named by the workbook: ref → id. Whether it may be touched is checked by id. */
  readonly knownUnits: ReadonlyMap<string, Id>;
  readonly knownPeople: ReadonlyMap<string, Id>;
  readonly knownPosts: ReadonlyMap<string, Id>;
  /** What a ref of the workbook names, whether it stood before or is new. */
  readonly find: (table: 'units' | 'people' | 'meetings' | 'documents' | 'clauses' | 'shortcomings' | 'reviews' | 'review_cycles' | 'tasks' | 'ratings' | 'oversight_regulations' | 'oversight' | 'visits' | 'reports' | 'petitions', ref: string) => Id | undefined;
  /** People of the workbook without a cell or a post: nobody could see them. */
  readonly nowhere: readonly { readonly ref: string; readonly row: number }[];
}

const idRef = /^id:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export class KnownRefs {
  readonly #ids: ReadonlyMap<string, Id>;
  readonly #unitNames: ReadonlyMap<string, Id>;

  constructor(ids: ReadonlyMap<string, Id>, unitNames: ReadonlyMap<string, Id> = new Map()) {
    this.#ids = ids;
    this.#unitNames = unitNames;
  }

  /** The same, and units by what they are called: names are no refs, so that nothing is remembered of them. */
  withUnitNames(names: ReadonlyMap<string, Id>): KnownRefs {
    return new KnownRefs(this.#ids, names);
  }

  /** `id:` and an id names a thing that came from elsewhere, as its page shows it. */
  find(table: string, ref: string): Id | undefined {
    if (ref.startsWith('id:') && idRef.test(ref)) return ref.slice(3).toLowerCase() as Id;
    return this.#ids.get(`${table}\0${ref}`) ?? (table === 'units' ? this.#unitNames.get(ref) : undefined);
  }

  *ofTable(table: TargetTable): Iterable<[ref: string, id: Id]> {
    for (const [key, id] of this.#ids) if (key.startsWith(`${table}\0`)) yield [key.slice(table.length + 1), id];
  }
}

export async function loadKnownRefs(ctx: Ctx, sourceId: Id | undefined): Promise<KnownRefs> {
  if (!sourceId) return new KnownRefs(new Map());
  const found = await rows(ctx.db, sql<{ sheet: string; ref: string; entity_id: Id }>`select sheet, ref, entity_id from import_refs where source_id = ${sourceId}`);
  return new KnownRefs(new Map(found.map(({ sheet, ref, entity_id }) => [`${sheet}\0${ref}`, entity_id])));
}

export async function planImport(ctx: Ctx, { sheets, known }: { sheets: WorkbookSheets; known: KnownRefs }): Promise<ImportPlan> {
  const fresh = new Map<string, Id>();
  const idFor: IdFor = (table, key, home) => known.find(table, key) ?? fresh.getOrInsertComputed(`${table}\0${key}`, () => newId(home()));
  const homes = planHomes({
    units: sheets.units?.rows ?? [],
    relations: sheets.unit_relations?.rows ?? [],
    known: (ref) => ifKnown(known.find('units', ref)),
    next: await nextHome(ctx),
  });
  const place = placesOf(sheets);
  const homeOfPerson = (ref: string) => ifKnown(known.find('people', ref)) ?? homes.of(place(ref) ?? '');
  const hash = (kind: NumberKind, text: string) => `\\x${numberHash(ctx.keys, kind, text).toString('hex')}`;
  const columnsOf = (sheet: SheetName) => sheets[sheet]?.columns ?? new Set<string>();
  const columns = { memberships: columnsOf('memberships'), posts: columnsOf('posts'), tenures: columnsOf('tenures') };
  const drafting = { idFor, homeOf: homes.of, homeOfPerson, hash, columns };
  const structure = { idFor, homeOf: homes.of, now: ctx.now.toISOString(), columns: columnsOf('units') };
  const drafts: DraftRow[] = [];
  for (const draftSheet of [
    () => draftUnits(sheets, structure), () => draftRelations(sheets, structure), () => draftLineage(sheets, structure),
    () => draftPeople(sheets, drafting), () => draftMemberships(sheets, drafting), () => draftPosts(sheets, drafting), () => draftTenures(sheets, drafting),
  ]) {
    for (const draft of draftSheet()) drafts.push(draft);
    await setImmediate(); // others are served between two sheets
  }
  const byTable = Map.groupBy(drafts, ({ table }) => table);
  const newIds = new Set(fresh.values());
  const tables = [];
  for (const target of targets) tables.push(await planTable(ctx, { target, drafts: byTable.get(target.name) ?? [], known, sheets, newIds }));
  const knownOf = (table: TargetTable, refs: Iterable<string>) => new Map([...refs].flatMap((ref) => entryOf(ref, known.find(table, ref))));
  const nowhere = (sheets.people?.rows ?? []).filter(({ ref }) => !known.find('people', ref) && place(ref) === undefined).map(({ ref, row }) => ({ ref, row }));
  return {
    tables, homes: homes.opened, drafts, nowhere, find: (table, ref) => known.find(table, ref) ?? fresh.get(`${table}\0${ref}`),
    knownUnits: knownOf('units', namedUnits(sheets)),
    knownPeople: knownOf('people', named(sheets, 'people', 'person')),
    knownPosts: knownOf('posts', named(sheets, 'posts', 'post')),
  };
}

function ifKnown(id: Id | undefined): Home | undefined {
  return id === undefined ? undefined : homeOf(id);
}

function entryOf<T>(key: string, value: T | undefined): [string, T][] {
  return value === undefined ? [] : [[key, value]];
}

async function nextHome(ctx: Ctx): Promise<Home> {
  const [row] = await rows(ctx.db, sql<{ next: number }>`select max(id) + 1 as next from homes`);
  return row!.next;
}

/** Refs of a sheet's own rows and those by which memberships, tenures, guests and tasks name them. Who is on a roll is known from the unit. */
function named(sheets: WorkbookSheets, sheet: 'people' | 'posts', column: 'person' | 'post'): Set<string> {
  const own = (sheets[sheet]?.rows ?? []).map(({ ref }) => ref);
  const inMemberships = column === 'person' ? (sheets.memberships?.rows ?? []).map((row) => row.person) : [];
  const amongGuests = column === 'person' ? (sheets.guests?.rows ?? []).flatMap(({ person }) => person ?? []) : [];
  const amongOwners = column === 'person' ? (sheets.tasks?.rows ?? []).flatMap(({ owner }) => owner ?? []) : [];
  const rated = column === 'person' ? (sheets.ratings?.rows ?? []).flatMap(({ person }) => person ?? []) : [];
  const reviewed = column === 'person' ? (sheets.reviews?.rows ?? []).flatMap(({ person }) => person ?? []) : [];
  const assigned = column === 'person' ? (sheets.oversight?.rows ?? []).map(({ person }) => person) : [];
  const visiting = column === 'person' ? [...(sheets.visits?.rows ?? []), ...(sheets.reports?.rows ?? [])].map(({ person }) => person) : [];
  return new Set([...own, ...visiting, ...inMemberships, ...amongGuests, ...amongOwners, ...rated, ...reviewed, ...assigned, ...(sheets.tenures?.rows ?? []).map((row) => row[column])]);
}

/** Every unit ref that any sheet names. */
function namedUnits(sheets: WorkbookSheets): Set<string> {
  const named = new Set<string | null>();
  for (const row of sheets.units?.rows ?? []) for (const ref of [row.ref, row.party_parent, row.territory_parent, row.government_parent, row.front_parent]) named.add(ref);
  for (const row of sheets.unit_relations?.rows ?? []) named.add(row.unit).add(row.other);
  for (const row of sheets.lineage?.rows ?? []) named.add(row.predecessor).add(row.successor);
  for (const row of sheets.memberships?.rows ?? []) named.add(row.cell);
  for (const row of sheets.posts?.rows ?? []) named.add(row.unit);
  for (const row of sheets.meetings?.rows ?? []) named.add(row.unit);
  for (const row of sheets.rules?.rows ?? []) named.add(row.unit);
  for (const row of sheets.documents?.rows ?? []) named.add(row.unit);
  for (const row of sheets.clauses?.rows ?? []) named.add(row.unit);
  for (const row of sheets.answers?.rows ?? []) named.add(row.unit);
  for (const row of sheets.tasks?.rows ?? []) named.add(row.unit).add(row.asked_by);
  for (const row of sheets.shortcomings?.rows ?? []) named.add(row.unit).add(row.raised_by);
  for (const row of sheets.petitions?.rows ?? []) named.add(row.unit).add(row.body);
  for (const row of sheets.shortcoming_proofs?.rows ?? []) named.add(row.unit);
  for (const row of sheets.reviews?.rows ?? []) named.add(row.unit).add(row.opened_by);
  for (const row of sheets.review_suggestions?.rows ?? []) named.add(row.unit);
  for (const row of sheets.ratings?.rows ?? []) named.add(row.unit);
  for (const row of sheets.oversight_regulations?.rows ?? []) named.add(row.unit);
  for (const row of sheets.oversight?.rows ?? []) named.add(row.unit).add(row.followed);
  for (const row of [...(sheets.visits?.rows ?? []), ...(sheets.reports?.rows ?? [])]) named.add(row.unit);
  named.delete(null);
  return named as Set<string>;
}

interface Planning {
  readonly target: Target;
  readonly drafts: readonly DraftRow[];
  readonly known: KnownRefs;
  readonly sheets: WorkbookSheets;
  /** Ids made for this import: nothing can stand under them yet. */
  readonly newIds: ReadonlySet<Id>;
}

async function planTable(ctx: Ctx, { target, drafts, known, sheets, newIds }: Planning): Promise<TablePlan> {
  const gone = goneKeys({ target, drafts, known, sheets });
  const told = drafts.map(({ id }) => id).filter((id) => !newIds.has(id));
  const stored = await storedRows(ctx, target, [...told, ...gone.map(([, id]) => id)]);
  const added: DraftRow[] = [];
  const changed: { draft: DraftRow; before: StoredRow }[] = [];
  for (const draft of drafts) {
    const before = stored.get(identityOf(target, { ...draft.values, id: draft.id }));
    if (!before) added.push(draft);
    else if (differs(ctx, draft, before)) changed.push({ draft, before });
  }
  const removed = gone.flatMap(([key, id]) => {
    const before = stored.get(identityOf(target, { id }));
    return before ? [{ key, before }] : [];
  });
  return { target, added, changed, removed, same: drafts.length - added.length - changed.length };
}

const ownerSheets: Partial<Record<TargetTable, 'units' | 'unit_relations' | 'lineage' | 'memberships' | 'tenures'>> = {
  unit_versions: 'units', unit_parents: 'units', unit_relations: 'unit_relations', unit_lineage: 'lineage',
  placements: 'memberships', exemptions: 'memberships', away_spells: 'memberships', memberships: 'memberships', tenures: 'tenures',
};

/** What the workbook tells of somebody or something is the whole of it: earlier rows of the same source that it no longer has, go. */
function goneKeys({ target, drafts, known, sheets }: Omit<Planning, 'newIds'>): [string, Id][] {
  const sheet = ownerSheets[target.name];
  if (!sheet) return [];
  const kept = [...known.ofTable(target.name)];
  if (kept.length === 0) return [];
  const owners = new Set((sheets[sheet]?.rows ?? []).map((row) => ownerOf(row)));
  const told = new Set(drafts.map(({ key }) => key));
  return kept.filter(([key]) => !told.has(key) && owners.has(key.split(separator, 1)[0]!) && isSpokenOf(target, key, sheets));
}

/** Parents in a hierarchy whose column the file does not have are none of its business. */
function isSpokenOf(target: Target, key: string, sheets: WorkbookSheets): boolean {
  if (target.name !== 'unit_parents') return true;
  const column = parentColumns.find(([hierarchy]) => hierarchy === key.split(separator)[1])?.[1];
  return column !== undefined && (sheets.units?.columns.has(column) ?? false);
}

function ownerOf(row: object): string {
  const owner = 'ref' in row ? row.ref : 'unit' in row ? row.unit : 'predecessor' in row ? row.predecessor : 'person' in row ? row.person : '';
  return String(owner);
}

export function identityOf(target: Target, row: Readonly<Record<string, unknown>>): string {
  return target.identity.map((column) => String(row[column])).join('\0');
}

const chunk = 5000;

async function storedRows(ctx: Ctx, target: Target, ids: readonly Id[]): Promise<Map<string, StoredRow>> {
  const stored = new Map<string, StoredRow>();
  const by = target.identity.includes('person_id') ? 'person_id' : 'id';
  for (let start = 0; start < ids.length; start += chunk) {
    const found = await rows(ctx.db, sql<{ row: StoredRow }>`select to_jsonb(t) as row from ${sql.table(target.name)} t where ${sql.ref(by)} = any(${ids.slice(start, start + chunk)}::uuid[])`);
    for (const { row } of found) stored.set(identityOf(target, row), row);
  }
  return stored;
}

function differs(ctx: Ctx, draft: DraftRow, before: StoredRow): boolean {
  if (Object.entries(draft.values).some(([column, value]) => canonicalJson(value) !== canonicalJson(before[column] ?? null))) return true;
  if (Object.keys(draft.merged ?? {}).some((column) => canonicalJson(mergedValue(draft, column, before)) !== canonicalJson(before[column] ?? null))) return true;
  return Object.entries(draft.sealed ?? {}).some(([column, text]) => text !== clearText(ctx, draft, column, before[column] ?? null));
}

/** What stands there, with the keys that the file tells; a key told to be none is taken out. */
export function mergedValue(draft: DraftRow, column: string, before: StoredRow): object {
  const merged = { ...(before[column] as object | null), ...draft.merged?.[column] };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
}

function clearText(ctx: Ctx, draft: DraftRow, column: string, stored: Value): string | null {
  if (typeof stored !== 'string') return null;
  return unseal(ctx.keys, sealedPlace(draft, column), Buffer.from(stored.slice(2), 'hex'));
}

/** Column `phone_sealed` of `people` is sealed as field `people.phone`. */
export function sealedPlace(draft: Pick<DraftRow, 'table' | 'id'>, column: string): { field: string; id: string } {
  return { field: `${draft.table}.${column.replace(/_sealed$/, '')}`, id: draft.id };
}
