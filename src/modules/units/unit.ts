/**
 * A unit in time: what it is called and of what kind it is, under whom it stands and to whom it is related, each from
 * a day to a day. Pure rules: an act takes a history and gives the next one or a refusal. A *change* happened in the
 * world on its day; a *correction* rewrites what was entered by mistake for as long as the mistake stood.
 */
import { canonicalJson } from '../../platform/canonical.ts';
import { addDays, holdsOn, overlaps, type Day, type Period } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import { hierarchyOf, unitTypesOf, type Hierarchy, type UnitKind } from './unit.kinds.ts';

export type UnitId = Id<'unit'>;

export interface UnitProperties {
  readonly population?: number;
  readonly households?: number;
  readonly areaKm2?: number;
  readonly ownOffice?: boolean;
}

export interface UnitFacts {
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: UnitKind;
  /** The local word: thôn, ấp, khóm …; for a cell where it is based. */
  readonly type: string | null;
  readonly rank: string | null;
  /** Official code; re-used by other units, therefore never an identity. */
  readonly code: string | null;
  readonly properties: UnitProperties;
}

export interface UnitVersion extends Period {
  readonly facts: UnitFacts;
  readonly decision: string | null;
}

export interface ParentSpell extends Period {
  readonly hierarchy: Hierarchy;
  readonly parentId: UnitId;
  readonly decision: string | null;
}

export const relationKinds = ['leads', 'belongs_to', 'governs'] as const;
export type RelationKind = (typeof relationKinds)[number];

export interface RelationSpell extends Period {
  readonly unitId: UnitId;
  readonly kind: RelationKind;
  readonly otherId: UnitId;
  readonly decision: string | null;
}

/** Versions and parents in order of time; every relation in which the unit takes part, on either side. */
export interface UnitHistory {
  readonly id: UnitId;
  readonly versions: readonly UnitVersion[];
  readonly parents: readonly ParentSpell[];
  readonly relations: readonly RelationSpell[];
}

export type UnitAct =
  | { readonly kind: 'change'; readonly on: Day; readonly facts: Partial<UnitFacts>; readonly decision: string | null }
  | { readonly kind: 'move'; readonly on: Day; readonly hierarchy: Hierarchy; readonly parentId: UnitId | null; readonly decision: string | null }
  | { readonly kind: 'dissolve'; readonly on: Day; readonly decision: string | null }
  | { readonly kind: 'relate'; readonly on: Day; readonly relation: RelationKind; readonly otherId: UnitId; readonly decision: string | null }
  | { readonly kind: 'unrelate'; readonly on: Day; readonly relation: RelationKind; readonly otherId: UnitId; readonly decision: string | null }
  | { readonly kind: 'correct'; readonly on: Day; readonly facts: Partial<UnitFacts> }
  | { readonly kind: 'correctParent'; readonly on: Day; readonly hierarchy: Hierarchy; readonly parentId: UnitId }
  | { readonly kind: 'correctFounding'; readonly on: Day };

export function foundUnit(given: {
  id: UnitId;
  facts: UnitFacts;
  from: Day;
  parents: readonly { hierarchy: Hierarchy; parentId: UnitId }[];
  decision: string | null;
}): UnitHistory | Refusal {
  const wrong = wrongFacts(given.facts);
  if (wrong) return wrong;
  const period = { from: given.from, to: null };
  return {
    id: given.id,
    versions: [{ ...period, facts: given.facts, decision: given.decision }],
    parents: given.parents.map((parent) => ({ ...period, ...parent, decision: given.decision })),
    relations: [],
  };
}

/** `on`: for `dissolve` the last day on which the unit stands, for the others the first day of what is new. */
export function applyAct(history: UnitHistory, act: UnitAct): UnitHistory | Refusal {
  if (act.kind === 'correctFounding') return correctFounding(history, act.on);
  if (!existsOn(history, act.on)) return refuse('unit.notThere', 'conflict', { on: act.on });
  switch (act.kind) {
    case 'change':
      return changeFacts(history, act);
    case 'move':
      return move(history, act);
    case 'dissolve':
      return dissolve(history, act.on);
    case 'relate':
      return relate(history, act);
    case 'unrelate':
      return unrelate(history, act);
    case 'correct':
      return correctFacts(history, act);
    case 'correctParent':
      return correctParent(history, act);
  }
}

