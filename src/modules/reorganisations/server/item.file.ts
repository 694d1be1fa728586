/**
 * Rows of a file as items: units and people are found by id, by the ref of an import, or by code, name and kind as of the
 * day before. What fits several is told with their ids and never guessed.
 */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, type Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, nationalHome, newId, type Home, type Id } from '../../../platform/ids.ts';
import { exactKey } from '../../../platform/text/fold.ts';
import { hierarchies, hierarchyOf, type Hierarchy, type UnitKind } from '../../units/unit.kinds.ts';
import type { UnitFacts, UnitId } from '../../units/unit.ts';
import type { FileFinding } from '../file/file.findings.ts';
import type { ItemRow } from '../file/items.sheet.ts';
import type { PersonId, ReorganisationItem } from '../reorganisation.ts';

export interface FileItems {
  readonly items: readonly { readonly row: number; readonly ref: string | null; readonly item: ReorganisationItem }[];
  readonly findings: readonly FileFinding[];
}

type NameColumn = 'unit' | 'to' | 'party_parent' | 'territory_parent' | 'government_parent' | 'front_parent';

export async function itemsOfRows(ctx: Ctx, { rows: given, effectiveOn, home = nationalHome }: { rows: readonly ItemRow[]; effectiveOn: Day; home?: Home }): Promise<FileItems> {
  const findings: FileFinding[] = [];
  const book = await openBook(ctx, { rows: given, effectiveOn, home, findings });
  const items = given.flatMap((row) => {
    const item = row.action === 'split' ? undefined : itemOf(row, book);
    return item ? [{ row: row.row, ref: row.action === 'found' ? row.unit : null, item }] : [];
  });
  return { items: [...items, ...splitsOf(given, book)], findings };
}

interface Book {
  readonly findings: FileFinding[];
  readonly founded: ReadonlyMap<string, UnitId>;
  readonly candidates: ReadonlyMap<string, readonly Candidate[]>;
  readonly people: ReadonlyMap<string, readonly PersonId[]>;
}

interface Candidate {
  readonly id: UnitId;
  readonly kind: UnitKind;
  readonly code: string | null;
  readonly key: string;
}

async function openBook(ctx: Ctx, { rows: given, effectiveOn, home, findings }: { rows: readonly ItemRow[]; effectiveOn: Day; home: Home; findings: FileFinding[] }): Promise<Book> {
  const names = new Set(given.flatMap((row) => [row.action === 'found' ? null : row.unit, row.to, row.party_parent, row.territory_parent, row.government_parent, row.front_parent]).filter((name) => name !== null));
  const codes = new Set(given.flatMap(({ unit_code, to_code }) => [unit_code, to_code]).filter((code) => code !== null));
  const candidates = await findCandidates(ctx, { names: [...names], codes: [...codes], on: addDays(effectiveOn, -1) });
  const people = await findPeople(ctx, [...new Set(given.flatMap(({ person }) => person ?? []))]);
  const book = { findings, founded: new Map<string, UnitId>(), candidates, people };
  for (const row of given.filter(({ action }) => action === 'found')) foundIn(book, { row, rows: given, home });
  return book;
}

/** New units get their ids first, so that rows may name each other in any order. */
function foundIn(book: Book & { founded: Map<string, UnitId> }, { row, rows: given, home }: { row: ItemRow; rows: readonly ItemRow[]; home: Home }): void {
  if (row.unit === null) return;
  const other = given.find(({ action, unit }) => action === 'found' && unit === row.unit);
  if (other && other.row < row.row) book.findings.push({ row: row.row, column: 'unit', code: 'ref.twice', data: { value: row.unit, other: other.row } });
  else book.founded.set(row.unit, newId<'unit'>(homeOfRow(row, { book, rows: given, home })));
}

function homeOfRow(row: ItemRow, known: { book: Book; rows: readonly ItemRow[]; home: Home }, seen: ReadonlySet<string> = new Set()): Home {
  for (const name of [row.party_parent, row.territory_parent, row.government_parent, row.front_parent]) {
    if (name === null || seen.has(name)) continue;
    const above = known.rows.find(({ action, unit }) => action === 'found' && unit === name);
    if (above) return homeOfRow(above, known, new Set([...seen, name]));
    const [candidate] = known.book.candidates.get(name) ?? [];
    if (candidate) return homeOf(candidate.id);
  }
  return known.home;
}

