/** What other modules may use of units. */
export { homeOfUnit, unitOn } from './unit.reads.ts';
export { lifeAround, liesWithin } from './unit.life.ts';
export { planUnits, walkedBy, type UnitPlan } from './unit.plan.ts';
export { hasManyUnder, mostUnitsAtOnce, standsOn, standsUnder, unitNameAt, unitsOfKindsUnder, unitsUnder } from './unit.sql.ts';
export { deriveClosure } from './unit.closure.ts';
export { findFaultsOf, findUnitFaults, requireNoOverlaps, requireSoundUnits, type UnitFault } from './unit.invariants.ts';
export {
  clearUnits, deleteLineage, findHistories, findSettlingFaults, insertActsTogether, insertLineage, insertUnits, lockStructure, moveUnits, saveHistories, settleUnits, undoMoves, versionRow, writeHistories,
  type LineageLink, type MovedSpell, type RecordedAct,
} from './unit.store.ts';
export type { UnitMove } from './unit.moves.ts';
export { findReached, unitSource } from './unit.sync.ts';
export { unitRoutes } from './unit.routes.ts';
export { unitRefusals } from './unit.refusals.ts';
