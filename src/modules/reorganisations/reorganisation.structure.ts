/**
 * What becomes of the structure: the next history of each unit that an item names, whom the children of ended units
 * follow, which relations pass to whom. Pure: takes histories and spells, answers histories and moves.
 */
import { addDays, type Day, type Period } from '../../platform/day.ts';
import { isRefusal, type Refusal } from '../../platform/problem.ts';
import type { Hierarchy, UnitKind } from '../units/unit.kinds.ts';
import { applyAct, existsOn, foundUnit, type UnitHistory, type UnitId } from '../units/unit.ts';
import { moveKey, type Digest, type Ending } from './reorganisation.digest.ts';
import type { Report } from './reorganisation.findings.ts';
import { planRelations, type RelationOutcome } from './reorganisation.relations.ts';

/** A spell of a unit under a parent that ends or hands over, or of a unit that an item moves. */
export interface ChildSpell extends Period {
  readonly unitId: UnitId;
  readonly hierarchy: Hierarchy;
  readonly parentId: UnitId;
  /** Of the unit on the effective day; undefined where it does not stand then. */
  readonly kind: UnitKind | undefined;
}

export interface PlannedMove {
  readonly unitId: UnitId;
  readonly hierarchy: Hierarchy;
  readonly fromId: UnitId | null;
  /** Null: nobody decided, or on top of its tree. */
  readonly toId: UnitId | null;
  readonly outcome: 'moved' | 'follows' | 'undecided';
  readonly item: number | null;
}

export interface Link {
  readonly predecessorId: UnitId;
  readonly successorId: UnitId;
  readonly share: 'whole' | 'part';
}

export interface StructurePlan {
  readonly after: ReadonlyMap<UnitId, UnitHistory>;
  /** Of units without a history in `after`: to be moved in bulk. */
  readonly moves: readonly PlannedMove[];
  /** Of units in `after`: told for the lists, done there already. */
  readonly movesWithin: readonly PlannedMove[];
  readonly relations: readonly RelationOutcome[];
  readonly lineage: readonly Link[];
}

export interface StructureBefore {
  readonly set: Digest;
  readonly on: Day;
  readonly decision: string;
  /** Of every unit that ends, takes over, changes or is related. */
  readonly histories: ReadonlyMap<UnitId, UnitHistory>;
  readonly spells: readonly ChildSpell[];
}

export function planStructure(before: StructureBefore, report: Report): StructurePlan {
  const after = new Map(before.histories);
  foundUnits(before, after, report);
  endUnits(before, after, report);
  changeUnits(before, after, report);
  const planned = planMoves(before, report);
  const [within, moves] = [planned.filter(({ unitId }) => after.has(unitId)), planned.filter(({ unitId }) => !after.has(unitId))];
  for (const move of within) if (move.outcome !== 'undecided') moveWithin(before, after, { move, report });
  const relations = planRelations({ ...before, after }, report);
  return { after, moves, movesWithin: within, relations, lineage: lineageOf(before.set) };
}

function foundUnits({ set, on, decision }: StructureBefore, after: Map<UnitId, UnitHistory>, report: Report): void {
  for (const { seq, unitId, facts, parents } of set.founded.values()) {
    const history = foundUnit({ id: unitId, facts, from: on, parents, decision });
    if (isRefusal(history)) refused(history, { item: seq, unitId, report });
    else after.set(unitId, history);
  }
}

function endUnits({ set, on, histories }: StructureBefore, after: Map<UnitId, UnitHistory>, report: Report): void {
  const lastDay = addDays(on, -1);
  for (const { seq, unitId } of set.endings.values()) {
    const history = histories.get(unitId);
    if (!history) continue; // an unknown unit is told once, by whoever loads
    if (!existsOn(history, on) || !existsOn(history, lastDay)) report({ severity: 'error', code: 'unit.notStanding', item: seq, unitId });
    else keep(applyAct(history, { kind: 'dissolve', on: lastDay, decision: null }), { after, item: seq, unitId, report });
  }
}