function itemOf(row: ItemRow, book: Book): ReorganisationItem | undefined {
  const unit = () => unitAt(row, 'unit', book);
  const to = () => unitAt(row, 'to', book);
  switch (row.action) {
    case 'found':
      return foundItem(row, book);
    case 'change': {
      const unitId = unit();
      return unitId && { kind: 'change', unitId, facts: givenFacts(row) };
    }
    case 'move':
    case 'handOver': {
      const [unitId, parentId, hierarchy] = [unit(), to(), hierarchyFor(row, book)];
      if (!unitId || !parentId || !hierarchy) return undefined;
      return row.action === 'move' ? { kind: 'move', unitId, hierarchy, parentId } : { kind: 'handOver', unitId, hierarchy, toId: parentId, ...(row.kind && { kinds: [row.kind] }) };
    }
    case 'merge': {
      const [unitId, intoId] = [unit(), to()];
      return unitId && intoId && { kind: 'merge', unitIds: [unitId], intoId, ...(row.carry && { holders: 'carry' }) };
    }
    case 'dissolve': {
      const unitId = unit();
      const isBare = row.to === null && row.to_code === null;
      const heirId = isBare ? null : to();
      return unitId && heirId !== undefined ? { kind: 'dissolve', unitId, heirId } : undefined;
    }
    case 'relate':
    case 'unrelate': {
      const [unitId, otherId, relation] = [unit(), to(), need(row, 'relation', book)];
      return unitId && otherId && relation ? { kind: row.action, unitId, relation, otherId } : undefined;
    }
    case 'place': {
      const [personId, cellId] = [personAt(row, book), to()];
      return personId && cellId && { kind: 'place', personId, cellId };
    }
    case 'seat': {
      const [personId, unitId, post] = [personAt(row, book), unit(), need(row, 'post', book)];
      return personId && unitId && post ? { kind: 'seat', personId, unitId, post, how: row.how } : undefined;
    }
    case 'split':
      return undefined;
  }
}

function foundItem(row: ItemRow, book: Book): ReorganisationItem | undefined {
  const [ref, name, kind] = [need(row, 'unit', book), need(row, 'name', book), need(row, 'kind', book)];
  const unitId = ref && book.founded.get(ref);
  const parents = hierarchies.flatMap(({ code: hierarchy }) => {
    const column = `${hierarchy}_parent` as const;
    const parentId = row[column] === null ? undefined : unitAt(row, column, book);
    return parentId ? [{ hierarchy, parentId }] : [];
  });
  if (!unitId || !name || !kind) return undefined;
  const facts: UnitFacts = { name, kind, shortName: row.short_name, type: row.type, rank: row.rank, code: row.code, properties: {} };
  return { kind: 'found', unitId, facts, parents };
}

/** An empty cell changes nothing. */
function givenFacts(row: ItemRow): Partial<UnitFacts> {
  return {
    ...(row.name !== null && { name: row.name }), ...(row.short_name !== null && { shortName: row.short_name }), ...(row.kind !== null && { kind: row.kind }),
    ...(row.type !== null && { type: row.type }), ...(row.rank !== null && { rank: row.rank }), ...(row.code !== null && { code: row.code }),
  };
}

/** A unit goes in parts by as many rows as it has successors. */
function splitsOf(given: readonly ItemRow[], book: Book): FileItems['items'] {
  const parts = given.filter(({ action }) => action === 'split').flatMap((row) => {
    const [unitId, toId] = [unitAt(row, 'unit', book), unitAt(row, 'to', book)];
    return unitId && toId ? [{ row, unitId, toId }] : [];
  });
  return [...Map.groupBy(parts, ({ unitId }) => unitId)].map(([unitId, list]) => {
    const first = list[0]!.row;
    const heirs = list.filter(({ row }) => row.rest === true);
    if (heirs.length > 1 || new Set(list.map(({ row }) => row.remains === true)).size > 1) book.findings.push({ row: first.row, column: 'unit', code: 'split.unlike', data: { value: first.unit ?? unitId } });
    return { row: first.row, ref: null, item: { kind: 'split', unitId, intoIds: list.map(({ toId }) => toId), heirId: heirs[0]?.toId ?? null, ...(first.remains && { remains: true }) } };
  });
}

function hierarchyFor(row: ItemRow, book: Book): Hierarchy | undefined {
  if (row.hierarchy) return row.hierarchy;
  const kind = row.unit_kind ?? (row.unit === null ? undefined : onlyOne(book.candidates.get(row.unit))?.kind);
  if (kind) return hierarchyOf(kind);
  book.findings.push({ row: row.row, column: 'hierarchy', code: 'row.missing', data: {} });
  return undefined;
}

