/**
 * The structure as numbers, for working over all of it in memory: a unit is its place in the order of ids, a day the
 * number of days since 2000 as PostgreSQL counts them. Read by COPY, as hundreds of thousands of rows of text would take
 * longer than all the work on them. What an edge and a life is, is said in `unit.ways.ts`; this tells the same.
 */
import { sql, type RawBuilder } from 'kysely';
import { copyOut } from '../../../platform/db/copy.ts';
import type { Db } from '../../../platform/db/database.ts';
import { hierarchies, unitKinds, type Hierarchy } from '../unit.kinds.ts';
import type { UnitId } from '../unit.ts';
import type { ClosureHierarchy } from './unit.ways.ts';

/** The first day after a period without an end. */
export const never = 0x7fffffff;

/** Of unit `n` those from `start[n]` to before `start[n + 1]`; `to` is the first day after. */
export interface Spells {
  readonly start: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export interface Edges extends Spells {
  readonly parent: Int32Array;
}

export interface UnitGraph {
  readonly size: number;
  /** Sixteen bytes for each unit. */
  readonly ids: Uint8Array;
  /** Undefined where there is no such unit. */
  numberOf(id: UnitId): number | undefined;
  edgesOf(hierarchy: ClosureHierarchy): Edges;
  /** When a unit has a place in the hierarchy. */
  livesOf(hierarchy: ClosureHierarchy): Spells;
}

export async function readGraph(db: Db): Promise<UnitGraph> {
  const { ids, numbers } = await readIds(db);
  const read = (source: Source) => readSpells(db, numbers, source);
  const versions = await read({ table: sql`unit_versions`, one: sql`unit_id`, other: sql`unit_id`, code: placeIn(unitKinds.map((kind) => kind.code), sql`kind`) });
  const parents = await read({ table: sql`unit_parents`, one: sql`unit_id`, other: sql`parent_id`, code: placeIn(trees, sql`hierarchy`) });
  const related = await read({ table: relatedRows, one: sql`unit_id`, other: sql`other_id`, code: sql`code` });
  const facts = { size: numbers.size, versions, parents, related };
  return {
    size: numbers.size, ids,
    numberOf: (id) => numbers.get(Buffer.from(id.replaceAll('-', ''), 'hex').toString('latin1')),
    edgesOf: (hierarchy) => edgesIn(facts, hierarchy),
    livesOf: (hierarchy) => livesIn(facts, hierarchy),
  };
}

export function unitIdAt(ids: Uint8Array, unit: number): UnitId {
  const hex = Buffer.from(ids.buffer, ids.byteOffset + unit * idBytes, idBytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as UnitId;
}

function placeIn(codes: readonly string[], column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`array_position(array[${sql.join(codes.map((code) => sql.lit(code)))}], ${column}) - 1`;
}

const trees = hierarchies.map(({ code }) => code);
const successionCode = 1;
const idBytes = 16;

/** What makes a unit stand under another for `reach` beside parents: the lower side first. */
const relatedRows = sql`(
  select other_id as unit_id, unit_id as other_id, 0 as code, valid from unit_relations where kind = 'leads'
  union all select unit_id, other_id, 0, valid from unit_relations where kind in ('belongs_to', 'governs')
  union all select predecessor_id, successor_id, ${sql.lit(successionCode)}, daterange(effective_on, null) from unit_lineage where share = 'whole')`;

/** Ids of units by their sixteen bytes, in the order of ids. */
type Numbers = ReadonlyMap<string, number>;

async function readIds(db: Db): Promise<{ ids: Uint8Array; numbers: Numbers }> {
  const pieces: Buffer[] = [];
  const numbers = new Map<string, number>();
  const rowBytes = 2 + 4 + idBytes;
  for await (const piece of copyOut(db, sql`select id from units order by id`, rowBytes)) {
    const ids = Buffer.alloc((piece.length / rowBytes) * idBytes);
    for (let at = 6, to = 0; at < piece.length; at += rowBytes, to += idBytes) {
      piece.copy(ids, to, at, at + idBytes);
      numbers.set(piece.toString('latin1', at, at + idBytes), numbers.size);
    }
    pieces.push(ids);
  }
  return { ids: Buffer.concat(pieces), numbers };
}

/** Rows of a table that say something from a day to a day. */
interface Rows {
  readonly one: Int32Array;
  readonly other: Int32Array;
  readonly code: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

interface Source {
  readonly table: RawBuilder<unknown>;
  readonly one: RawBuilder<unknown>;
  readonly other: RawBuilder<unknown>;
  readonly code: RawBuilder<unknown>;
}

/** Number of columns, two ids and three numbers, each after its length. */
const rowBytes = 2 + 2 * (4 + idBytes) + 3 * (4 + 4);

async function readSpells(db: Db, numbers: Numbers, { table, one, other, code }: Source): Promise<Rows> {
  const read = { one: [] as number[], other: [] as number[], code: [] as number[], from: [] as number[], to: [] as number[] };
  const query = sql`select ${one}, ${other}, ${code}, lower(valid) - '2000-01-01'::date, coalesce(upper(valid) - '2000-01-01'::date, ${sql.lit(never)}) from ${table} t`;
  for await (const piece of copyOut(db, query, rowBytes)) {
    for (let at = 0; at < piece.length; at += rowBytes) {
      read.one.push(numbers.get(piece.toString('latin1', at + 6, at + 6 + idBytes))!);
      read.other.push(numbers.get(piece.toString('latin1', at + 10 + idBytes, at + 10 + 2 * idBytes))!);
      read.code.push(piece.readInt32BE(at + rowBytes - 20));
      read.from.push(piece.readInt32BE(at + rowBytes - 12));
      read.to.push(piece.readInt32BE(at + rowBytes - 4));
    }
  }
  return { one: Int32Array.from(read.one), other: Int32Array.from(read.other), code: Uint8Array.from(read.code), from: Int32Array.from(read.from), to: Int32Array.from(read.to) };
}

interface Facts {
  readonly size: number;
  readonly versions: Rows;
  readonly parents: Rows;
  readonly related: Rows;
}

function edgesIn(facts: Facts, hierarchy: ClosureHierarchy): Edges {
  if (hierarchy === 'reach') return reachEdges(facts);
  return hierarchy === 'succession' ? successionEdges(facts) : treeEdges(facts, hierarchy);
}

function livesIn(facts: Facts, hierarchy: ClosureHierarchy): Spells {
  if (hierarchy === 'reach') return reachLives(facts);
  return hierarchy === 'succession' ? joined(successionEdges(facts)) : treeLives(facts, hierarchy);
}

function successionEdges({ size, related }: Facts): Edges {
  const own = rowsWhere(related, (row) => related.code[row] === successionCode);
  return byUnit(size, own.length, { unit: (at) => related.one[own[at]!]!, parent: (at) => related.other[own[at]!]!, from: (at) => related.from[own[at]!]!, to: (at) => related.to[own[at]!]! });
}

function treeEdges({ size, parents }: Facts, hierarchy: Hierarchy): Edges {
  const tree = trees.indexOf(hierarchy);
  const own = rowsWhere(parents, (row) => parents.code[row] === tree);
  return byUnit(size, own.length, { unit: (at) => parents.one[own[at]!]!, parent: (at) => parents.other[own[at]!]!, from: (at) => parents.from[own[at]!]!, to: (at) => parents.to[own[at]!]! });
}

/** What held on the last day of a unit holds for ever. */
function reachEdges({ size, versions, parents, related }: Facts): Edges {
  const end = new Int32Array(size);
  versions.one.forEach((unit, row) => (end[unit] = Math.max(end[unit]!, versions.to[row]!)));
  const own = parents.one.length;
  const [unit, parent, from, to] = (['one', 'other', 'from', 'to'] as const).map((name) => (at: number) => (at < own ? parents[name][at]! : related[name][at - own]!)) as [Read, Read, Read, Read];
  const kept = (at: number) => (end[unit(at)]! > to(at) ? to(at) : never);
  return byUnit(size, own + related.one.length, { unit, parent, from, to: kept });
}

/** While it is of a kind of that hierarchy, and throughout where it ever stood under somebody in it. */
function treeLives({ size, versions, parents }: Facts, hierarchy: Hierarchy): Spells {
  const tree = trees.indexOf(hierarchy);
  const isUnder = new Uint8Array(size);
  parents.one.forEach((unit, row) => (isUnder[unit]! |= Number(parents.code[row] === tree)));
  const isOfTree = unitKinds.map((kind) => kind.hierarchy === hierarchy);
  const own = rowsWhere(versions, (row) => isOfTree[versions.code[row]!]! || isUnder[versions.one[row]!] === 1);
  return joined(byUnit(size, own.length, { unit: (at) => versions.one[own[at]!]!, parent: () => 0, from: (at) => versions.from[own[at]!]!, to: (at) => versions.to[own[at]!]! }));
}

/** From the first day on for ever. */
function reachLives({ size, versions }: Facts): Spells {
  const first = new Int32Array(size).fill(never);
  versions.one.forEach((unit, row) => (first[unit] = Math.min(first[unit]!, versions.from[row]!)));
  const units = Int32Array.from(first.keys()).filter((unit) => first[unit] !== never);
  return byUnit(size, units.length, { unit: (at) => units[at]!, parent: () => 0, from: (at) => first[units[at]!]!, to: () => never });
}

function rowsWhere({ one }: Rows, isWanted: (row: number) => boolean): Int32Array {
  return Int32Array.from(one.keys()).filter(isWanted);
}

type Read = (at: number) => number;

/** Brings together what is of one unit. */
function byUnit(size: number, count: number, { unit, parent, from, to }: { unit: Read; parent: Read; from: Read; to: Read }): Edges {
  const start = new Int32Array(size + 1);
  for (let at = 0; at < count; at += 1) start[unit(at) + 1]! += 1;
  for (let number = 0; number < size; number += 1) start[number + 1]! += start[number]!;
  const next = start.slice();
  const edges = { start, parent: new Int32Array(count), from: new Int32Array(count), to: new Int32Array(count) };
  for (let at = 0; at < count; at += 1) {
    const place = next[unit(at)]!;
    next[unit(at)] = place + 1;
    edges.parent[place] = parent(at);
    edges.from[place] = from(at);
    edges.to[place] = to(at);
  }
  return edges;
}

/** Spells of a unit that touch or overlap become one. */
function joined({ start, from, to }: Spells): Spells {
  const result = { start: new Int32Array(start.length), from: new Int32Array(from.length), to: new Int32Array(to.length) };
  let count = 0;
  for (let unit = 0; unit + 1 < start.length; unit += 1) {
    const first = count;
    const order = Array.from({ length: start[unit + 1]! - start[unit]! }, (_, at) => start[unit]! + at).toSorted((a, b) => from[a]! - from[b]!);
    for (const at of order) {
      if (count > first && from[at]! <= result.to[count - 1]!) {
        result.to[count - 1] = Math.max(result.to[count - 1]!, to[at]!);
      } else {
        result.from[count] = from[at]!;
        result.to[count] = to[at]!;
        count += 1;
      }
    }
    result.start[unit + 1] = count;
  }
  return result;
}