export function existsOn(history: UnitHistory, on: Day): boolean {
  return history.versions.some((version) => holdsOn(version, on));
}

/** From the first day to the last (null: still stands). */
export function lifeOf(history: UnitHistory): Period {
  const first = history.versions[0];
  const last = history.versions.at(-1);
  if (!first || !last) throw new Error(`unit ${history.id} has no version`);
  return { from: first.from, to: last.to };
}

function changeFacts(history: UnitHistory, act: { on: Day; facts: Partial<UnitFacts>; decision: string | null }): UnitHistory | Refusal {
  const index = history.versions.findIndex((version) => holdsOn(version, act.on));
  const current = history.versions[index]!;
  const wrong = wrongFacts({ ...current.facts, ...act.facts });
  if (wrong) return wrong;
  const before = current.from === act.on ? [] : [{ ...current, to: addDays(act.on, -1) }];
  const changed = { ...current, from: act.on, facts: { ...current.facts, ...act.facts }, decision: act.decision };
  const later = carryOn(history.versions.slice(index + 1), current.facts, act.facts);
  return { ...history, versions: joined([...history.versions.slice(0, index), ...before, changed, ...later]) };
}

/** What was changed earlier holds on in later versions until one of them had changed the same fact itself. */
function carryOn(versions: readonly UnitVersion[], old: UnitFacts, patch: Partial<UnitFacts>): UnitVersion[] {
  const open = new Set(Object.keys(patch) as (keyof UnitFacts)[]);
  return versions.map((version) => {
    for (const key of open) if (!same(version.facts[key], old[key])) open.delete(key);
    return { ...version, facts: { ...version.facts, ...only(patch, open) } };
  });
}

function correctFacts(history: UnitHistory, act: { on: Day; facts: Partial<UnitFacts> }): UnitHistory | Refusal {
  const index = history.versions.findIndex((version) => holdsOn(version, act.on));
  const mistaken = history.versions[index]!;
  const wrong = wrongFacts({ ...mistaken.facts, ...act.facts });
  if (wrong) return wrong;
  const earlier = carryOn(history.versions.slice(0, index).toReversed(), mistaken.facts, act.facts).toReversed();
  const later = carryOn(history.versions.slice(index + 1), mistaken.facts, act.facts);
  const corrected = { ...mistaken, facts: { ...mistaken.facts, ...act.facts } };
  return { ...history, versions: joined([...earlier, corrected, ...later]) };
}

function move(history: UnitHistory, act: { on: Day; hierarchy: Hierarchy; parentId: UnitId | null; decision: string | null }): UnitHistory | Refusal {
  if (act.parentId === history.id) return refuse('unit.ownParent', 'conflict');
  const others = history.parents.filter((spell) => spell.hierarchy !== act.hierarchy);
  const own = history.parents.filter((spell) => spell.hierarchy === act.hierarchy);
  const current = own.find((spell) => holdsOn(spell, act.on));
  if (current?.parentId === act.parentId) return refuse('unit.sameParent', 'conflict');
  const next = own.find((spell) => spell.from > act.on);
  const to = current ? current.to : next ? addDays(next.from, -1) : lifeOf(history).to;
  const kept = own.filter((spell) => spell !== current);
  const before = current && current.from < act.on ? [{ ...current, to: addDays(act.on, -1) }] : [];
  const { hierarchy, parentId, decision } = act;
  const after = parentId === null ? [] : [{ from: act.on, to, hierarchy, parentId, decision }];
  return { ...history, parents: inOrder([...others, ...kept, ...before, ...after]) };
}

function correctParent(history: UnitHistory, act: { on: Day; hierarchy: Hierarchy; parentId: UnitId }): UnitHistory | Refusal {
  if (act.parentId === history.id) return refuse('unit.ownParent', 'conflict');
  const mistaken = history.parents.find((spell) => spell.hierarchy === act.hierarchy && holdsOn(spell, act.on));
  if (!mistaken) return refuse('unit.noParent', 'conflict', { on: act.on });
  const parents = history.parents.map((spell) => (spell === mistaken ? { ...spell, parentId: act.parentId } : spell));
  return { ...history, parents };
}

