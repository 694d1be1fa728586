/** Binds the contract of cascades to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { cascadeContract } from '../cascade.contract.ts';
import { answerClauses, giveTasks, measureClause, settleClause, takeAnswersBack } from './answer.commands.ts';
import { openCascade, recordUnitStep, releaseUnits, setDeadlines } from './cascade.commands.ts';
import { changeOneClause, orderAllClauses, removeClauses, writeClauses } from './clause.commands.ts';
import { listCascades, readClauses } from './clause.reads.ts';
import { readOutlook } from './outlook.reads.ts';
import { readOwed } from './owed.reads.ts';
import { readRadar } from './radar.reads.ts';
import { readUnit } from './unit.reads.ts';

export const cascadeRoutes = [
  bind(cascadeContract.list, listCascades),
  bind(cascadeContract.clauses, readClauses),
  bind(cascadeContract.radar, readRadar),
  bind(cascadeContract.unit, readUnit),
  bind(cascadeContract.owed, readOwed),
  bind(cascadeContract.write, writeClauses),
  bind(cascadeContract.change, changeOneClause),
  bind(cascadeContract.order, orderAllClauses),
  bind(cascadeContract.remove, removeClauses),
  bind(cascadeContract.outlook, readOutlook),
  bind(cascadeContract.open, openCascade),
  bind(cascadeContract.setDeadlines, setDeadlines),
  bind(cascadeContract.release, releaseUnits),
  bind(cascadeContract.recordStep, recordUnitStep),
  bind(cascadeContract.answer, answerClauses),
  bind(cascadeContract.takeAnswersBack, takeAnswersBack),
  bind(cascadeContract.settle, settleClause),
  bind(cascadeContract.giveTasks, giveTasks),
  bind(cascadeContract.measure, measureClause),
];
