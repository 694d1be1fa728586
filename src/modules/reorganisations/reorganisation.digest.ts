/**
 * Brings the items of a change set together by unit and finds where they contradict each other. Pure: what the units are
 * in reality is asked later (`reorganisation.structure.ts`).
 */
import type { Hierarchy } from '../units/unit.kinds.ts';
import type { UnitId } from '../units/unit.ts';
import type { FindingCode, Report } from './reorganisation.findings.ts';
import type { ChangeItem, FoundItem, HandOverItem, PersonId, RelateItem, ReorganisationItem, SeatItem } from './reorganisation.ts';

export interface NumberedItem {
  readonly seq: number;
  readonly item: ReorganisationItem;
}

export type Numbered<I extends ReorganisationItem> = I & { readonly seq: number };

/** A unit that ends with the change set, and what takes over. */
export interface Ending {
  readonly seq: number;
  readonly unitId: UnitId;
  readonly how: 'merge' | 'split' | 'dissolve';
  readonly successorIds: readonly UnitId[];
  /** Takes what nobody decided otherwise. */
  readonly heirId: UnitId | null;
  readonly carriesHolders: boolean;
}

/** A unit that goes on standing and gives parts away. */
export interface Parting {
  readonly seq: number;
  readonly unitId: UnitId;
  readonly successorIds: readonly UnitId[];
}

export interface DecidedMove {
  readonly seq: number;
  readonly unitId: UnitId;
  readonly hierarchy: Hierarchy;
  readonly parentId: UnitId | null;
}

export interface Digest {
  readonly founded: ReadonlyMap<UnitId, Numbered<FoundItem>>;
  readonly endings: ReadonlyMap<UnitId, Ending>;
  readonly partings: readonly Parting[];
  readonly changes: readonly Numbered<ChangeItem>[];
  /** By `moveKey`. */
  readonly moves: ReadonlyMap<string, DecidedMove>;
  readonly handOvers: readonly Numbered<HandOverItem>[];
  readonly relations: readonly Numbered<RelateItem>[];
  readonly places: ReadonlyMap<PersonId, { readonly seq: number; readonly cellId: UnitId }>;
  readonly seats: readonly Numbered<SeatItem>[];
}

export function moveKey(unitId: UnitId, hierarchy: Hierarchy): string {
  return `${unitId}|${hierarchy}`;
}

export function digest(items: readonly NumberedItem[], report: Report): Digest {
  const founded = new Map<UnitId, Numbered<FoundItem>>();
  const endings = new Map<UnitId, Ending>();
  const moves = new Map<string, DecidedMove>();
  const places = new Map<PersonId, { seq: number; cellId: UnitId }>();
  const rest = { partings: [] as Parting[], changes: [] as Numbered<ChangeItem>[], handOvers: [] as Numbered<HandOverItem>[], relations: [] as Numbered<RelateItem>[], seats: [] as Numbered<SeatItem>[] };
  const end = (ending: Ending) => {
    if (endings.has(ending.unitId)) report({ severity: 'error', code: 'item.endsTwice', item: ending.seq, unitId: ending.unitId });
    else endings.set(ending.unitId, ending);
  };
  for (const { seq, item } of items) {
    switch (item.kind) {
      case 'found':
        if (founded.has(item.unitId)) report({ severity: 'error', code: 'item.foundedTwice', item: seq, unitId: item.unitId });
        founded.set(item.unitId, { ...item, seq });
        break;
      case 'merge':
        for (const unitId of item.unitIds) end({ seq, unitId, how: 'merge', successorIds: [item.intoId], heirId: item.intoId, carriesHolders: item.holders === 'carry' });
        break;
      case 'split':
        if (item.remains) rest.partings.push({ seq, unitId: item.unitId, successorIds: item.intoIds });
        else end({ seq, unitId: item.unitId, how: 'split', successorIds: item.intoIds, heirId: item.heirId ?? null, carriesHolders: false });
        break;
      case 'dissolve':
        end({ seq, unitId: item.unitId, how: 'dissolve', successorIds: [], heirId: item.heirId ?? null, carriesHolders: false });
        break;
      case 'move': {
        const key = moveKey(item.unitId, item.hierarchy);
        if (moves.has(key)) report({ severity: 'error', code: 'item.movedTwice', item: seq, unitId: item.unitId });
        moves.set(key, { seq, unitId: item.unitId, hierarchy: item.hierarchy, parentId: item.parentId });
        break;
      }
      case 'place':
        if (places.has(item.personId)) report({ severity: 'error', code: 'item.placedTwice', item: seq, personId: item.personId });
        places.set(item.personId, { seq, cellId: item.cellId });
        break;
      case 'change':
        rest.changes.push({ ...item, seq });
        break;
      case 'handOver':
        rest.handOvers.push({ ...item, seq });
        break;
      case 'relate':
      case 'unrelate':
        rest.relations.push({ ...item, seq });
        break;
      case 'seat':
        rest.seats.push({ ...item, seq });
        break;
    }
  }
  const result = { founded, endings, moves, places, ...rest };
  reportContradictions(result, report);
  return result;
}

function reportContradictions(set: Digest, report: Report): void {
  const wrong = (code: FindingCode, item: number, unitId: UnitId) => report({ severity: 'error', code, item, unitId });
  /** Whatever takes something over must stand on the effective day. */
  const takes = (unitId: UnitId, item: number) => {
    if (set.endings.has(unitId)) wrong('item.endsItself', item, unitId);
  };
  for (const { seq, unitId, successorIds, heirId } of set.endings.values()) {
    if (set.founded.has(unitId)) wrong('item.foundedAndEnded', seq, unitId);
    for (const successor of new Set([...successorIds, ...(heirId === null ? [] : [heirId])])) {
      if (successor === unitId) wrong('item.intoItself', seq, unitId);
      else takes(successor, seq);
    }
  }
  for (const { seq, unitId, successorIds } of set.partings) {
    if (set.endings.has(unitId) || set.founded.has(unitId)) wrong('item.endsTwice', seq, unitId);
    for (const successor of successorIds) if (successor === unitId) wrong('item.intoItself', seq, unitId); else takes(successor, seq);
  }
  for (const { seq, parents } of set.founded.values()) for (const { parentId } of parents) takes(parentId, seq);
  for (const { seq, unitId } of set.changes) if (set.endings.has(unitId) || set.founded.has(unitId)) wrong('item.changedAndEnded', seq, unitId);
  for (const { seq, unitId, parentId } of set.moves.values()) {
    if (set.endings.has(unitId) || set.founded.has(unitId)) wrong('item.changedAndEnded', seq, unitId);
    if (parentId === unitId) wrong('item.intoItself', seq, unitId);
    else if (parentId !== null) takes(parentId, seq);
  }
  for (const { seq, unitId, toId } of set.handOvers) {
    if (set.endings.has(unitId)) wrong('item.changedAndEnded', seq, unitId);
    if (unitId === toId) wrong('item.intoItself', seq, unitId);
    else takes(toId, seq);
  }
  for (const { seq, kind, unitId, otherId } of set.relations) {
    if (unitId === otherId) wrong('item.intoItself', seq, unitId);
    if (kind === 'relate') for (const id of [unitId, otherId]) takes(id, seq);
    else if (set.endings.has(unitId) || set.endings.has(otherId)) wrong('item.changedAndEnded', seq, unitId);
  }
  for (const { seq, cellId } of set.places.values()) takes(cellId, seq);
  for (const { seq, unitId } of set.seats) takes(unitId, seq);
}