function dissolve(history: UnitHistory, lastDay: Day): UnitHistory | Refusal {
  const planned = history.versions.find((version) => version.from > lastDay);
  if (planned) return refuse('unit.changedLater', 'conflict', { on: planned.from });
  return {
    ...history,
    versions: cut(history.versions, lastDay),
    parents: cut(history.parents, lastDay),
    relations: cut(history.relations, lastDay),
  };
}

function relate(history: UnitHistory, act: { on: Day; relation: RelationKind; otherId: UnitId; decision: string | null }): UnitHistory | Refusal {
  if (act.otherId === history.id) return refuse('unit.ownRelation', 'conflict');
  const period = { from: act.on, to: lifeOf(history).to };
  const held = history.relations.find((spell) => isRelation(spell, history.id, act) && overlaps(spell, period));
  if (held) return refuse('unit.relatedAlready', 'conflict', { from: held.from });
  const { relation: kind, otherId, decision } = act;
  return { ...history, relations: inOrder([...history.relations, { ...period, unitId: history.id, kind, otherId, decision }]) };
}

function unrelate(history: UnitHistory, act: { on: Day; relation: RelationKind; otherId: UnitId }): UnitHistory | Refusal {
  const held = history.relations.find((spell) => isRelation(spell, history.id, act) && holdsOn(spell, act.on));
  if (!held) return refuse('unit.notRelated', 'conflict', { on: act.on });
  const rest = history.relations.filter((spell) => spell !== held);
  const before = held.from < act.on ? [{ ...held, to: addDays(act.on, -1) }] : [];
  return { ...history, relations: inOrder([...rest, ...before]) };
}

function correctFounding(history: UnitHistory, from: Day): UnitHistory | Refusal {
  const [first, ...later] = history.versions;
  if (!first || (first.to !== null && from > first.to)) return refuse('unit.foundedTooLate', 'conflict', { to: first?.to ?? null });
  const began = first.from;
  const over = [...history.parents, ...history.relations].find((spell) => spell.to !== null && spell.to < from);
  if (over) return refuse('unit.endsBeforeFounding', 'conflict', { to: over.to });
  const shift = <S extends Period>(spells: readonly S[]) => spells.map((spell) => (spell.from === began || spell.from < from ? { ...spell, from } : spell));
  return { ...history, versions: [{ ...first, from }, ...later], parents: shift(history.parents), relations: shift(history.relations) };
}

function isRelation(spell: RelationSpell, unitId: UnitId, act: { relation: RelationKind; otherId: UnitId }): boolean {
  return spell.unitId === unitId && spell.kind === act.relation && spell.otherId === act.otherId;
}

function wrongFacts(facts: UnitFacts): Refusal | undefined {
  if (facts.name.trim() === '') return refuse('unit.nameMissing', 'invalid', { field: 'name' });
  const types = unitTypesOf(facts.kind);
  if (facts.type !== null && types.length > 0 && !types.some(({ code }) => code === facts.type)) {
    return refuse('unit.typeUnknown', 'invalid', { field: 'type', type: facts.type, kind: facts.kind });
  }
  return undefined;
}

/** The hierarchy in which a unit of that kind has its place. */
export function homeHierarchy(facts: UnitFacts): Hierarchy {
  return hierarchyOf(facts.kind);
}

function cut<S extends Period>(spells: readonly S[], lastDay: Day): S[] {
  return spells.filter((spell) => spell.from <= lastDay).map((spell) => (spell.to === null || spell.to > lastDay ? { ...spell, to: lastDay } : spell));
}

/** Neighbours that say the same become one version. */
function joined(versions: readonly UnitVersion[]): UnitVersion[] {
  const result: UnitVersion[] = [];
  for (const version of versions) {
    const last = result.at(-1);
    if (last && last.to !== null && addDays(last.to, 1) === version.from && same(last.facts, version.facts)) {
      result[result.length - 1] = { ...last, to: version.to };
    } else {
      result.push(version);
    }
  }
  return result;
}

function inOrder<S extends Period>(spells: readonly S[]): S[] {
  return spells.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function only(patch: Partial<UnitFacts>, keys: ReadonlySet<keyof UnitFacts>): Partial<UnitFacts> {
  return Object.fromEntries(Object.entries(patch).filter(([key]) => keys.has(key as keyof UnitFacts)));
}

export function sameHistory(one: UnitHistory, other: UnitHistory): boolean {
  return same(one, other);
}

function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
