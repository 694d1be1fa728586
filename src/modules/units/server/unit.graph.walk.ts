/**
 * The ways up of one unit over edges in memory, and what the closure should hold of them. Goes the very ways that `walkUp`
 * in `unit.ways.ts` goes in the database; a test compares the two.
 */
import type { Edges, Spells, UnitGraph } from './unit.graph.ts';

/** Columns of rows about one unit; those before `length` count. */
export interface Ways {
  length: number;
  readonly ancestor: number[];
  readonly depth: number[];
  readonly from: number[];
  readonly to: number[];
}

export interface Walker {
  /** The rows of the unit; good until the next walk. */
  nearest(unit: number): Ways;
  /** The unit came back to itself. */
  isCircling(): boolean;
}

/** No organisation is that deep; a cycle is stopped here and then refused. */
export const deepest = 32;

export function openWalker({ size, edges, lives }: { size: UnitGraph['size']; edges: Edges; lives: Spells }): Walker {
  const [up, near] = [noWays(), noWays()];
  const groups = new Groups(size);
  let isCircling = false;
  return {
    nearest(unit) {
      isCircling = climb(up, unit, { edges, lives });
      gatherNearest(up, near, groups);
      return near;
    },
    isCircling: () => isCircling,
  };
}

/** Every way up on the days on which it holds; whoever comes back to where he began goes no further. */
function climb(up: Ways, unit: number, { edges, lives }: { edges: Edges; lives: Spells }): boolean {
  let isCircling = false;
  up.length = 0;
  for (let life = lives.start[unit]!; life < lives.start[unit + 1]!; life += 1) add(up, { ancestor: unit, depth: 0, from: lives.from[life]!, to: lives.to[life]! });
  for (let level = 0, at = 0; at < up.length && level < deepest; level += 1) {
    const [end, first] = [up.length, up.length];
    for (; at < end; at += 1) {
      const below = up.ancestor[at]!;
      if (level > 0 && below === unit) continue;
      for (let edge = edges.start[below]!; edge < edges.start[below + 1]!; edge += 1) {
        const from = Math.max(up.from[at]!, edges.from[edge]!);
        const to = Math.min(up.to[at]!, edges.to[edge]!);
        if (from >= to) continue;
        const ancestor = edges.parent[edge]!;
        isCircling ||= ancestor === unit;
        addOnce(up, first, { ancestor, depth: level + 1, from, to });
      }
    }
  }
  return isCircling;
}

/** On each day the nearest way to an ancestor counts. Most ancestors are reached by one way only. */
function gatherNearest(up: Ways, near: Ways, groups: Groups): void {
  near.length = 0;
  groups.gather(up);
  for (const head of groups.heads) {
    if (groups.next[head] === none) add(near, wayAt(up, head));
    else addNearest(up, near, groups.chain(head));
  }
}

interface Period {
  readonly from: number;
  readonly to: number;
}

interface Way extends Period {
  readonly ancestor: number;
  readonly depth: number;
}

function addNearest(up: Ways, near: Ways, chain: readonly number[]): void {
  let nearer: Period[] = [];
  const found: Way[] = [];
  for (const [depth, ways] of Map.groupBy(chain, (at) => up.depth[at]!)) {
    const own = union(ways.map((at) => ({ from: up.from[at]!, to: up.to[at]! })));
    for (const period of without(own, nearer)) found.push({ ancestor: up.ancestor[chain[0]!]!, depth, ...period });
    nearer = union([...nearer, ...own]);
  }
  for (const way of found.toSorted((a, b) => a.from - b.from)) add(near, way);
}

function union(periods: readonly Period[]): Period[] {
  const result: Period[] = [];
  for (const period of periods.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && period.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, period.to) };
    else result.push(period);
  }
  return result;
}

/** Both in order, neither with overlaps. */
function without(periods: readonly Period[], taken: readonly Period[]): Period[] {
  return periods.flatMap((period) => {
    const left: Period[] = [];
    let { from } = period;
    for (const other of taken) {
      if (other.to <= from || other.from >= period.to) continue;
      if (other.from > from) left.push({ from, to: other.from });
      from = Math.max(from, other.to);
    }
    return from < period.to ? [...left, { from, to: period.to }] : left;
  });
}

const none = -1;

/** Rows of one ancestor, linked in their order; kept from walk to walk so that nothing has to be cleared. */
class Groups {
  readonly heads: number[] = [];
  readonly next: number[] = [];
  readonly #last: Int32Array;
  readonly #walk: Int32Array;
  #walks = 0;

  constructor(size: number) {
    this.#last = new Int32Array(size);
    this.#walk = new Int32Array(size);
  }

  gather({ ancestor, length }: Ways): void {
    this.#walks += 1;
    this.heads.length = 0;
    for (let at = 0; at < length; at += 1) {
      const unit = ancestor[at]!;
      if (this.#walk[unit] === this.#walks) this.next[this.#last[unit]!] = at;
      else this.heads.push(at);
      this.#walk[unit] = this.#walks;
      this.#last[unit] = at;
      this.next[at] = none;
    }
  }

  chain(head: number): number[] {
    const rows: number[] = [];
    for (let at = head; at !== none; at = this.next[at]!) rows.push(at);
    return rows;
  }
}

function noWays(): Ways {
  return { length: 0, ancestor: [], depth: [], from: [], to: [] };
}

function wayAt({ ancestor, depth, from, to }: Ways, at: number): Way {
  return { ancestor: ancestor[at]!, depth: depth[at]!, from: from[at]!, to: to[at]! };
}

/** Two ways of one length on the same days are one. */
function addOnce(ways: Ways, first: number, way: Way): void {
  for (let at = first; at < ways.length; at += 1) {
    if (ways.ancestor[at] === way.ancestor && ways.from[at] === way.from && ways.to[at] === way.to) return;
  }
  add(ways, way);
}

function add(ways: Ways, { ancestor, depth, from, to }: Way): void {
  const at = ways.length;
  ways.ancestor[at] = ancestor;
  ways.depth[at] = depth;
  ways.from[at] = from;
  ways.to[at] = to;
  ways.length = at + 1;
}