function need<K extends 'unit' | 'name' | 'kind' | 'relation' | 'post'>(row: ItemRow, column: K, { findings }: Book): NonNullable<ItemRow[K]> | undefined {
  const value = row[column];
  if (value !== null) return value;
  findings.push({ row: row.row, column, code: 'row.missing', data: {} });
  return undefined;
}

function unitAt(row: ItemRow, column: NameColumn, book: Book): UnitId | undefined {
  const name = row[column];
  const kind = column === 'unit' ? row.unit_kind : column === 'to' ? row.to_kind : null;
  const code = column === 'unit' ? row.unit_code : column === 'to' ? row.to_code : null;
  if (name === null && code === null) {
    book.findings.push({ row: row.row, column, code: 'row.missing', data: {} });
    return undefined;
  }
  const drafted = name === null ? undefined : book.founded.get(name);
  if (drafted) return drafted;
  const known = (name === null ? book.candidates.get(codeName(code!)) : book.candidates.get(name)) ?? [];
  const fitting = known.filter((candidate) => (kind === null || candidate.kind === kind) && (code === null || candidate.code === code));
  const [first] = fitting;
  if (first && fitting.length === 1) return first.id;
  const value = name ?? code!;
  if (first) book.findings.push({ row: row.row, column, code: 'unit.several', data: { value, count: fitting.length, ids: fitting.slice(0, 5).map(({ id }) => id).join(', ') } });
  else book.findings.push({ row: row.row, column, code: 'unit.notFound', data: { value } });
  return undefined;
}

function personAt(row: ItemRow, book: Book): PersonId | undefined {
  if (row.person === null) {
    book.findings.push({ row: row.row, column: 'person', code: 'row.missing', data: {} });
    return undefined;
  }
  const [first, ...more] = book.people.get(row.person) ?? [];
  if (first && more.length === 0) return first;
  if (first) book.findings.push({ row: row.row, column: 'person', code: 'person.several', data: { value: row.person, ids: [first, ...more].slice(0, 5).join(', ') } });
  else book.findings.push({ row: row.row, column: 'person', code: 'person.notFound', data: { value: row.person } });
  return undefined;
}

function codeName(code: string): string {
  return `\u0000${code}`;
}

/** By what was written: units of that id, of that ref in an import, or of that very name; by code where only that is given. */
async function findCandidates(ctx: Ctx, { names, codes, on }: { names: readonly string[]; codes: readonly string[]; on: Day }): Promise<Map<string, Candidate[]>> {
  const ids = names.filter((name) => z.guid().safeParse(name).success);
  const found = await rows(ctx.db, sql<Candidate & { asked: string }>`
    select n.name as asked, v.unit_id as id, v.kind, v.code, v.exact_key as key from unnest(${ids}::text[]) n (name) join unit_versions v on v.unit_id = n.name::uuid and v.valid @> ${on}::date
    union
    select r.ref, v.unit_id, v.kind, v.code, v.exact_key from import_refs r join unit_versions v on v.unit_id = r.entity_id and v.valid @> ${on}::date where r.sheet = 'units' and r.ref = any(${[...names]}::text[])
    union
    select n.name, v.unit_id, v.kind, v.code, v.exact_key from unnest(${[...names]}::text[], ${names.map(exactKey)}::text[]) n (name, key) join unit_versions v on v.exact_key = n.key and v.valid @> ${on}::date
    union
    select chr(1) || v.code, v.unit_id, v.kind, v.code, v.exact_key from unit_versions v where v.code = any(${[...codes]}::text[]) and v.valid @> ${on}::date
    order by 1, 2`);
  return Map.groupBy(found, ({ asked }) => (asked.startsWith('\u0001') ? codeName(asked.slice(1)) : asked));
}

async function findPeople(ctx: Ctx, names: readonly string[]): Promise<Map<string, PersonId[]>> {
  const ids = names.filter((name) => z.guid().safeParse(name).success);
  const found = await rows(ctx.db, sql<{ asked: string; id: Id<'person'> }>`
    select n.name as asked, p.id from unnest(${ids}::text[]) n (name) join people p on p.id = n.name::uuid
    union select r.ref, r.entity_id from import_refs r where r.sheet = 'people' and r.ref = any(${[...names]}::text[]) order by 1, 2`);
  return new Map([...Map.groupBy(found, ({ asked }) => asked)].map(([asked, list]) => [asked, list.map(({ id }) => id)]));
}

function onlyOne<T>(list: readonly T[] | undefined): T | undefined {
  return list?.length === 1 ? list[0] : undefined;
}
