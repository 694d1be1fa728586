/** What other modules may use of units. */
export { homeOfUnit, unitOn } from './unit.reads.ts';
export { lifeAround, liesWithin } from './unit.life.ts';
export { standsOn, unitNameAt, unitsUnder } from './unit.sql.ts';
export { deriveClosure } from './unit.closure.ts';
export { findUnitFaults, requireSoundUnits, type UnitFault } from './unit.invariants.ts';
export { lockStructure, versionRow } from './unit.store.ts';
export { unitRoutes } from './unit.routes.ts';
export { unitRefusals } from './unit.refusals.ts';