function changeUnits({ set, on, decision }: StructureBefore, after: Map<UnitId, UnitHistory>, report: Report): void {
  for (const { seq, unitId, facts } of set.changes) {
    const history = after.get(unitId);
    if (history) keep(applyAct(history, { kind: 'change', on, facts, decision }), { after, item: seq, unitId, report });
  }
}

/** Decided moves, hand-overs, and the children that follow the heir of an ended parent. */
function planMoves({ set, on, spells, histories }: StructureBefore, report: Report): PlannedMove[] {
  const handedOver = Map.groupBy(set.handOvers, ({ unitId, hierarchy }) => moveKey(unitId, hierarchy));
  const moves: PlannedMove[] = [];
  const seen = new Set<string>();
  for (const spell of spells) {
    const { unitId, hierarchy, parentId } = spell;
    if (set.endings.has(unitId)) continue;
    const key = moveKey(unitId, hierarchy);
    const decided = set.moves.get(key);
    const ending = set.endings.get(parentId);
    if (spell.from > on) {
      if (ending) report({ severity: 'error', code: 'unit.changedLater', item: decided?.seq ?? ending.seq, unitId, data: { on: spell.from } });
      continue;
    }
    const handOver = handedOver.get(moveKey(parentId, hierarchy))?.find(({ kinds }) => kinds === undefined || (spell.kind !== undefined && kinds.includes(spell.kind)));
    if (!decided && !ending && !handOver) continue;
    seen.add(key);
    const toId = decided ? decided.parentId : ending ? ending.heirId : handOver!.toId;
    if (toId === parentId || toId === unitId) {
      report({ severity: toId === unitId ? 'error' : 'warning', code: toId === unitId ? 'item.intoItself' : 'unit.alreadyThere', item: decided?.seq ?? handOver?.seq ?? null, unitId });
    } else if (!decided && toId === null) {
      report({ severity: 'error', code: 'unit.undecided', item: ending?.seq ?? null, unitId, otherId: parentId });
      moves.push({ unitId, hierarchy, fromId: parentId, toId, outcome: 'undecided', item: ending?.seq ?? null });
    } else {
      moves.push({ unitId, hierarchy, fromId: parentId, toId, outcome: decided ? 'moved' : 'follows', item: decided?.seq ?? handOver?.seq ?? ending?.seq ?? null });
    }
  }
  for (const [key, { seq, unitId, hierarchy, parentId }] of set.moves) {
    if (!seen.has(key) && !set.endings.has(unitId) && histories.has(unitId) && parentId !== null) moves.push({ unitId, hierarchy, fromId: null, toId: parentId, outcome: 'moved', item: seq });
  }
  return moves;
}

function moveWithin({ on, decision }: StructureBefore, after: Map<UnitId, UnitHistory>, { move, report }: { move: PlannedMove; report: Report }): void {
  const { unitId, hierarchy, toId, item } = move;
  keep(applyAct(after.get(unitId)!, { kind: 'move', on, hierarchy, parentId: toId, decision }), { after, item, unitId, report });
}

function lineageOf(set: Digest): Link[] {
  const share = (how: Ending['how']): Link['share'] => (how === 'merge' ? 'whole' : 'part');
  const ended = [...set.endings.values()].flatMap(({ unitId, how, successorIds }) => [...new Set(successorIds)].map((successorId) => ({ predecessorId: unitId, successorId, share: share(how) })));
  const parted = set.partings.flatMap(({ unitId, successorIds }) => [...new Set(successorIds)].map((successorId) => ({ predecessorId: unitId, successorId, share: 'part' as const })));
  return [...ended, ...parted];
}

interface Kept {
  readonly after: Map<UnitId, UnitHistory>;
  readonly item: number | null;
  readonly unitId: UnitId;
  readonly report: Report;
}

function keep(result: UnitHistory | Refusal, { after, ...place }: Kept): void {
  if (isRefusal(result)) refused(result, place);
  else after.set(place.unitId, result);
}

/** The rules of units say no in their own words; the code of the refusal goes with the finding. */
function refused(refusal: Refusal, { item, unitId, report }: Omit<Kept, 'after'>): void {
  report({ severity: 'error', code: 'unit.refused', item, unitId, data: { problem: refusal.code } });
}
