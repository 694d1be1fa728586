/** Binds the contract of units to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { unitContract } from '../unit.contract.ts';
import { change, correct, dissolve, found, move, relate, undo, unrelate } from './unit.commands.ts';
import { exportUnits } from './unit.export.ts';
import { getUnitHistory, getUnitPage } from './unit.page.ts';
import { findUnitNames, listChildren, listUnits } from './unit.reads.ts';

export const unitRoutes = [
  bind(unitContract.list, listUnits),
  bind(unitContract.export, exportUnits),
  bind(unitContract.find, findUnitNames),
  bind(unitContract.children, listChildren),
  bind(unitContract.unit, getUnitPage),
  bind(unitContract.history, getUnitHistory),
  bind(unitContract.found, found),
  bind(unitContract.change, change),
  bind(unitContract.move, move),
  bind(unitContract.dissolve, dissolve),
  bind(unitContract.relate, relate),
  bind(unitContract.unrelate, unrelate),
  bind(unitContract.correct, correct),
  bind(unitContract.undo, undo),
];
