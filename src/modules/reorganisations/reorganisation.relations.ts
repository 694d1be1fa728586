/**
 * What becomes of relations. A relation of a unit that goes over whole, or has an heir, passes to whoever takes over, on
 * both sides at once: the committee of a merged commune and the commune itself have successors, and the one leads the
 * other. A dissolved unit passes on only what belongs to it or governs it; what it led itself is cut and told.
 */
import { addDays, overlaps, type Day } from '../../platform/day.ts';
import type { RelationSpell, UnitHistory, UnitId } from '../units/unit.ts';
import type { Digest } from './reorganisation.digest.ts';
import type { Report } from './reorganisation.findings.ts';

export interface RelationOutcome {
  readonly spell: RelationSpell;
  readonly outcome: 'passed' | 'cut' | 'related' | 'unrelated';
  /** Who holds it from the effective day. */
  readonly to: { readonly unitId: UnitId; readonly otherId: UnitId } | null;
  readonly item: number | null;
}

interface RelationsBefore {
  readonly set: Digest;
  readonly on: Day;
  readonly decision: string;
  readonly histories: ReadonlyMap<UnitId, UnitHistory>;
  readonly after: Map<UnitId, UnitHistory>;
}

/** Alters `after`: a relation is told by the histories of both its sides, so both are put right together. */
export function planRelations(before: RelationsBefore, report: Report): RelationOutcome[] {
  const { set, after } = before;
  const book = relationBook(before);
  const outcomes = [...passOn(before, book), ...decide(before, { book, report })];
  const byUnit = new Map<UnitId, RelationSpell[]>([...after.keys()].map((id) => [id, []]));
  for (const spell of [...book.values()].flat()) {
    byUnit.get(spell.unitId)?.push(spell);
    byUnit.get(spell.otherId)?.push(spell);
  }
  for (const [id, history] of after) after.set(id, { ...history, relations: byUnit.get(id)!.toSorted(byStart) });
  for (const { outcome, spell, item } of outcomes) {
    if (outcome === 'cut' && !(set.endings.has(spell.unitId) && set.endings.has(spell.otherId))) report({ severity: 'warning', code: 'relation.cut', item, unitId: spell.unitId, otherId: spell.otherId, data: { relation: spell.kind } });
  }
  return outcomes;
}

/** Every relation that a loaded history tells, by its two sides and kind. */
type Book = Map<string, RelationSpell[]>;

function relationBook({ histories }: RelationsBefore): Book {
  const book: Book = new Map();
  for (const { relations } of histories.values()) {
    for (const spell of relations) if (!spellsOf(book, spell).some(({ from }) => from === spell.from)) add(book, spell);
  }
  return book;
}

function passOn({ set, on, decision }: RelationsBefore, book: Book): RelationOutcome[] {
  const outcomes: RelationOutcome[] = [];
  for (const spell of [...book.values()].flat()) {
    const ending = set.endings.get(spell.unitId) ?? set.endings.get(spell.otherId);
    if (!ending || (spell.to !== null && spell.to < on)) continue;
    endSpell(book, spell, on);
    const unitId = heirOf(set, spell.unitId, 'unit');
    const otherId = heirOf(set, spell.otherId, 'other');
    const passes = unitId !== null && otherId !== null && unitId !== otherId;
    if (passes) hold(book, { ...spell, unitId, otherId, from: spell.from > on ? spell.from : on, decision });
    outcomes.push({ spell, outcome: passes ? 'passed' : 'cut', to: passes ? { unitId, otherId } : null, item: ending.seq });
  }
  return outcomes;
}

/** Who stands in for the unit in a relation; itself where it goes on standing. */
function heirOf(set: Digest, id: UnitId, side: 'unit' | 'other'): UnitId | null {
  const ending = set.endings.get(id);
  if (!ending) return id;
  return ending.how === 'dissolve' && side === 'unit' ? null : ending.heirId;
}

/** Relations that pass to the same pair become one, as long as the longest of them. */
function hold(book: Book, wanted: RelationSpell): void {
  const spells = spellsOf(book, wanted);
  const [first, ...more] = spells.filter((spell) => overlaps(spell, wanted));
  if (!first) add(book, wanted);
  else if (more.length === 0 && first.to !== null && (wanted.to === null || wanted.to > first.to)) replace(book, first, { ...first, to: wanted.to });
}

function decide({ set, on, decision }: RelationsBefore, { book, report }: { book: Book; report: Report }): RelationOutcome[] {
  return set.relations.flatMap(({ seq, kind, unitId, relation, otherId }): RelationOutcome[] => {
    const wanted: RelationSpell = { unitId, kind: relation, otherId, from: on, to: null, decision };
    const held = spellsOf(book, wanted).find((spell) => spell.to === null || spell.to >= on);
    if (kind === 'relate') {
      if (held) return []; // the rule has seen to it, or it held before
      add(book, wanted);
      return [{ spell: wanted, outcome: 'related', to: { unitId, otherId }, item: seq }];
    }
    if (!held) {
      report({ severity: 'error', code: 'relation.notThere', item: seq, unitId, otherId, data: { relation } });
      return [];
    }
    endSpell(book, held, on);
    return [{ spell: held, outcome: 'unrelated', to: null, item: seq }];
  });
}

/** Until the day before; one that would only begin then goes. */
function endSpell(book: Book, spell: RelationSpell, on: Day): void {
  replace(book, spell, spell.from < on ? { ...spell, to: addDays(on, -1) } : undefined);
}

function spellsOf(book: Book, spell: RelationSpell): readonly RelationSpell[] {
  return book.get(keyOf(spell)) ?? [];
}

function add(book: Book, spell: RelationSpell): void {
  book.set(keyOf(spell), [...spellsOf(book, spell), spell]);
}

function replace(book: Book, old: RelationSpell, next: RelationSpell | undefined): void {
  book.set(keyOf(old), spellsOf(book, old).flatMap((spell) => (spell === old ? (next ?? []) : spell)));
}

function keyOf({ unitId, kind, otherId }: RelationSpell): string {
  return `${unitId}|${kind}|${otherId}`;
}

function byStart(one: RelationSpell, other: RelationSpell): number {
  return one.from < other.from ? -1 : one.from > other.from ? 1 : 0;
}
