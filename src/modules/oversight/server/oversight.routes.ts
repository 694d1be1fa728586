/** Binds the contracts of oversight to commands and reads; what is handed over is gathered from other modules. */
import { bind, type Route } from '../../../platform/http/routes.ts';
import { boardContract } from '../board.contract.ts';
import type { HandOverPart } from '../hand.over.ts';
import { oversightContract } from '../oversight.contract.ts';
import { assignCadres, endAssignment, prepareHandOver, removeAssignment, reopenAssignment } from './assignment.commands.ts';
import { listAssignments, listOwnAssignments, readWholeAssignment } from './assignment.reads.ts';
import { readAnnex } from './annex.reads.ts';
import { readBoard, readCadres, readGaps } from './board.reads.ts';
import { readHandOver } from './hand.over.reads.ts';
import { annexFile, handOverFile } from './oversight.docx.ts';
import { readProposals } from './proposal.reads.ts';
import { changeRegulation, dropRegulation, enterRegulation } from './regulation.commands.ts';
import { listRegulations, readWholeRegulation } from './regulation.reads.ts';

export function routesOfOversight(parts: readonly HandOverPart[]): readonly Route[] {
  return [
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
    bind(boardContract.board, readBoard),
    bind(boardContract.cadres, readCadres),
    bind(boardContract.gaps, readGaps),
    bind(boardContract.proposals, readProposals),
    bind(boardContract.annex, readAnnex),
    bind(boardContract.annexFile, annexFile),
    bind(boardContract.handOver, readHandOver(parts)),
    bind(boardContract.handOverFile, handOverFile(parts)),
  ];
}
