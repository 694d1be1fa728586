/** Binds the contract of oversight to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { oversightContract } from '../oversight.contract.ts';
import { assignCadres, endAssignment, prepareHandOver, removeAssignment, reopenAssignment } from './assignment.commands.ts';
import { listAssignments, listOwnAssignments, readWholeAssignment } from './assignment.reads.ts';
import { changeRegulation, dropRegulation, enterRegulation } from './regulation.commands.ts';
import { listRegulations, readWholeRegulation } from './regulation.reads.ts';

export const oversightRoutes = [
  bind(oversightContract.regulations, listRegulations),
  bind(oversightContract.regulation, readWholeRegulation),
  bind(oversightContract.regulate, enterRegulation),
  bind(oversightContract.changeRegulation, changeRegulation),
  bind(oversightContract.dropRegulation, dropRegulation),
  bind(oversightContract.list, listAssignments),
  bind(oversightContract.own, listOwnAssignments),
  bind(oversightContract.assignment, readWholeAssignment),
  bind(oversightContract.assign, assignCadres),
  bind(oversightContract.end, endAssignment),
  bind(oversightContract.reopen, reopenAssignment),
  bind(oversightContract.remove, removeAssignment),
  bind(oversightContract.prepare, prepareHandOver),
];
