/** Binds the contract of reorganisations to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { reorganisationContract } from '../reorganisation.contract.ts';
import { apply, create, dryRun, putItems, removeItems } from './reorganisation.commands.ts';
import { getReorganisation, listItems, listOutcomes, listReorganisations } from './reorganisation.reads.ts';
import { undo } from './reorganisation.undo.ts';

export const reorganisationRoutes = [
  bind(reorganisationContract.list, listReorganisations),
  bind(reorganisationContract.get, getReorganisation),
  bind(reorganisationContract.create, create),
  bind(reorganisationContract.items, listItems),
  bind(reorganisationContract.putItems, putItems),
  bind(reorganisationContract.removeItems, removeItems),
  bind(reorganisationContract.dryRun, dryRun),
  bind(reorganisationContract.outcomes, listOutcomes),
  bind(reorganisationContract.apply, apply),
  bind(reorganisationContract.undo, undo),
];
